"""Many short texts as few long ones for a checker that costs time to start, and its answers back at each text. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.grammar import Slip
from inkwright.model.span import Span

CHARS = 40_000
"""Characters of one batch: enough to make the start count little, few enough for several cores to share the work."""
_BETWEEN = "\n\n"
"""What ends a paragraph for the checker, so that no text is read together with the next."""


class Batch(Struct, frozen=True):
    """Some texts that are asked about together. `starts` says where each begins in `joined`."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def joined(self) -> str:
        """All texts in one."""
        return _BETWEEN.join(self.texts)

    def shared_out(self, slips: Iterable[Slip]) -> dict[str, tuple[Slip, ...]]:
        """For each text, () included, the slips inside it, in its own offsets; one that reaches beyond is dropped."""
        found: dict[str, list[Slip]] = {text: [] for text in self.texts}
        for slip in slips:
            at = bisect_right(self.starts, slip.span.start) - 1
            text, start = self.texts[at], self.starts[at]
            if slip.span.end - start <= len(text):
                found[text].append(replace(slip, span=Span(slip.span.start - start, slip.span.end - start)))
        return {text: tuple(sorted(inside, key=lambda slip: slip.span)) for text, inside in found.items()}


def batches(texts: Iterable[str], chars: int = CHARS) -> Iterator[Batch]:
    """The texts, each once and in order, in batches of so many characters; a longer text is a batch alone."""
    held: list[str] = []
    size = 0
    for text in dict.fromkeys(texts):
        if held and size + len(text) > chars:
            yield _batch(held)
            held, size = [], 0
        held.append(text)
        size += len(text)
    if held:
        yield _batch(held)


def _batch(texts: Sequence[str]) -> Batch:
    starts = accumulate((len(text) + len(_BETWEEN) for text in texts[:-1]), initial=0)
    return Batch(tuple(texts), tuple(starts))
