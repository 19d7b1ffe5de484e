"""An excerpt against the file that it was taken from: what was changed, and what was left out without saying so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Protocol

from inkwright.evidence.places import whole_line
from inkwright.model.document import Block, Document
from inkwright.model.excerpt import Difference, ExcerptState
from inkwright.model.origin import Origin
from inkwright.model.regex import regex
from inkwright.text.excerpts import excerpts, read_origin

CUT = regex(r"\s*(?:(?:#|//|--|;|%|/\*|<!--|\(\*)\s*[\[(]?(?:\.\.\.|…).*|[\"'\[(]{0,3}(?:\.\.\.|…)[\"'\])]{0,3}\s*)\Z")
"""A line that says that lines were left out: `...` alone, or a comment that begins with it."""
LONGEST = 4000
"""Lines of an excerpt or of its source that are held against each other."""
_MOST = 20
"""Differences of one excerpt that are told."""


class Files(Protocol):
    """How the text of a file at a commit is found."""

    def text(self, origin: Origin) -> str | None:
        """The whole file; None where no clone holds that commit. Raises ValueError where it has no such file."""


def excerpt_states(document: Document, files: Files) -> tuple[ExcerptState, ...]:
    """How each excerpt of a document stands, in reading order; () without any."""
    return tuple(_state(document, block, written, files) for block, written in excerpts(document))


def _state(document: Document, block: Block, written: str, files: Files) -> ExcerptState:
    first = document.position(block.span.start).line
    fence = whole_line(document, first)
    try:
        origin = read_origin(written)
    except ValueError as error:
        return ExcerptState(fence, "broken", problem=str(error))
    try:
        text = files.text(origin)
        if text is None:
            return ExcerptState(fence, "unknown", origin)
        found = compare(block.text, lines_of(text, origin))
    except ValueError as error:
        return ExcerptState(fence, "broken", origin, str(error))
    placed = tuple((whole_line(document, first + one.line), one) for one in found)
    return ExcerptState(fence, "differs" if placed else "same", origin, differences=placed)


def lines_of(text: str, origin: Origin) -> tuple[int, list[str]]:
    """The number of the first line meant, 1-based, and the lines. Raises ValueError for lines that are not there."""
    lines = text.removeprefix("\ufeff").splitlines()
    if origin.last > len(lines):
        raise ValueError(f"{origin.path} has {len(lines)} lines at that commit, none with number {origin.last}")
    return (origin.first, lines[origin.first - 1 : origin.last]) if origin.first else (1, lines)


def compare(code: str, source: tuple[int, Sequence[str]]) -> tuple[Difference, ...]:
    """Where an excerpt differs from the lines that it claims to show, in its own order; () when it holds.

    Lines of `CUT` stand for any number of lines. Indentation common to the excerpt may have been removed, tabs may have
    become blanks, blanks at line ends do not count.
    """
    ours = [line.rstrip() for line in code.splitlines()]
    start, written = source
    best: list[str] = []
    for theirs in _spaced(ours, [line.rstrip() for line in written]):
        moved = _moved(ours, theirs)
        if _holds(ours, moved):
            return ()
        best = best or moved
    if max(len(ours), len(best)) > LONGEST:
        return (Difference("changed", 0, start, "too long to be compared line by line"),)
    return tuple(_differences(ours, best, start))[:_MOST]


def _spaced(ours: Sequence[str], theirs: list[str]) -> Iterator[list[str]]:
    """The lines with tabs as they are, and as blanks where the excerpt has no tab."""
    if any("\t" in line for line in theirs) and not any("\t" in line for line in ours):
        for width in (4, 2, 8):
            yield [line.expandtabs(width) for line in theirs]
    else:
        yield theirs


def _moved(ours: Sequence[str], theirs: list[str]) -> list[str]:
    """The lines without the indentation that the excerpt has lost: the one that most of its lines have lost."""
    indents: dict[str, str] = {}
    for line in theirs:
        indents.setdefault(line.lstrip(), line[: len(line) - len(line.lstrip())])
    lost: Counter[str] = Counter()
    for line in ours:
        bare = line.lstrip()
        indent = line[: len(line) - len(bare)]
        if bare and bare in indents and indents[bare].endswith(indent):
            lost[indents[bare].removesuffix(indent)] += 1
    prefix = lost.most_common(1)[0][0] if lost else ""
    return [line.removeprefix(prefix) if prefix else line for line in theirs]


def _holds(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the excerpt is the lines, with cuts where it says so; blank lines around it do not count.

    Each piece between cuts is looked for as early as possible, the last one at the end, as with `*` in a glob.
    """
    pieces: list[list[str]] = [[]]
    for line in _trimmed(ours):
        if CUT.match(line):
            pieces.append([])
        else:
            pieces[-1].append(line)
    theirs = _trimmed(theirs)
    first, *later = (_trimmed(piece) for piece in pieces)
    if theirs[: len(first)] != first:
        return False
    if not later:
        return len(theirs) == len(first)
    at, last = len(first), later.pop()
    for piece in later:
        at = next((end for end in range(at, len(theirs)) if theirs[end : end + len(piece)] == piece), -1)
        if at < 0:
            return False
        at += len(piece)
    return len(theirs) - at >= len(last) and theirs[len(theirs) - len(last) :] == last


def _trimmed(lines: Sequence[str]) -> list[str]:
    """The lines without the blank ones around them."""
    written = [at for at, line in enumerate(lines) if line]
    return list(lines[written[0] : written[-1] + 1]) if written else []


def _differences(ours: Sequence[str], theirs: Sequence[str], start: int) -> Iterator[Difference]:
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        own = [at for at in range(a, b) if ours[at] and not CUT.match(ours[at])]
        cut = any(CUT.match(line) for line in ours[max(a - 1, 0) : b + 1])
        gone = [at for at in range(c, d) if theirs[at]]
        for at, other in zip(own, gone, strict=False):
            yield Difference("changed", at + 1, start + other, theirs[other])
        for at in own[len(gone) :]:
            yield Difference("added", at + 1, start + min(c, max(len(theirs) - 1, 0)), "")
        left = gone[len(own) :]
        if left and not cut:
            yield Difference("shortened", min(b, len(ours) - 1) + 1, start + left[0], _counted(left, start))


def _counted(left: Sequence[int], start: int) -> str:
    """The lines that are left out, in words."""
    if len(left) == 1:
        return f"line {start + left[0]}"
    return f"lines {start + left[0]} to {start + left[-1]}"
