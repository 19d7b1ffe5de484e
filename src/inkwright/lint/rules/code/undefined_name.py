"""Names in the Python of a post that no snippet binds."""

import re
from collections.abc import Iterator

from inkwright.lint.fences import code_line
from inkwright.lint.python_names import Missing, missing_names
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.text.info_string import parse_info

_LANGUAGES = frozenset({"python", "ipython", "ipython3", "python-exec"})
_NOT_CODE = frozenset({"out", "output", "diff", "console", "traceback"})


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each name, where it is first used."""
    blocks = [block for block in document.of_kind("code") if _is_python(block)]
    if not blocks:
        return
    for slip in missing_names([block.text for block in blocks], _rest(document, blocks)):
        block = blocks[slip.number]
        line = code_line(document, block, slip.line)
        at = re.search(rf"\b{re.escape(slip.name)}\b", document.slice(line))
        span = Span(*at.span()).shift(line.start) if at else line
        yield found(span, _message(slip))


def _is_python(block: Block) -> bool:
    if block.name != "fenced" or "y" not in block.info:
        return False
    info = parse_info(block.info.lstrip("{."))
    if info.options.get("raises") == "NameError" or _NOT_CODE.intersection(info.words):
        return False
    return info.language.rstrip("}") in _LANGUAGES


def _rest(document: Document, blocks: list[Block]) -> str:
    """The text of a document without the given blocks."""
    ends = [document.front_matter.span.end, *(block.span.end for block in blocks)]
    starts = [*(block.span.start for block in blocks), len(document.text)]
    return "\n".join(document.text[end:start] for end, start in zip(ends, starts, strict=True))


def _message(slip: Missing) -> str:
    if slip.meant == slip.name:
        return f"`{slip.name}` is used but not imported in any snippet"
    hint = f"; did you mean `{slip.meant}`?" if slip.meant else ""
    return f"no snippet of this post defines `{slip.name}`{hint}"
