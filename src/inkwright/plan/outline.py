"""A post's text -> its outline: sections with budgets and words, bullets written or not, and what the plan breaches."""

from inkwright.model.document import Document
from inkwright.model.outline import NOT_PLACED, Outline
from inkwright.model.post import Metadata
from inkwright.model.template import Template
from inkwright.plan.breaches import breaches
from inkwright.plan.budget import total
from inkwright.plan.sections import sections


def outline(document: Document, metadata: Metadata, template: Template | None) -> Outline:
    """The outline of a post. `template` is None when the post names none that we know.

    `metadata.planning` holds the planning keys, wherever they are kept. An empty document has no sections and the
    breaches that say so.
    """
    found = sections(document, template)
    wrong = breaches(document, metadata.planning, found, template, metadata.template)
    words = sum(section.words for section in found)
    return Outline(metadata.template, found, total(found, template), wrong, words)


def unwritten(plan: Outline) -> int:
    """How many planned bullets the prose does not cover yet, open questions and those not placed left out."""
    return sum(
        not bullet.written and not bullet.question
        for section in plan.sections
        if section.key != NOT_PLACED
        for bullet in section.bullets
    )


def open_questions(plan: Outline) -> int:
    """How many open questions are left; each blocks publishing, wherever it stands."""
    return sum(bullet.question and not bullet.ticked for section in plan.sections for bullet in section.bullets)


def rating(value: object) -> int:
    """How much the writer wants to write a post, 1 to 5, from its planning key; 0 for anything else."""
    said = str(value).strip()
    return int(said) if said in ("1", "2", "3", "4", "5") else 0


def is_planned(plan: Outline, metadata: Metadata) -> bool:
    """Whether the writer made a plan at all: a template other than `none`, marks, bullets, or a thesis."""
    marked = any(section.key or section.bullets for section in plan.sections)
    return marked or metadata.template not in ("", "none") or bool(metadata.planning.get("thesis"))
