"""Keys, tokens and passwords that a post would publish."""

from collections.abc import Iterator

from inkwright.lint.pictures import told_by_pictures
from inkwright.lint.rule import found
from inkwright.lint.secrets import secrets
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each secret anywhere in the file, code, prose and front matter alike, and in its pictures."""
    for secret in secrets(document.text):
        message = f"this looks like {secret.kind}: take it out, and revoke it if it was ever pushed"
        yield found(secret.span, message)
    for span, path, traces in told_by_pictures(document, context):
        for secret in (secret for trace in traces for secret in secrets(trace.value)):
            yield found(span, f"the file {path} holds what looks like {secret.kind}: take it out, and revoke it")
