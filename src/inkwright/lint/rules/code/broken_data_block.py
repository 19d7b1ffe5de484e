"""Tables and charts whose data cannot be found or drawn."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the first line of each block that cannot be drawn as it asks."""
    for fault in context.data_faults:
        if fault.kind == "broken":
            what = document.slice(fault.span).lstrip("`~ ")[:5]
            yield found(fault.span, f"this {what} cannot be drawn: {fault.message}")
