"""Pictures exported from a drawing program that no longer show what their source holds."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.diagrams import drawing_files


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each picture whose export is behind its source."""
    for one in drawing_files(document) if context.exports else ():
        export = context.exports.get(one.target)
        if export is not None and export.state == "stale":
            yield found(one.span, f"`{export.export}` no longer shows what `{export.source}` holds: export it again")
