"""The suppression comment that allows one finding, as an edit."""

from inkwright.model.document import Block, Document
from inkwright.model.finding import Edit, Finding
from inkwright.model.span import Span


def allow(document: Document, finding: Finding) -> Edit:
    """An edit that writes the comment allowing a finding's rule where the finding stands.

    The comment gets its own line before the outermost block around the finding. A finding outside all blocks (in the
    front matter, about the whole file) is allowed for the file, right below the front matter.
    """
    block = _around(document, finding.span.start)
    verb, at = ("allow", _line_start(document.text, block.span.start)) if block else ("allow-file", _below(document))
    words = f"inkwright: {verb} {finding.rule}"
    end = "\r\n" if "\r\n" in document.text else "\n"
    # MDX reads braces that touch a paragraph as part of it, so a blank line keeps them apart.
    written = f"{{/* {words} */}}{end}{end}" if document.source.dialect == "mdx" else f"<!-- {words} -->{end}"
    return Edit(Span(at, at), written)


def _around(document: Document, offset: int) -> Block | None:
    found = (block for block in document.blocks if block.span.start <= offset < block.span.end)
    return next(found, None)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _below(document: Document) -> int:
    """Where the text begins: below the front matter, behind a BOM."""
    return document.front_matter.span.end or int(document.text.startswith("\ufeff"))
