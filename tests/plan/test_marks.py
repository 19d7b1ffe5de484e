"""What the planning room writes into a post, the text room reads back."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.document import Dialect
from inkwright.model.template import Budget
from inkwright.plan.marks import bullet_line, plan_mark, section_mark
from inkwright.plan.sections import sections
from inkwright.plan.seed import body
from inkwright.plan.templates import kinds, template
from inkwright.text.markdown import parse_text
from inkwright.text.plan_marks import plan_marks, section_marks
from inkwright.text.prose import word_count

PATHS = {"markdown": "a.md", "mdx": "a.mdx", "quarto": "a.qmd"}
lines = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)


@pytest.mark.parametrize("dialect", get_args(Dialect))
@pytest.mark.parametrize("kind", [kind for kind in kinds() if template(kind).sections])
def test_a_seeded_post_reads_back_as_its_template(kind: str, dialect: Dialect) -> None:
    found = template(kind)
    document = parse_text(body(found, dialect), PATHS[dialect])
    marks = section_marks(document)
    assert [(mark.key, mark.budget) for mark in marks] == [(part.key, part.budget) for part in found.sections]
    assert [mark.heading.plain() for mark in marks if mark.heading] == [part.title for part in found.sections]
    assert [plan.questions for plan in plan_marks(document)] == [part.questions for part in found.sections]
    titles = sum(word_count(parse_text(f"## {part.title}\n")) for part in found.sections)
    assert word_count(document) == titles, "a fresh post must hold no prose but its headings"


@pytest.mark.parametrize("dialect", get_args(Dialect))
def test_bullets_that_were_not_placed_are_read_back_as_such(dialect: Dialect) -> None:
    text = body(template("opinion"), dialect, {"claim": ["one [[a]]"], "not-placed": ["two [[b]]", "three"]})
    document = parse_text(text, PATHS[dialect])
    *plans, spare = plan_marks(document)
    assert [plan.spare for plan in plans] == [False] * 5
    assert spare.spare
    assert [(bullet.text, bullet.note) for bullet in spare.bullets] == [("two", "b"), ("three", "")]
    *named, last = sections(document, template("opinion"))
    assert [len(section.bullets) for section in named] == [1, 0, 0, 0, 0]
    assert (last.key, last.title, len(last.bullets)) == ("not-placed", "Not placed", 2)


def test_a_kind_without_sections_keeps_its_questions() -> None:
    found = template("what-i-learned")
    (plan,) = plan_marks(parse_text(body(found)))
    assert plan.questions == found.questions
    assert body(template("none")) == ""


@given(st.lists(lines, max_size=3), st.lists(lines, max_size=3), st.sampled_from(get_args(Dialect)))
@settings(max_examples=150, deadline=None)
def test_any_question_and_bullet_stays_inside_its_mark(
    questions: list[str], bullets: list[str], dialect: Dialect
) -> None:
    mark = plan_mark(questions, bullets, dialect)
    document = parse_text(f"## A\n{mark}\n\nafter words\n", PATHS[dialect])
    (plan,) = plan_marks(document)
    assert document.slice(plan.span) == mark
    assert len(plan.questions) == len(questions)
    assert len([bullet for bullet in plan.bullets if bullet.text]) <= len(bullets)


@given(st.integers(0, 5000), st.integers(0, 5000), st.from_regex(r"[a-z]{1,12}(-[a-z]{1,8}){0,2}", fullmatch=True))
@settings(max_examples=100, deadline=None)
def test_section_marks_round_trip(low: int, more: int, key: str) -> None:
    budget = Budget(low, low + more) if low else Budget(0, 0)
    for dialect in get_args(Dialect):
        document = parse_text(f"## A\n{section_mark(key, budget, dialect)}\n", PATHS[dialect])
        (mark,) = section_marks(document)
        assert (mark.key, mark.budget) == (key, budget)


def test_bullets_keep_their_note() -> None:
    assert bullet_line("why it\nis slow --> here", "kv cache") == "- why it is slow -- > here [[kv cache]]"
    (plan,) = plan_marks(parse_text(plan_mark((), ["a point [[note]]", "[x] done", "? open"])))
    assert [(b.text, b.note, b.ticked, b.question) for b in plan.bullets] == [
        ("a point", "note", False, False), ("done", "", True, False), ("open", "", False, True),
    ]  # fmt: skip
