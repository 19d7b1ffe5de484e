"""What a recorded output shows that should not be published."""

from inkwright.flows.check_private import private_words
from inkwright.lint.engine import check
from inkwright.model.context import Context
from inkwright.model.source import Source
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace

_RULES = ("private-path", "private-word", "secret-in-code")
_FENCE = "~" * 12


def warnings(workspace: Workspace, text: str) -> tuple[str, ...]:
    """A sentence for each private path, private word or secret, its line in the text and a colon first; empty for
    none."""
    document = parse(Source("output.txt", f"{_FENCE} text\n{text}{_FENCE}\n"))
    found = check(document, Context(private_words=private_words(workspace)), only=_RULES)
    return tuple(f"{document.position(one.span.start).line - 1}: {one.message}" for one in found)
