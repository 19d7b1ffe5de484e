"""What a check says about a text, and the edits that would mend it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from inkwright.model.document import Document
from inkwright.model.rates import Usual
from inkwright.model.span import Span

Severity = Literal["error", "warning", "suggestion"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")
"""From gravest to mildest."""

CATEGORIES = (
    "wordiness", "clarity", "claims", "terms", "rhythm", "voice", "structure", "template", "seo", "links", "media",
    "code", "spelling", "grammar", "originality", "privacy",
)  # fmt: skip


class Edit(Struct, frozen=True):
    """Replace the characters of a span by a text; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """A mending of one finding. `safe` fixes cannot change what the author says; `edits` do not overlap."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Finding(Struct, frozen=True):
    """One thing a good editor would mark: where, what, why, and how to mend it where that is known."""

    rule: str
    category: str
    severity: Severity
    span: Span
    message: str
    why: str = ""
    fix: Fix | None = None


class ChecklistItem(Struct, frozen=True):
    """One of the 18 lines of the quality checklist, with what it rests on."""

    id: str
    text: str
    state: Literal["pass", "fail", "ask"]
    evidence: str


class Checked(Struct, frozen=True):
    """One file after a check: `path` is as the user named it, `findings` are in document order. `document` has blocks
    only where it was checked by itself.

    `drafting` is the one line for a post that is still being written ("" for any other); `held` counts the findings
    that are then kept back. `words` counts prose. `checklist` is empty unless asked for. `unclear` pairs each external
    address of which nothing could be told with the reason; empty when nothing was asked. `usual` tells by rule what its
    author usually has, for rules of which that is known; `findings` holds them all.
    """

    path: str
    document: Document
    findings: tuple[Finding, ...]
    words: int = 0
    held: int = 0
    drafting: str = ""
    checklist: tuple[ChecklistItem, ...] = ()
    unclear: tuple[tuple[str, str], ...] = ()
    usual: Mapping[str, Usual] = field(default_factory=dict)
