"""Claims that nothing nearby backs."""

from collections.abc import Iterator

from inkwright.lint.claims import claims
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


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence whose claim has no link, table, citation or measurement of one's own nearby."""
    for claim in claims(document):
        if claim.kind in _ASKS:
            said = " ".join(document.slice(claim.span).split())
            yield found(claim.span, f"“{said}”: {_ASKS[claim.kind]}")
