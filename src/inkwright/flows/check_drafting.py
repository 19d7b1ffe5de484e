"""Drafting is quiet: a post whose plan is not written yet shows only what blocks, and one line about the rest.

Before its first sentence not even the questions of its plan count as open: a page that was only just laid out by `init`
or `new` has nothing to settle.
"""

from collections.abc import Sequence
from typing import NamedTuple

from inkwright.model.document import Document
from inkwright.model.errors import UnreadableError
from inkwright.model.finding import Finding
from inkwright.model.outline import NOT_PLACED
from inkwright.model.post import Metadata
from inkwright.plan.sections import sections
from inkwright.plan.templates import template_or_none
from inkwright.text.plan_marks import plan_marks
from inkwright.workspace.folder import Workspace
from inkwright.workspace.sessions import open_session, session_path

_QUESTION = "open-question"


class Held(NamedTuple):
    """What is shown of a post being drafted: its findings that block, how many others wait, and the one line."""

    shown: tuple[Finding, ...]
    held: int
    line: str


def in_session(workspace: Workspace, post_id: str, today: str) -> bool:
    """Whether a session of outlining or drafting on the post is open and was seen today; a damaged one is none."""
    if not workspace.inside or not workspace.exists(session_path(post_id)):
        return False
    try:
        session = open_session(workspace, post_id)
    except UnreadableError:
        return False  # `write` names it
    return session is not None and session.work != "edit" and session.seen.date().isoformat() == today


def drafting(document: Document, metadata: Metadata, findings: Sequence[Finding], writing: bool = False) -> Held | None:
    """What to show of a post that is still being written, None for one that is not.

    It is being written while a session is open (`writing`), a planned bullet is not covered by prose, or a section
    that has a plan has no prose.
    """
    if not plan_marks(document):
        return _held_while_writing(findings) if writing else None
    every = sections(document, template_or_none(metadata.template))
    found = [section for section in every if section.level or (section.bullets and section.key != NOT_PLACED)]
    planned = [section for section in found if section.key or section.bullets or section.questions]
    open_ = [
        section
        for section in planned
        if not section.words or any(not bullet.written and not bullet.question for bullet in section.bullets)
    ]
    if not open_:
        return _held_while_writing(findings) if writing else None
    begun = any(section.words for section in found)
    shown = tuple(one for one in findings if one.severity == "error" and (begun or one.rule != _QUESTION))
    held = len(findings) - len(shown)
    waiting = f"{held} finding{'s' * (held != 1)} held"
    return Held(
        shown, held, f"{len(found) - len(open_)} of {len(found)} section{'s' * (len(found) != 1)} written; {waiting}"
    )


def _held_while_writing(findings: Sequence[Finding]) -> Held:
    shown = tuple(one for one in findings if one.severity == "error")
    held = len(findings) - len(shown)
    return Held(shown, held, f"a writing session is open; {held} finding{'s' * (held != 1)} held")
