"""Stock phrases of generated prose, as the page's patterns tell them."""

from collections.abc import Iterator

from inkwright.lint.labels import is_label
from inkwright.lint.rule import found, patterns
from inkwright.lint.slots import match_patterns
from inkwright.lint.tokens import is_english, running
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each phrase in the author's own running text, the titles of linked pages aside."""
    if not is_english(document):
        return
    known = patterns("ai-phrase")
    for held in running(document):
        for span in match_patterns(held, known):
            if is_label(document, span):
                continue
            said = " ".join(held.passage.slice(span).split())
            yield found(span, f"“{said}” is a stock phrase of generated prose: say what you mean in your own words")
