"""Posts that do not name their subject at the start."""

from collections.abc import Iterator

from inkwright.lint.content import content_stems
from inkwright.lint.front import is_published_post, key_span
from inkwright.lint.intro import INTRO_WORDS, holds_keyword, intro_text
from inkwright.lint.rule import found
from inkwright.lint.tokens import is_english
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_JUDGED = 40
"""Words that an intro must have before it is held against the title."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a declared keyword that the first words lack, or on a title of which they hold no word."""
    keyword = context.metadata.keyword.strip()
    if not keyword and not is_published_post(document, context):
        return
    intro = intro_text(document)
    if keyword:
        if intro.strip() and not holds_keyword(intro, keyword):
            where = key_span(document, "keyword")
            yield found(
                where, f"the first {INTRO_WORDS} words do not say “{keyword}”: name it where readers look first"
            )
        return
    wanted = content_stems(context.metadata.title)
    if len(intro.split()) >= _JUDGED and len(wanted) > 1 and is_english(document) and not wanted & content_stems(intro):
        message = f"no word of the title is among the first {INTRO_WORDS} words: say early what the post is about"
        yield found(key_span(document, "title"), message)
