"""Paragraphs that compare the same thing three times, as a table would."""

from collections import Counter
from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.tokens import Tokens, is_english, tokens
from inkwright.lint.wordsets import wordset
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_MEASURING = wordset(
    "takes took uses used costs cost needs needed reaches reached scores scored has gets got achieves achieved handles "
    "handled holds weighs weighed runs ran consumes consumed requires required supports lasts lasted processes "
    "processed delivers delivered finishes finished averages averaged is was"
)
_COMMON = frozenset(("is", "was", "has"))
_FIGURE = regex(r"[~$€£≈]?\d[\d.,]*")
_COMPARED = regex(r"(?:more|less|fewer|better|worse|\w{2,}er)$")
_NO_COMPARATIVES = wordset(
    "other rather never ever after under over number layer user server parameter however whether another order either "
    "further neither together computer customer developer paper later"
)
_DRAWN = frozenset(
    ("chart", "charts", "table", "tables", "figure", "figures", "graph", "graphs", "plot", "plots", "diagram")
)
_PLACES = frozenset(("below", "above", "following", "shows", "show"))


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each paragraph with as many parallel comparisons as the option says."""
    if not is_english(document):
        return
    limit = number(context, "comparison-in-prose", "comparisons")
    for held in tokens(document):
        if held.passage.kind == "paragraph" and len(held.words) > 4 * limit:
            count = max(_comparatives(held), _measures(held))
            if count >= limit and not _is_drawn(held):
                hint = "a table would let the reader look across"
                yield found(held.passage.span, f"{count} parallel comparisons in one paragraph: {hint}")


def _is_drawn(held: Tokens) -> bool:
    """Whether the paragraph tells what a chart or a table beside it shows."""
    return not _DRAWN.isdisjoint(held.words) and not _PLACES.isdisjoint(held.words)


def _comparatives(held: Tokens) -> int:
    """How many times something is more, less or faster than something else."""
    words = held.words
    return sum(
        any(_COMPARED.match(before) and before not in _NO_COMPARATIVES for before in words[max(at - 4, 0) : at])
        for at, word in enumerate(words)
        if word == "than" and words[at + 1 : at + 2] and not words[at + 1][0].isdigit()
    )


def _measures(held: Tokens) -> int:
    """How often the same verb gives a figure, at most two words further on."""
    words = held.words
    counts: Counter[str] = Counter()
    for at, word in enumerate(words):
        if word in _MEASURING and any(
            _FIGURE.match(near) for near in words[at + 1 : at + (2 if word in _COMMON else 4)]
        ):
            counts[word] += 1
    return max(counts.values(), default=0)
