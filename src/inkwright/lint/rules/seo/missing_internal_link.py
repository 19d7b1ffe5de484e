"""Posts that lead to no other post of their author."""

import re
from collections.abc import Iterator

from inkwright.lint.content import content_stems
from inkwright.lint.front import title_place
from inkwright.lint.links import Target, targets
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the title of a finished post, naming the post of the workspace that is nearest by its name."""
    others = context.own_posts - {context.path}
    if (
        not context.is_post
        or context.metadata.draft
        or len(others) < number(context, "missing-internal-link", "at_least")
    ):
        return
    if document.inlines_of("wikilink") or any(not link.image and not link.own for link in _links(document, context)):
        return
    _, place = title_place(document, context)
    near = _nearest(document, context, others)
    yield found(place, f"no link to another post of yours: `{near}` is the nearest by name")


def _links(document: Document, context: Context) -> tuple[Target, ...]:
    return targets(document, context.path, context.roots)


def _nearest(document: Document, context: Context, others: frozenset[str]) -> str:
    """The path whose words are shared most with the title, the tags and the headings; the first one of equals."""
    said = [context.metadata.title, *context.metadata.tags, *(block.plain() for block in document.of_kind("heading"))]
    wanted = content_stems(" ".join(said))
    return max(sorted(others), key=lambda path: len(wanted & content_stems(re.sub(r"[-_/.]", " ", path))))
