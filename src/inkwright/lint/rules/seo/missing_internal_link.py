"""Posts that lead to no other post of their author."""

import re
from collections.abc import Iterator

from inkwright.lint.content import content_stems
from inkwright.lint.front import title_place
from inkwright.lint.links import targets
from inkwright.lint.page_links import PageLink, file_of, page_links
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_NAMED = 2
"""Posts that are proposed at most."""
_NAMELESS = regex(r"(?:^|/)(?:_?index|readme)\.\w+$|\.\w+$", re.I)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the title of a finished post, naming up to two posts of the workspace that are near by name."""
    others = context.own_posts - {context.path}
    if (
        not context.is_post
        or context.metadata.draft
        or len(others) < number(context, "missing-internal-link", "at_least")
    ):
        return
    if _links_a_post(document, context, others):
        return
    _, place = title_place(document, context)
    near = " and ".join(f"`{path}`" for path in _nearest(document, context, others))
    yield found(place, f"no link to another post of yours{f': near by name {_verb(near)} {near}' if near else ''}")


def _verb(near: str) -> str:
    return "are" if " and " in near else "is"


def _links_a_post(document: Document, context: Context, others: frozenset[str]) -> bool:
    """Whether some link leads to a post of the workspace, or to a page of which it cannot be said that it is none."""
    links = targets(document, context.path, context.roots)
    if any(not link.image and not others.isdisjoint(link.candidates) for link in links):
        return True
    return any(_may_be_post(link, context, others) for link in page_links(document))


def _may_be_post(link: PageLink, context: Context, others: frozenset[str]) -> bool:
    file = file_of(link, context.pages)
    if file or (context.pages.certain and link.how == "address"):
        return file in others
    return link.how != "address" or "://" not in link.target


def _nearest(document: Document, context: Context, others: frozenset[str]) -> list[str]:
    """The paths that share most words with the title, the tags and the headings, most first; those that share none
    left out."""
    said = [context.metadata.title, *context.metadata.tags, *(block.plain() for block in document.of_kind("heading"))]
    wanted = content_stems(" ".join(said))
    shared = {path: len(wanted & _stems_of_path(path)) for path in sorted(others)}
    best = sorted(shared, key=lambda path: -shared[path])[:_NAMED]
    return [path for path in best if shared[path]]


def _stems_of_path(path: str) -> frozenset[str]:
    return content_stems(re.sub(r"[-_/.]", " ", _NAMELESS.sub("", path)))
