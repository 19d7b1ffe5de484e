"""Fragments that point at nothing."""

from collections.abc import Iterator

from inkwright.lint.links import offered_anchors, squash, targets
from inkwright.lint.page_links import file_of, page_links
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each fragment that its page, this one or another of the workspace, does not offer."""
    here = None
    for span, fragment, file in sorted(set(_fragments(document, context))):
        if fragment.startswith((":~:", "/", "!")):
            continue
        if not file:
            here = here or (offered_anchors(document),)
        offered = here[0] if here and not file else context.anchors.get(file)
        if offered is not None and squash(fragment) not in offered:
            place = f"`{file}`" if file else "this page"
            yield found(span, f"{place} has no heading or id `#{fragment}`")


def _fragments(document: Document, context: Context) -> Iterator[tuple[Span, str, str]]:
    """Place, fragment and file of every link with a fragment whose page is known; no file for the document itself."""
    for target in targets(document, context.path, context.roots):
        if target.fragment and not target.image:
            file = next((file for file in target.candidates if file in context.anchors), "")
            if target.own or file:
                yield target.span, target.fragment, "" if target.own else file
    for link in page_links(document):
        if link.fragment and not link.fragment.startswith("^"):
            file = file_of(link, context.pages)
            if file:
                yield link.span, link.fragment.rsplit("#", 1)[-1], "" if file == context.path else file
