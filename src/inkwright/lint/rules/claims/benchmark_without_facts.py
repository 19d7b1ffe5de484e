"""Measured values without word of how they were measured."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the first line of each table or chart that lacks one of the five facts."""
    for fault in context.data_faults:
        if fault.kind == "facts":
            yield found(fault.span, fault.message)
