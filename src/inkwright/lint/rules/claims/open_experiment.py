"""Links to notes of experiments that do not tell everything yet."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from inkwright.lint.links import targets
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each such note, where it is first linked."""
    left = dict(context.experiments)
    stems = {PurePosixPath(path).stem.lower(): path for path in left}
    places = [
        (target.span, next((path for path in target.candidates if path in context.experiments), ""))
        for target in targets(document, context.path, context.roots)
    ]
    places += [
        (link.span, stems.get(PurePosixPath(link.target.partition("#")[0]).stem.lower(), ""))
        for link in document.inlines_of("wikilink")
    ]
    for span, path in sorted(places if left else ()):
        missing = left.pop(path, ())
        if missing:
            yield found(span, f"the experiment in {path} has no {' and no '.join(missing)} yet")
