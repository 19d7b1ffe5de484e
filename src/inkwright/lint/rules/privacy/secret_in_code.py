"""Keys, tokens and passwords that a post would publish."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.secrets import secrets
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each secret anywhere in the file, code, prose and front matter alike."""
    for secret in secrets(document.text):
        message = f"this looks like {secret.kind}: take it out, and revoke it if it was ever pushed"
        yield found(secret.span, message)
