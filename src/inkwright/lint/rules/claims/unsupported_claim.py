"""Claims that nothing nearby backs."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from inkwright.lint.claims import Claim, claims
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_ASKS = {
    "crowd": "who says so? Name or link the source",
    "sure": "what shows it? Link the comparison, or say that it is your view",
    "superlative": "measured against what? Link the ranking, or show it",
    "comparative": "where can a reader see that? Link or show the comparison",
    "causal": "how do you know the cause? Link the evidence, or say where you saw it",
    "numeric": "where does the figure come from? Link its source",
}
_AT_LARGE = {
    "crowd": "how do you know that of so many? Link the source, or tell of those you know",
    "sure": "what shows it? Link it, or say that it is your view",
    "superlative": "measured against what? Link the ranking, or show it",
    "comparative": "where can a reader see that? Link or show the comparison",
    "causal": "how do you know? Link the evidence, or say where you saw it",
    "numeric": "where does the figure come from? Link its source",
}
"""What is asked about a statement at large, whatever its words."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence whose claim has no link, table, citation or measurement of one's own nearby; of
    statements at large one for each section, with the number of the others."""
    asked = [claim for claim in claims(document) if claim.kind in _ASKS]
    starts = [block.span.start for block in document.all_blocks if block.kind == "heading"] if asked else []
    wide = Counter(bisect_right(starts, claim.span.start) for claim in asked if claim.wide)
    for claim in asked:
        section = bisect_right(starts, claim.span.start)
        if not claim.wide:
            yield found(claim.span, f"{_quoted(document, claim)}: {_ASKS[claim.kind]}")
        elif wide[section]:
            others = wide.pop(section) - 1
            more = (
                f" ({others} more such {'statement' if others == 1 else 'statements'} in this section)"
                if others
                else ""
            )
            yield found(claim.span, f"{_quoted(document, claim)}: {_AT_LARGE[claim.kind]}{more}")


def _quoted(document: Document, claim: Claim) -> str:
    return f"“{' '.join(document.slice(claim.span).split())}”"
