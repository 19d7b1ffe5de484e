"""The picture that other sites show for a link to a post: its title, the site and who wrote it, 1200 x 630 pixels."""

import io
import unicodedata
from html import escape
from importlib.util import find_spec

from msgspec import Struct

from inkwright.model.diagram import Drawing
from inkwright.model.when_needed import when_needed
from inkwright.render.plain import clip

with when_needed(__name__):
    from inkwright.render.diagrams import picture as drawing

WIDTH, HEIGHT = 1200, 630
"""Pixels. **Source:** developers.facebook.com/docs/sharing/webmasters/images, which other networks follow."""
EDITION = "1"
"""Counts up when other pictures come out of the same words."""
_LEFT, _ROOM = 90, 1020
_SIZES = ((84, 2), (68, 3), (56, 4))
"""Font sizes with the lines that the title may then have."""
_INK, _SOFT, _PAPER, _MARK = "#22262b", "#59616b", "#fdfdfc", "#0b57a4"
_EM = 0.64
"""Width of a bold letter in ems, on the wide side of what common sans-serif fonts have."""


class ShareCard(Struct, frozen=True):
    """The words of a card; `below` is "" for none."""

    title: str
    site: str
    below: str = ""


def can_make_cards() -> bool:
    """Whether `card_png` works with what is installed."""
    return drawing.can_make_png() or find_spec("PIL") is not None


def card_png(card: ShareCard) -> bytes:
    """A card as PNG: by resvg with the fonts of this machine, else by Pillow with its own. b"" where neither is
    installed or the card cannot be drawn."""
    if drawing.can_make_png():
        try:
            return drawing.png(Drawing(card_svg(card), WIDTH, HEIGHT), scale=1)
        except drawing.DrawingError:
            return b""
    return _by_pillow(card) if find_spec("PIL") is not None else b""


def card_svg(card: ShareCard) -> str:
    """A card as SVG."""
    size, lines = laid_out(card.title)
    top = HEIGHT / 2 - (len(lines) - 1) * size * 0.6 + size * 0.1
    said = [_text(line, _LEFT, top + at * size * 1.2, size, _INK, True) for at, line in enumerate(lines)]
    said.append(_text(clip(card.site, 60), _LEFT, 110, 34, _SOFT, True))
    said += [_text(clip(card.below, 70), _LEFT, HEIGHT - 70, 30, _SOFT)] if card.below else []
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        f'<rect width="18" height="{HEIGHT}" fill="{_MARK}"/>{"".join(said)}</svg>'
    )


def _text(words: str, left: float, base: float, size: int, colour: str, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    words = escape("".join(char for char in words if char.isprintable()))
    return (
        f'<text x="{left}" y="{base:.0f}" font-family="sans-serif" font-size="{size}"{weight} fill="{colour}">'
        f"{words}</text>"
    )


def laid_out(title: str) -> tuple[int, list[str]]:
    """The font size of a title and its lines, one at least; what is too long is cut after a word with an ellipsis."""
    for size, most in _SIZES:
        lines = _wrapped(title, _ROOM / size)
        if len(lines) <= most:
            return size, lines
    size, most = _SIZES[-1]
    kept = _wrapped(title, _ROOM / size)[:most]
    return size, [*kept[:-1], kept[-1].rstrip(" ,;:–—-") + "…"]


def _wrapped(title: str, room: float) -> list[str]:
    """Words put into lines of so many ems; a word that is wider than a line is cut."""
    lines = [""]
    for word in title.split() or [""]:
        joined = f"{lines[-1]} {word}".strip()
        if _ems(joined) <= room:
            lines[-1] = joined
            continue
        lines += [word] if lines[-1] else []
        lines[-1] = lines[-1] or word
        while _ems(lines[-1]) > room:
            cut = max(1, next(at for at in range(len(lines[-1]) + 1) if _ems(lines[-1][: at + 1]) > room))
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
    return lines


def _ems(words: str) -> float:
    return sum(1.02 if unicodedata.east_asian_width(char) in "WF" else _EM for char in words)


def _by_pillow(card: ShareCard) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 18, HEIGHT), fill=_MARK)
    size, lines = laid_out(card.title)
    top = HEIGHT / 2 - len(lines) * size * 0.6
    pen.text((_LEFT, 80), clip(card.site, 60), _SOFT, ImageFont.load_default(34))
    pen.text((_LEFT, HEIGHT - 100), clip(card.below, 70), _SOFT, ImageFont.load_default(30))
    for at, line in enumerate(lines):
        pen.text((_LEFT, top + at * size * 1.2), line, _INK, ImageFont.load_default(size))
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
