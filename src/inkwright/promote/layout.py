"""The file of a draft as it is read again: its messages, its title, its address, the marked places, with offsets."""

import re
from collections.abc import Iterator

from msgspec import Struct

from inkwright.model.promotion import Network
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.promote.counting import ADDRESS
from inkwright.text.sentences import sentences

_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.S)
_BREAK = regex(r"^[ \t]*-{3,}[ \t]*\r?$", re.M)
_STAND_IN = regex(r"\[(?:link|url|your link|address)\]", re.I)
BLANK = regex(r"\[\?[^\[\]\n]*\]")
_HEADING = regex(r"^#{1,6}[ \t].*$", re.M)


class Part(Struct, frozen=True):
    """One message: its words without comments, white space around them left out, and where they stand in the file.

    Comments inside are blanked, so that an offset in `text` plus `span.start` is one of the file. `sent` is what is
    posted: the same without blanks at the place of comments.
    """

    text: str
    span: Span

    @property
    def sent(self) -> str:
        """The message as it is posted."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in self.text.split("\n"))).strip()

    def at(self, start: int, end: int) -> Span:
        """The place in the file of a place in the text."""
        return Span(start, end).shift(self.span.start)

    @property
    def addresses(self) -> list[Span]:
        """Where addresses stand, or what stands in for one, in the text."""
        found = [*ADDRESS.finditer(self.text), *_STAND_IN.finditer(self.text)]
        return sorted(Span(*one.span()) for one in found)

    @property
    def sentences(self) -> list[Span]:
        """Where its sentences stand in the text: addresses, marked places and headings are none."""
        shown = self.text
        for sign in (ADDRESS, BLANK, _STAND_IN, _HEADING):
            shown = sign.sub(lambda found: " " * len(found[0]), shown)
        found: list[Span] = []
        at = 0
        for line in shown.split("\n"):
            found += [
                Span(start, end).shift(at) for start, end in sentences(line) if any(map(str.isalnum, line[start:end]))
            ]
            at += len(line) + 1
        return found


def parts(text: str, network: Network) -> list[Part]:
    """The messages of a draft in their order: those between lines of dashes for a thread and for people, else all of
    it; empty ones are left out."""
    shown = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text.replace("\r\n", " \n"))
    if network.form not in ("thread", "people"):
        return list(_trimmed(shown, 0, len(shown)))
    found: list[Part] = []
    at = 0
    for mark in [*_BREAK.finditer(shown), None]:
        found += _trimmed(shown, at, mark.start() if mark else len(shown))
        at = mark.end() if mark else at
    return found


def _trimmed(text: str, start: int, end: int) -> Iterator[Part]:
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        begin = start + piece.index(inner)
        yield Part(inner, Span(begin, begin + len(inner)))


def title_of(part: Part) -> Span:
    """Where the first line of a message stands in its text."""
    return Span(0, len(part.text.split("\n", 1)[0].rstrip()))
