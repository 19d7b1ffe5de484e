"""Formulas as pictures in the HTML of a copy: sized with the letters around them and on their line, the TeX as
alternative text; and their addresses, once the platform has told them. Pure."""

from collections.abc import Iterable, Mapping
from html import escape

from inkwright.model.regex import regex
from inkwright.platforms.writing.copies import Picture, Platform

MARK = "inkwright-formula-"
"""How the names of these pictures begin."""
LETTERS = 20
"""Height in CSS pixels of the letters that a `Picture` was drawn for."""
_IMG = regex(rf'<img src="(?P<name>{MARK}[^"]+)"[^>]*>')


def with_formulas(blocks: Iterable[str], pictures: Mapping[str, Picture], platform: Platform) -> str:
    """The HTML of a copy from that of its blocks; one that shows a formula stands in the platform's card."""
    before, after = platform.card
    return "".join(
        f"{before}{_IMG.sub(lambda found: _img(pictures[found['name']]), html)}{after}" if MARK in html else html
        for html in blocks
    )


def addressed(body: str, addresses: Mapping[str, str]) -> str:
    """A text with the addresses of pictures, by name, in place of their names."""
    for name, address in addresses.items():
        body = body.replace(f'"{name}"', f'"{escape(address)}"')
    return body


def _img(picture: Picture) -> str:
    """The element: in pixels for who drops styles, else as large as the letters around it want it."""
    style = f"height:{_em(picture.height)};width:auto;max-width:100%"
    if picture.below is not None:
        style = f"height:{_em(picture.height)};width:auto;vertical-align:{_em(-picture.below)};display:inline;margin:0"
    return (
        f'<img src="{picture.name}" alt="{escape(" ".join(picture.alt.split()))}" width="{picture.width}"'
        f' height="{picture.height}" style="{style}" />'
    )


def _em(pixels: float) -> str:
    return f"{round(pixels / LETTERS, 3):g}em"
