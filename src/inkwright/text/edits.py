"""Edits on a text: applied together, joined from several sources, shown as a diff."""

import difflib
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from inkwright.model.errors import EditError
from inkwright.model.finding import Edit
from inkwright.model.span import Span


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made at once; spans count in the old text.

    Any order will do; insertions at one place come out in the order given, before a replacement that begins there.
    No edits: the same object. Raises EditError when two edits overlap or one lies outside the text.
    """
    if not edits:
        return text
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=_order):
        start, end = edit.span
        if not 0 <= start <= end <= len(text):
            raise EditError(f"an edit at {start}-{end} lies outside the text of {len(text)} characters")
        if start < done:
            raise EditError(f"two edits overlap at {start}-{end}")
        pieces += (text[done:start], edit.text)
        done = end
    return "".join((*pieces, text[done:]))


def non_overlapping(edits: Iterable[Edit]) -> list[Edit]:
    """As many edits as fit together, taken in the order given: one that overlaps an earlier one is left out.

    An edit that says the same as one already taken is left out too. The result is sorted for `apply`.
    """
    taken, known = Fitting(), set[Edit]()
    for edit in edits:
        if edit not in known and taken.fits(edit):
            known.add(edit)
            taken.take(edit)
    return taken.edits


class Fitting:
    """Edits that can all be made: `edits` are sorted for `apply`, those at one place in the order they were taken."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self._spans: list[Span] = []

    def fits(self, edit: Edit) -> bool:
        """Whether an edit overlaps none that was taken."""
        at = bisect_right(self._spans, edit.span)
        # What was taken does not overlap, so that only the two neighbours can.
        return not any(_overlap(edit.span, other) for other in self._spans[max(at - 1, 0) : at + 1])

    def take(self, edit: Edit) -> None:
        """Add an edit that fits."""
        at = bisect_right(self._spans, edit.span)
        self.edits.insert(at, edit)
        self._spans.insert(at, edit.span)


def clash(left: Edit, right: Edit) -> bool:
    """Whether two edits cannot both be made: they share a character, or one inserts inside what the other replaces."""
    return _overlap(left.span, right.span)


def moved(offset: int, edits: Sequence[Edit]) -> int:
    """Where an offset of the old text is in the text that `apply` gives; inside a replaced stretch: its new end."""
    shift = 0
    for edit in sorted(edits, key=_order):
        if edit.span.start > offset or (edit.span.start == offset and edit.span.end > offset):
            break
        if edit.span.end > offset:
            return edit.span.start + shift + len(edit.text)
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return offset + shift


def difference(before: str, after: str) -> tuple[Edit, ...]:
    """One edit that turns one text into another, its span as small as a common start and end allow; none when equal."""
    if before == after:
        return ()
    limit = min(len(before), len(after))
    start = _common(before, after, limit)
    end = _common(before[::-1], after[::-1], limit - start)
    return (Edit(Span(start, len(before) - end), after[start : len(after) - end]),)


def unified_diff(path: str, before: str, after: str) -> str:
    """The change as a unified diff with three lines of context; "" when nothing changed."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}", n=3)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _overlap(left: Span, right: Span) -> bool:
    first, second = sorted((left, right))
    return second.start < first.end


def _order(edit: Edit) -> tuple[int, int]:
    return (edit.span.start, edit.span.end)


def _common(left: str, right: str, limit: int) -> int:
    """How many characters two texts share at their start, at most `limit`."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if left[:middle] == right[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _lines(text: str) -> list[str]:
    r"""The lines of a text with their ends; only \n ends a line here, as in diff tools."""
    parts = text.split("\n")
    return [*(part + "\n" for part in parts[:-1]), *([parts[-1]] if parts[-1] else [])]
