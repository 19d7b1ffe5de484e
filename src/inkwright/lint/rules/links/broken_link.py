"""Links to files and pages that are not there."""

from collections.abc import Iterator

from inkwright.lint.links import targets
from inkwright.lint.page_links import leads_nowhere, page_links
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_SAID = {"wiki": "no post or note is called", "name": "no page is called", "address": "no page of this site is at"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each link none of whose possible files exists, and for each that leads to no page of the site."""
    if context.files is None:
        return
    told = set()
    for target in targets(document, context.path, context.roots):
        if not target.image and target.candidates and context.files.isdisjoint(target.candidates):
            told.add(target.span)
            yield found(target.span, f"there is no file `{target.address}`")
    for link in page_links(document):
        if link.span not in told and leads_nowhere(link, context):
            yield found(link.span, f"{_SAID[link.how]} `{link.target}`")
