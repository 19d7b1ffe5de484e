"""Parts for one kind of reader whose marks do not fit together."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.only import PLACES, ends_alone, parts


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each mark that says no place, has no end, or ends nothing."""
    for part in parts(document):
        if part.where not in PLACES:
            yield found(part.opening, f'there is no reader "{part.where}": write `only: web` or `only: mail`')
        elif not part.closed:
            yield found(part.opening, f"this part for the {part.where} never ends: write `<!-- end -->` behind it")
    for span in ends_alone(document):
        yield found(span, "this mark ends nothing: no part begins before it")
