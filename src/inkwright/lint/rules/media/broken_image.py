"""Pictures that are not there."""

from collections.abc import Iterator

from inkwright.lint.links import targets
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each image none of whose possible files exists."""
    if context.files is None:
        return
    for target in targets(document, context.path, context.roots):
        known = target.address in context.exports  # a drawing may lie anywhere in a vault
        if target.image and target.candidates and not known and context.files.isdisjoint(target.candidates):
            yield found(target.span, f"there is no picture `{target.address}`")
