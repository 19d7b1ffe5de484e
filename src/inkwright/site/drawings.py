"""Diagrams on pages: drawn while the page is made, each a file of the site under the digest of what it shows."""

import posixpath
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from html import unescape
from urllib.parse import quote

from inkwright.model.diagram import Drawing, Drawn, Fault
from inkwright.model.document import Block, Document
from inkwright.model.post import Page
from inkwright.model.regex import regex
from inkwright.render.escape import escape
from inkwright.render.options import ImageInfo
from inkwright.text.diagrams import diagrams, kind_of, kind_of_file, own_alt

DIAGRAM = "diagram"
"""What is lost of a diagram where nothing draws it."""
FOLDER = "diagrams"
"""Where drawn pictures lie on the site."""
WIDE = 608
"""CSS pixels of the column of text: a wider picture leads to itself in full size, and scrolls when it gets small."""
LEGIBLE = 0.6
"""How far a wide picture is scaled down at most: words of 16 pixels can be read at 10."""
SAID = 300
"""Characters of the words in a picture that stand in for a missing description."""
Draw = Callable[[str, str], Drawn]
"""Kind and source of a picture to the picture, or what is wrong with it."""

_WORDS = regex(r"<text\b.*?</text>", re.S)
_DARK = regex(r'<(?P<tag>a|img) class="dark"[^>]*>(?:<img[^>]*></a>)?')
_TAGS = regex(r"<[^>]*>")


Shown = Callable[[str, str], "str | Drawn | None"]
"""The post at a path and a picture that it names by the file of a drawing program, to what its page shows: the path of
the export, the drawing where we draw it ourselves, None where there is nothing to show."""


def draw_nothing(kind: str, source: str) -> Drawn:
    """What draws where nothing can."""
    return Drawn()


def show_nothing(post: str, target: str) -> None:
    """What knows of no drawings."""


class Drawings:
    """Draws for one build and holds the files that its pages show."""

    def __init__(self, draw: Draw = draw_nothing, shown: Shown = show_nothing) -> None:
        self._draw = draw
        self._shown = shown
        self._files: dict[str, str] = {}
        self._new: set[str] = set()
        self._document: Document | None = None
        self._alts: dict[int, str] = {}

    def block(self, document: Document, block: Block) -> tuple[str, str]:
        """The HTML of a diagram in a document and what the page fails to show of it, "" for nothing. Without HTML
        its source is to be shown as code."""
        kind = kind_of(block)
        light, dark, fault = self._draw(kind, block.text)
        if fault is not None:
            return undrawn(kind.capitalize(), block.text, fault), f"{kind} diagram with a mistake"
        if light is None or dark is None:
            return "", DIAGRAM
        if self._document is not document:
            self._document = document
            self._alts = {id(one.block): one.alt for one in diagrams(document)}
        return self.figure(light, dark, self._alts.get(id(block)) or own_alt(block)), ""

    def picture(self, post: str, target: str) -> ImageInfo | None:
        """What the page shows for a picture that names the file of a drawing program: an export, by its address as
        seen from the post, or the drawing made here; None for what has neither, and for any other picture."""
        shown = self._shown(post, target) if kind_of_file(target) else None
        if isinstance(shown, str):
            return ImageInfo(quote(posixpath.relpath(shown, posixpath.dirname(post) or ".")))
        if shown is None or shown.light is None or shown.dark is None:
            return None
        light, dark = shown.light, shown.dark
        return ImageInfo(f"/{self.place(light)}", light.width, light.height, dark=f"/{self.place(dark)}")

    def place(self, drawing: Drawing) -> str:
        """The place of a picture's file on the site, which `pages` will hold from now on."""
        name = sha256(drawing.svg.encode("utf-8", "replace")).hexdigest()[:20]
        place = f"{FOLDER}/{name}.svg"
        self._files[place] = drawing.svg
        self._new.add(place)
        return place

    def holds(self, place: str) -> bool:
        """Whether a place is that of a picture that was drawn in this build."""
        return place in self._files

    def figure(self, light: Drawing, dark: Drawing, alt: str) -> str:
        """The HTML of a picture in both themes, of which the style sheet shows one. Destinations start at the root of
        the site."""
        alt = alt or words_in(light)
        shown = (self._picture(drawing, css, alt) for css, drawing in (("light", light), ("dark", dark)))
        return f'<figure class="diagram">{"".join(shown)}</figure>\n'

    def _picture(self, drawing: Drawing, css: str, alt: str) -> str:
        address = f"/{self.place(drawing)}"
        size = f'width="{drawing.width}" height="{drawing.height}"'
        if drawing.width <= WIDE:
            return f'<img class="{css}" src="{address}" alt="{escape(alt)}" {size} loading="lazy" decoding="async">'
        least = f'style="min-width:{round(drawing.width * LEGIBLE)}px"'
        image = f'<img src="{address}" alt="{escape(alt)}" {size} {least} loading="lazy" decoding="async">'
        return f'<a class="{css}" href="{address}">{image}</a>'

    def pages(self) -> Iterator[Page]:
        """The files of the pictures that were placed since this was last asked, in a fixed order."""
        for place in sorted(self._new):
            yield Page(place, self._files[place].encode("utf-8", "replace"))
        self._new.clear()


def in_light(html: str) -> str:
    """HTML with only the light one of each pair of pictures, for where no style sheet tells them apart."""
    return _DARK.sub("", html) if 'class="dark"' in html else html


def undrawn(name: str, source: str, fault: Fault) -> str:
    """What stands where a picture should be: what is wrong, and the source."""
    where = f" in its line {fault.line}" if fault.line else ""
    return (
        f'<div class="opaque"><p class="opaque-label">{escape(name)} (not drawn): {escape(fault.message)}{where}</p>\n'
        f'<pre tabindex="0"><code>{escape(source)}</code></pre></div>\n'
    )


def words_in(drawing: Drawing) -> str:
    """The words in a picture, for one that nobody described."""
    words = (" ".join(unescape(_TAGS.sub(" ", text)).split()) for text in _WORDS.findall(drawing.svg))
    said = "; ".join(word for word in words if word)
    cut = said if len(said) <= SAID else said[:SAID].rsplit(" ", 1)[0] + " …"
    return f"Diagram: {cut}" if cut else "Diagram"
