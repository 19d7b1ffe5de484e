"""What a text states in figures with a unit: each figure, and what its words say it is a figure of. Which of them
contradict each other is for the rules."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from inkwright.lint.tokens import prose
from inkwright.model.document import Document, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.similar.words import is_content

DIGITS = r"(?P<digits>\d(?:[\d,._\u00a0\u202f]*\d)?)"
_SPACE = r"[ \u00a0\u202f\u2009-]?"
_SPELLED = {
    "%": r"(?:%|per\s?cent\b)",
    "×": r"(?:×|x\b|times\b)",
    "x": r"(?:×|x\b|times\b)",
    "times": r"(?:×|x\b|times\b)",
}
_CODE = regex("\ue000+")
_NAME = regex(r"\d|.[A-Z]")
_CAPITAL = regex(r"[A-Z](?<!I\Z)")
_WORD = regex(r"`[^`]*`|[^\W_]++(?:['’_.\-][^\W_]++)*+")
_VERBS = frozenset(
    [
        "take", "takes", "took", "taken", "need", "needs", "needed", "give", "gives", "gave", "get", "gets", "got",
        "make", "makes", "made", "run", "runs", "ran", "come", "comes", "came", "go", "goes", "went", "show", "shows",
        "showed", "stay", "stays", "stayed", "still", "now", "even", "exactly", "already", "well",
    ]
)  # fmt: skip
"""Words that go with any figure."""


class Stated(NamedTuple):
    """A figure with a unit. `words` are the content words of what it stands in, without their endings; `names` what
    tells one thing from another there: names, code, other numbers. `place` is where its sentence starts, -1 for all
    cells of tables."""

    span: Span
    digits: str
    words: frozenset[str]
    names: frozenset[str]
    place: int


def stated(document: Document, unit: str) -> Iterator[Stated]:
    """The figures of one unit in reading order. Headings, quotations and code do not state anything here."""
    pattern = _of_unit(unit)
    cells: dict[Span, str] | None = None
    for passage in prose(document):
        figures = [] if passage.kind in ("heading", "quote") else list(pattern.finditer(passage.text))
        if figures and passage.kind == "cell":
            cells = _cells(document) if cells is None else cells
        for at, figure in enumerate(figures):
            span = Span(figure.start() + passage.span.start, figure.end() + passage.span.start)
            if passage.kind == "cell":
                yield Stated(span, figure["digits"], *_said((cells or {}).get(passage.block.span, ""), unit), -1)
                continue
            before = figures[at - 1].end() if at else 0
            after = figures[at + 1].start() if at + 1 < len(figures) else len(passage.text)
            place, around = _around(document, passage, span, Span(before, after))
            yield Stated(span, figure["digits"], *_said(around, unit), place)


@lru_cache(64)
def _of_unit(unit: str) -> re.Pattern[str]:
    """What finds figures of a unit; a currency stands before its digits."""
    if unit in ("$", "€", "£", "¥"):
        return re.compile(rf"(?<![\w.,]){re.escape(unit)}{DIGITS}(?![\w/%])")
    written = _SPELLED.get(unit) or r"\s+".join(re.escape(word) for word in unit.split())
    if unit not in _SPELLED and len(unit) > 2 and unit.isalpha():
        written = re.escape(unit.removesuffix("s")) + "s?"
    return re.compile(rf"(?<![\w.,$€£¥]){DIGITS}{_SPACE}{written}(?![\w/])")


def _around(document: Document, passage: Passage, span: Span, between: Span) -> tuple[int, str]:
    """Where the sentence of a figure starts, and its text with the code in it, without the figure: as much as lies
    `between` its neighbours of the same unit, counted from the start of the passage."""
    sentence = passage.sentences[max(bisect_right(passage.sentences, Span(span.start, span.end + 1)) - 1, 0)]
    first = max(sentence.start, between.start + passage.span.start)
    end = min(sentence.end, between.end + passage.span.start)
    text = passage.slice(Span(first, span.start)) + " " + passage.slice(Span(span.end, end))
    codes = _CODE.finditer(passage.slice(Span(first, end)))
    code = (document.text[first + at.start() : first + at.end()].strip("`").replace(" ", "_") for at in codes)
    return sentence.start, " ".join((_CODE.sub(" ", text), *(f"`{one}`" for one in code)))


def _cells(document: Document) -> dict[Span, str]:
    """What each cell of a table is about: the words of its column's head and of the first cell of its row."""
    found: dict[Span, str] = {}
    for table in document.of_kind("table"):
        heads = [cell.plain() for cell in table.children[0].children] if table.children else []
        for row in table.children[1:]:
            label = row.children[0].plain() if row.children else ""
            found |= {
                cell.span: f"{label[:1].lower()}{label[1:]} {head[:1].lower()}{head[1:]}"
                for head, cell in zip(heads, row.children, strict=False)
            }
    return found


def _said(text: str, unit: str) -> tuple[frozenset[str], frozenset[str]]:
    """Content words and names of a text."""
    words, names = set(), set()
    for found in _WORD.finditer(text):
        word = found[0]
        if _NAME.search(word) or word[0] == "`" or (found.start() and _CAPITAL.match(word)):
            names.add(word.strip("`").lower())
        plain = word.strip("`").lower()
        if is_content(plain) and plain not in _VERBS and not plain.isdecimal() and plain not in unit.split():
            words.add(_stem(plain))
    return frozenset(words), frozenset(names)


def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in ("ing", "ed", "es", "s") if word.endswith(end) and len(word) > 5), word)


def differ(one: Iterable[str], other: Iterable[str], telling: frozenset[str]) -> bool:
    """Whether one of two sets of words has a telling word that the other lacks."""
    return bool((set(one) ^ set(other)) & telling)
