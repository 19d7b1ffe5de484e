"""Pictures of a user interface that do not say when they were taken, or of which version."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from inkwright.lint.front import is_published_post
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document, Inline
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_SCREENSHOT = regex(
    r"screen[ _-]?(?:shot|capture|grab)s?|screen[ _-]?recording|cleanshot|bildschirmfoto|captura[ _-]de[ _-]pantalla|"
    r"capture[ _-]d.[ée]cran|schermata",
    re.I,
)
_DATED = regex(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\w.])v?\d+\.\d+(?:\.\d+)*(?![\w])|\b(?:version|release)\s+\d|"
    r"(?<!\d)(?:19|20)\d{6}(?!\d)",
    re.I,
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the first picture of a post that is named or described as a screenshot and has neither date nor
    version in its file name, its texts or its caption; it says how many more there are."""
    if not is_published_post(document, context):
        return
    undated = list(_undated(document))
    if undated:
        more = f" (nor do {len(undated) - 1} more here)" if len(undated) > 1 else ""
        yield found(undated[0].span, f"this screenshot does not say when it was taken or of which version{more}")


def _undated(document: Document) -> Iterator[Inline]:
    blocks = document.all_blocks
    for at, block in enumerate(blocks):
        for picture in block.walk_inlines():
            if picture.kind == "image":
                said = f"{picture.plain()} {unquote(picture.target)} {picture.title}"
                if _SCREENSHOT.search(said) and not _DATED.search(f"{said} {block.plain()} {_caption(blocks, at)}"):
                    yield picture


def _caption(blocks: tuple[Block, ...], at: int) -> str:
    """The paragraph below a picture, which often is its caption."""
    below = next((block for block in blocks[at + 1 :] if block.kind != "comment"), None)
    return below.plain() if below and below.kind == "paragraph" else ""
