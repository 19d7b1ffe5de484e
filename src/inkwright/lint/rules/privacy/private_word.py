"""Terms of the private list that a post would show."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from inkwright.lint.pictures import told_by_pictures
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span

_DEEP = 100
"""Blocks before a place among which the one that holds it is looked for; deeper nesting has no source."""
_WEB = ("http://", "https://", "//")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each place of each private word, but where its paragraph links a public source; one where the
    file's own name or one of its pictures holds any."""
    words = sorted(context.private_words, key=len, reverse=True)
    if not words:
        return
    # Case counts for no term: a code name shouted or whispered is the same secret.
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_spelled, words))})(?!\w)", re.I)
    for match in pattern.finditer(document.text):
        block = _block_at(document, match.start())
        if block is None or not _has_source(block):
            yield found(Span(*match.span()), f"“{match[0]}” is on your private list and nothing public is linked here")
    in_name = pattern.search(_names(context.path))
    if in_name:
        message = f"the file's name, which makes its address, holds “{in_name[0]}” of your private list"
        yield found(Span(0, 0), message)
    for span, path, traces in told_by_pictures(document, context):
        told = pattern.search("\n".join((_names(path), *(trace.value for trace in traces))))
        if told:
            yield found(span, f"the file {path} names “{told[0]}”, which is on your private list")


def _names(path: str) -> str:
    """A path as it is and as text in which words are told apart."""
    return f"{path}\n{re.sub(r'[-_./]+', ' ', path)}"


def _spelled(word: str) -> str:
    """A term as a pattern; white space in it may be any."""
    return r"\s+".join(map(re.escape, word.split()))


def _block_at(document: Document, at: int) -> Block | None:
    """The innermost block that holds an offset and text of its own; None in front matter and between blocks."""
    blocks = document.all_blocks
    index = bisect_right(blocks, at, key=lambda block: block.span.start)
    return next((block for block in reversed(blocks[max(index - _DEEP, 0) : index]) if at < block.span.end), None)


def _has_source(block: Block) -> bool:
    """Whether a block of text links the web; a comment is never published."""
    return block.kind == "comment" or any(
        inline.kind == "link" and inline.target.startswith(_WEB) for inline in block.walk_inlines()
    )
