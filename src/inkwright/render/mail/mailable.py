"""A rendered text -> the HTML that mail programs show. Nothing passes that is not named here.

Every tag is written anew from a short list and every text escaped, so what an author's own HTML holds (scripts, frames,
forms, styles, tags that close what they did not open) can neither run nor break the layout around it.
"""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from msgspec import Struct

from inkwright.render.mail import film
from inkwright.render.mail.colours import colour_of
from inkwright.render.mail.tags import BLOCKS, CELLS, CODE, HEADINGS, KEPT, SKIPPED, opening

COLUMN = 552
"""Pixels of the column of text: 600 and 24 free on either side. **Source:** the width that mail is made for."""
NESTED = 500
"""Pixels of a picture in a list, a box or a quotation."""
Attrs = dict[str, str]


class Hooks(Struct, frozen=True):
    """What the HTML asks about the rest of the world. `link` and `image` give the address that a mail carries for a
    destination, "" for none; `poster` that of the picture beside a film; `formula` gives the HTML of TeX (the second
    argument says whether it stands alone)."""

    link: Callable[[str], str]
    image: Callable[[str], str]
    poster: Callable[[str], str]
    formula: Callable[[str, bool], str]


class Piece(Struct, frozen=True):
    """One block of the text. `heading` is its words where it is a heading, which begins a section; `lost` what of it a
    mail cannot show."""

    html: str
    heading: str = ""
    lost: tuple[str, ...] = ()


def mailable(html: str, hooks: Hooks) -> tuple[Piece, ...]:
    """The blocks of a rendered text as mail shows them, in order; empty for ""."""
    rebuilder = _Rebuilder(hooks)
    rebuilder.feed(html)
    rebuilder.close()
    return rebuilder.finished()


class _Rebuilder(HTMLParser):
    """Reads HTML and writes what is kept of it. `open` holds the tags that are open with what closes each."""

    def __init__(self, hooks: Hooks) -> None:
        super().__init__(convert_charrefs=True)
        self._hooks = hooks
        self._open: list[tuple[str, str]] = []
        self._out: list[str] = []
        self._lost: list[str] = []
        self._words: list[str] | None = None  # of the heading that is open
        self._skipped = ""  # the tag whose content is left out, with how often it is open
        self._depth = 0
        self._math: list[str] | None = None  # what stands in a formula's annotation
        self._display = False
        self._in_tex = False
        self._waiting: Attrs | None = None  # a film whose file is named inside
        self._pieces: list[Piece] = []
        self._heading = ""

    def finished(self) -> tuple[Piece, ...]:
        """All pieces."""
        self._close_to(0)
        self._flush()
        return tuple(self._pieces)

    # what the parser tells

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        """A tag begins."""
        attrs = {name: value or "" for name, value in given}
        if self._skipped:
            self._depth += tag == self._skipped
            if tag == "source" and self._waiting is not None:
                waiting, self._waiting = self._waiting, None
                self._show(self._skipped, {**waiting, "src": attrs.get("src", "")})
        elif self._math is not None:
            self._in_tex |= tag == "annotation"
        elif tag == "math":
            self._math, self._display = [], attrs.get("display") == "block"
        elif tag in film.TAGS:
            self._film(tag, attrs)
        elif tag in SKIPPED:
            self._skipped, self._depth = tag, 1
            self._lost += [f"<{tag}> of the author's own HTML"] if tag not in ("head", "title") else []
        else:
            self._start(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """A tag ends; one that was never opened changes nothing."""
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped, self._waiting = "", None
        elif self._math is not None:
            self._in_tex &= tag != "annotation"
            if tag == "math":
                tex, self._math = "".join(self._math).strip(), None
                self._out.append(self._hooks.formula(tex, self._display) if tex else "")
        else:
            at = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at][0] == tag), -1)
            if at >= 0:
                self._close_to(at)

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._skipped:
            return
        if self._math is not None:
            self._math += [data] if self._in_tex else []
            return
        if self._words is not None:
            self._words.append(data)
        self._out.append(escape(data, quote=False))

    # writing

    def _start(self, tag: str, attrs: Attrs) -> None:
        css = attrs.get("class", "").split()
        if tag in BLOCKS:
            self._close_paragraph()
            if not self._open:
                self._flush()
        if tag in HEADINGS and not self._open:
            self._words = []
        if tag == "img":
            self._picture(attrs)
        elif tag == "input":
            self._out.append(("☑" if "checked" in attrs else "☐") if attrs.get("type") == "checkbox" else "")
        elif tag in ("br", "hr"):
            self._out.append(f"<{tag}>")
        elif tag == "a":
            self._link(attrs)
        elif tag in CELLS and not any(name == "table" for name, _ in self._open):
            self._push(tag, "", "")
        elif tag == "pre":
            self._push(tag, CODE + "<pre>", "</pre></td></tr></table>")
        elif tag == "span" and self._within("pre"):
            colour = colour_of(css)
            self._push(tag, f'<span style="{colour}">' if colour else "", "</span>" if colour else "")
        elif tag == "code" and self._within("pre"):
            self._push(tag, "", "")
        elif (found := opening(tag, css, attrs)) is not None:
            self._push(tag, *found)
        elif tag in KEPT:
            self._push(tag, f"<{tag}>", f"</{tag}>")
        else:
            self._push(tag, "", "")

    def _push(self, tag: str, start: str, end: str) -> None:
        self._out.append(start)
        self._open.append((tag, end))

    def _close_to(self, depth: int) -> None:
        """Close what is open beyond a depth, the innermost first."""
        while len(self._open) > depth:
            tag, end = self._open.pop()
            self._out.append(end)
            if tag in HEADINGS and self._words is not None and not self._open:
                self._heading, self._words = " ".join("".join(self._words).split()), None

    def _close_paragraph(self) -> None:
        """End an open paragraph before a block, as browsers do."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == "p":
                self._close_to(at)
            if self._open[at : at + 1] and self._open[at][0] in BLOCKS:
                return

    def _within(self, tag: str) -> bool:
        return any(name == tag for name, _ in self._open)

    def _flush(self) -> None:
        """What was written since the last block is a piece; blanks alone are none."""
        html = "".join(self._out)
        if html.strip():
            self._pieces.append(Piece(html, self._heading, tuple(self._lost)))
        self._out, self._heading, self._lost = [], "", []

    def _link(self, attrs: Attrs) -> None:
        """A link, its label alone where it leads nowhere; notes are numbers, since a mail has no places to jump to."""
        role = attrs.get("role", "")
        if role == "doc-backlink" or "anchor" in attrs.get("class", "").split():
            self._skipped, self._depth = "a", 1
            return
        target = "" if role in ("doc-noteref", "doc-biblioref") else self._hooks.link(attrs.get("href", ""))
        safe = target if target.startswith(("https://", "http://", "mailto:")) else ""
        self._push("a", f'<a href="{escape(safe)}">' if safe else "", "</a>" if safe else "")

    def _picture(self, attrs: Attrs) -> None:
        source, alt = attrs.get("src", ""), attrs.get("alt", "")
        if film.is_film(source):
            self._show("video", {**attrs, "title": alt})
            return
        address = self._hooks.image(source)
        if not address.startswith(("https://", "http://", "cid:")):
            self._out.append(f"[{escape(f'Picture: {alt}' if alt else 'Picture', quote=False)}]")
            return
        room = (
            NESTED
            if any(tag in ("li", "td", "blockquote", "aside", "details", "dd") for tag, _ in self._open)
            else COLUMN
        )
        width = attrs.get("width", "")
        wide = min(int(width), room) if width.isdecimal() and int(width) else 0
        sized = f' width="{wide}"' if wide else ""
        self._out.append(f'<img src="{escape(address)}" alt="{escape(alt)}"{sized}>')

    def _film(self, tag: str, attrs: Attrs) -> None:
        """A film or a player; what stands inside it is for browsers that cannot play it."""
        if tag != "embed":
            self._skipped, self._depth = tag, 1
        if tag in ("video", "audio") and not attrs.get("src"):
            self._waiting = attrs
        else:
            self._show(tag, attrs)

    def _show(self, tag: str, attrs: Attrs) -> None:
        """A film as its picture, where one is at hand, and a link."""
        source = film.page_of(attrs)
        address = self._hooks.link(source)
        if not address.startswith(("https://", "http://")):
            self._out.append(escape(f"[{film.title_of(tag, attrs)}]", quote=False))
            return
        poster = self._hooks.image(attrs["poster"]) if attrs.get("poster") else self._hooks.poster(source)
        self._out.append(film.shown(address, poster, film.title_of(tag, attrs), COLUMN))
