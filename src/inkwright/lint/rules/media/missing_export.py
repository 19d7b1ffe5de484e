"""Pictures kept in the file of a drawing program that a page cannot show."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.diagrams import drawing_files


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each drawing that has no export and that we cannot draw."""
    for one in drawing_files(document) if context.exports else ():
        export = context.exports.get(one.target)
        if export is not None and export.state == "missing":
            why = f" ({export.fault})" if export.fault else ""
            name = export.source.rsplit("/", 1)[-1].removesuffix(".md")
            yield found(one.span, f"a page cannot show this drawing{why}: export it as `{name}.svg` beside it")
