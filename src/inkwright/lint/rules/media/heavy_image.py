"""Pictures that weigh too much."""

from collections.abc import Iterator

from inkwright.lint.links import targets
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_ANIMATED = (".gif", ".mp4", ".webm", ".apng")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each picture above its budget; pictures whose size nobody knows are left alone."""
    if not context.sizes:
        return
    for target in targets(document, context.path, context.roots):
        place = next((path for path in target.candidates if path in context.sizes), "") if target.image else ""
        if place:
            kind = "animation" if place.lower().endswith(_ANIMATED) else "kilobytes"
            size, most = context.sizes[place] / 1000, number(context, "heavy-image", kind)
            if size > most:
                yield found(target.span, f"this picture weighs {size / 1000:.1f} MB: bring it below {most} KB")
