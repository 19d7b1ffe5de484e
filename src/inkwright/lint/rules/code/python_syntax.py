"""Python in fences that cannot be parsed, told apart from Python that is shown in part."""

from collections.abc import Iterator

from inkwright.lint.fences import code_offset
from inkwright.lint.python_code import first_error
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.text.info_string import parse_info

_LANGUAGES = frozenset({"python", "ipython", "ipython3", "python-exec"})
_NOT_CODE = frozenset({"out", "output", "diff", "console", "traceback"})
"""Words of an info string that call a block the output of Python, or a change to it."""

_CURLY = ("invalid character '“'", "invalid character '”'", "invalid character '‘'", "invalid character '’'")
"""What `smart-quote-in-code` names, with its fix."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each block, at the place where Python gives up."""
    for block in document.of_kind("code"):
        if block.name != "fenced" or "y" not in block.info:
            continue
        info = parse_info(block.info.lstrip("{."))
        if info.language.rstrip("}") not in _LANGUAGES or _NOT_CODE.intersection(info.words):
            continue
        if info.options.get("raises") == "SyntaxError":
            continue
        error = first_error(block.text)
        if error and not error.message.startswith(_CURLY):
            start = code_offset(document, block, error.line, error.column)
            line_end = code_offset(document, block, error.line, 1_000_000)
            yield found(Span(start, min(start + 1, max(line_end, start))), f"Python cannot read this: {error.message}")
