"""The author's prose as plain text for a checker that knows no Markdown, with the way back to the source. Pure."""

from msgspec import Struct

from inkwright.lint.tokens import is_english, tokens
from inkwright.model.document import Document, Passage
from inkwright.model.span import Span
from inkwright.text.prose import HIDDEN

STAND_IN = "x.com"
"""Stands for code, math, an address: checkers read it as the name of a host, which is no word and ends no sentence."""
_HELD = -1


class PlainText(Struct, frozen=True):
    """A passage as plain text. `offsets` has the place in the source of each of its characters, -1 for a stand-in."""

    text: str
    offsets: tuple[int, ...]

    def place(self, span: Span) -> Span | None:
        """Where a part of the text stands in the source; None for an empty part, one that lies outside, and one that
        touches a stand-in."""
        held = self.offsets[span.start : span.end]
        if not held or span.end > len(self.offsets) or _HELD in held:
            return None
        return Span(held[0], held[-1] + 1)


def plain_prose(document: Document) -> list[PlainText]:
    """The paragraphs, items, headings and notes of an English text in reading order; quotes are other people's words
    and cells no sentences. Empty for a text in another language."""
    if not is_english(document):
        return []
    passages = [held.passage for held in tokens(document)]
    return [plain_text(document.text, passage) for passage in passages if passage.kind not in ("quote", "cell")]


def plain_text(source: str, passage: Passage) -> PlainText:
    """One passage without its markup: white space is one space, what is no prose a stand-in."""
    text: list[str] = []
    offsets: list[int] = []
    hidden = False
    for place, char in enumerate(passage.text, passage.span.start):
        if char == HIDDEN:
            if not hidden:
                text.extend(STAND_IN)
                offsets.extend([_HELD] * len(STAND_IN))
        elif not char.isspace():
            text.append(char)
            offsets.append(place)
        elif source[place].isspace() and text and text[-1] != " ":
            text.append(" ")
            offsets.append(place)
        hidden = char == HIDDEN
    return PlainText("".join(text), tuple(offsets))
