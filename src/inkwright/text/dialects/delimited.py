"""`==highlights==` and `^[inline notes]`: spans whose marks the Markdown parser leaves in the text around them."""

from inkwright.model.document import Inline, InlineKind
from inkwright.model.regex import regex
from inkwright.model.span import Span

_MARKS = regex(r"(?<![=\\])==(?!=)|\^\[|[\[\]]")


def delimited(inlines: list[Inline], source: str) -> list[Inline]:
    """The inlines of one holder with highlights and inline notes made of what stands between their marks.

    A highlight opens before and closes after something that is no space; brackets inside a note balance.
    """
    reader = _Reader(source)
    for inline in inlines:
        start, end = inline.span
        if inline.kind != "text" or len(inline.text) != end - start:
            reader.out.append(inline)
            continue
        at = start
        for match in _MARKS.finditer(source, start, end):
            reader.text(at, match.start())
            reader.mark(match[0], match.start(), match.end())
            at = match.end()
        reader.text(at, end)
    return joined(reader.out, source) if reader.changed else inlines


class _Reader:
    """What has been read of a holder. `brackets` and `highlight` hold the places in `out` of marks that wait."""

    __slots__ = ("_source", "brackets", "changed", "highlight", "out")

    def __init__(self, source: str) -> None:
        self._source = source
        self.out: list[Inline] = []
        self.brackets: list[tuple[str, int]] = []
        self.highlight = -1
        self.changed = False

    def text(self, start: int, end: int) -> None:
        """Plain text, possibly empty."""
        if start < end:
            span = Span(start, end)
            self.out.append(Inline("text", span, span, self._source[start:end]))

    def mark(self, mark: str, start: int, end: int) -> None:
        """One mark; it becomes text unless it closes something."""
        if mark == "==":
            if self.highlight >= 0 and not self._source[start - 1].isspace() and len(self.out) > self.highlight + 1:
                self._wrap(self.highlight, end, "highlight", 2)
                return
            if not self._source[end : end + 1].isspace():
                self.highlight = len(self.out)
        elif mark == "^[" or (mark == "[" and self.brackets):
            self.brackets.append((mark, len(self.out)))
        elif mark == "]" and self.brackets:
            opened, place = self.brackets.pop()
            if opened == "^[":
                self._wrap(place, end, "inline_note", 1)
                return
        self.text(start, end)

    def _wrap(self, place: int, end: int, kind: InlineKind, closing: int) -> None:
        """Put what was read since a mark into a container that ends at `end`."""
        start = self.out[place].span.start
        inside = self.out[place + 1 :]
        del self.out[place:]
        while self.brackets and self.brackets[-1][1] >= place:
            self.brackets.pop()
        if self.highlight >= place:
            self.highlight = -1
        children = tuple(joined(inside, self._source))
        inner = Span(start + 2, end - closing)
        self.out.append(Inline(kind, Span(start, end), inner, children=children))
        self.changed = True


def joined(read: list[Inline], source: str) -> list[Inline]:
    """The inlines with neighbouring plain texts as one again."""
    made: list[Inline] = []
    start = end = -1
    for inline in read:
        first, last = inline.span
        if inline.kind == "text" and len(inline.text) == last - first:
            if first == end:
                end = last
                continue
            if end >= 0:
                made.append(_text(source, start, end))
            start, end = first, last
            continue
        if end >= 0:
            made.append(_text(source, start, end))
            start = end = -1
        made.append(inline)
    if end >= 0:
        made.append(_text(source, start, end))
    return made


def _text(source: str, start: int, end: int) -> Inline:
    span = Span(start, end)
    return Inline("text", span, span, source[start:end])
