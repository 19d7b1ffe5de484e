"""Nothing private goes to another platform, a page to paste or a critic: the text is looked through before anything is
made of it."""

from inkwright.flows.check_private import private_words
from inkwright.lint.engine import check
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace

KEPT = ("private-word", "secret-in-code")
"""Rules whose findings keep a text here."""


def refuse_what_is_private(workspace: Workspace, document: Document) -> None:
    """Raises UsageError at the first private word or secret in a text."""
    context = Context(path=document.source.path, private_words=private_words(workspace))
    found = next(iter(check(document, context, KEPT)), None)
    if found:
        line = document.position(found.span.start).line
        said = f"nothing was sent, because of {found.message}"
        raise UsageError(said, path=document.source.path, line=line, hint="Take it out of the text first.")
