"""Lines of an excerpt that its repository does not have."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.excerpt import Difference
from inkwright.model.finding import Finding
from inkwright.model.origin import Origin


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each line that was changed or added."""
    for one in context.excerpts:
        for span, difference in one.differences:
            if one.origin and difference.kind != "shortened":
                yield found(span, _message(one.origin, difference))


def _message(origin: Origin, difference: Difference) -> str:
    place = f"{origin.repository}@{origin.commit[:7]}:{origin.path}"
    if difference.kind == "added":
        return f"{place} has no such line there (near line {difference.theirs})"
    return f"line {difference.theirs} of {place} is `{difference.text.strip()}`"
