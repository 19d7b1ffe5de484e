"""Fragments that point at nothing."""

from collections.abc import Iterator

from inkwright.lint.links import offered_anchors, squash, targets
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each fragment that its page, this one or another of the workspace, does not offer."""
    with_fragment = [target for target in targets(document, context.path, context.roots) if target.fragment]
    if not with_fragment:
        return
    here = offered_anchors(document)
    for target in with_fragment:
        if target.fragment.startswith((":~:", "/", "!")) or target.image:
            continue
        if target.own:
            offered, place = here, "this page"
        else:
            file = next((file for file in target.candidates if file in context.anchors), "")
            offered, place = (context.anchors[file], f"`{file}`") if file else (None, "")
        if offered is not None and squash(target.fragment) not in offered:
            yield found(target.span, f"{place} has no heading or id `#{target.fragment}`")
