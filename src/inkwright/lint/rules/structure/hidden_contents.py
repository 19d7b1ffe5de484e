"""Long posts whose table of contents is switched off."""

from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.prose import word_count

_KEYS = ("showToc", "ShowToc", "showTableOfContents", "toc", "hide_table_of_contents")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the key that switches it off, when the post is long and has headings to list."""
    if context.metadata.show_toc is not False:
        return
    headings = [heading for heading in outline_headings(document) if heading.level > 1]
    words = word_count(document)
    if len(headings) >= number(context, "hidden-contents", "headings") and words >= number(
        context, "hidden-contents", "words"
    ):
        key = next((key for key in _KEYS if key in document.front_matter.data), "")
        yield found(
            key_span(document, key), f"{words} words and no table of contents: readers cannot see what there is"
        )
