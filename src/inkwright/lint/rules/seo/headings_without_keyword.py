"""Section headings that never name the subject."""

from collections.abc import Iterator

from inkwright.lint.content import content_stems
from inkwright.lint.front import key_span
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the keyword of a post when no section heading shares a word with it, the title or the tags.

    Posts of a kind whose template names the sections are left alone.
    """
    keyword = context.metadata.keyword.strip()
    headings = [heading for heading in outline_headings(document) if heading.level > 1]
    if context.template is not None and context.template.sections:
        return
    if not keyword or not context.is_post or len(headings) < number(context, "headings-without-keyword", "headings"):
        return
    wanted = content_stems(" ".join((keyword, context.metadata.title, *context.metadata.tags)))
    if wanted and not wanted & content_stems(" ".join(heading.plain() for heading in headings)):
        yield found(key_span(document, "keyword"), f"no heading says anything of “{keyword}”: name it in one")
