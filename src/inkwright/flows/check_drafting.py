"""Drafting is quiet: a post whose plan is not written yet shows only what blocks, and one line about the rest.

Before its first sentence not even the questions of its plan count as open: a page that was only just laid out by `init`
or `new` has nothing to settle.
"""

from collections.abc import Sequence
from typing import NamedTuple

from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.post import Metadata
from inkwright.plan.sections import sections
from inkwright.plan.templates import template_or_none
from inkwright.text.plan_marks import plan_marks

_QUESTION = "open-question"


class Held(NamedTuple):
    """What is shown of a post being drafted: its findings that block, how many others wait, and the one line."""

    shown: tuple[Finding, ...]
    held: int
    line: str


def drafting(document: Document, metadata: Metadata, findings: Sequence[Finding]) -> Held | None:
    """What to show of a post that is still being written, None for one that is not.

    It is being written while a planned bullet is not covered by prose, or a section that has a plan has no prose.
    """
    if not plan_marks(document):
        return None
    found = [section for section in sections(document, template_or_none(metadata.template)) if section.level]
    planned = [section for section in found if section.key or section.bullets or section.questions]
    open_ = [
        section
        for section in planned
        if not section.words or any(not bullet.written and not bullet.question for bullet in section.bullets)
    ]
    if not open_:
        return None
    begun = any(section.words for section in found)
    shown = tuple(one for one in findings if one.severity == "error" and (begun or one.rule != _QUESTION))
    held = len(findings) - len(shown)
    waiting = f"{held} finding{'s' * (held != 1)} held"
    return Held(
        shown, held, f"{len(found) - len(open_)} of {len(found)} section{'s' * (len(found) != 1)} written; {waiting}"
    )
