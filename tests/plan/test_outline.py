"""Sections, words, bullets and breaches of a post, and how they move with what is written."""

import pytest

from inkwright.model.outline import Outline
from inkwright.model.post import Metadata
from inkwright.model.template import Budget
from inkwright.plan.outline import is_planned, open_questions, outline, unwritten
from inkwright.plan.seed import body
from inkwright.plan.templates import template
from inkwright.text.markdown import parse_text

FULL = {"what": "a", "why": "b", "who": "c", "thesis": "Caches lie.", "reader_question": "why is my cache slow"}
POST = """---
title: T
what: ""
thesis: ""
---

## Why
<!-- section: why 100-150 -->
<!-- plan
Q: What?
- eviction is global [[kv]]
- [x] anything at all
- ? does it hold on CPU
-->

Eviction is a global matter.

## How it goes
<!-- plan
- first step
  - nested detail
- second step
- third step
- fourth step
-->

### Inside

Seven words of prose are standing here.
"""


def plan_of(text: str, kind: str = "", **planning: str) -> Outline:
    metadata = Metadata(template=kind, planning=planning)
    return outline(parse_text(text, "posts/t/index.md"), metadata, template(kind) if kind else None)


def said(plan: Outline, kind: str) -> list[tuple[int, str]]:
    return [(breach.line, breach.message) for breach in plan.breaches if breach.kind == kind]


def test_sections_with_their_words_marks_and_bullets() -> None:
    why, how = plan_of(POST).sections
    assert (why.title, why.level, why.key, why.budget, why.line, why.words) == ("Why", 2, "why", Budget(100, 150), 7, 5)
    assert why.questions == ("What?",)
    assert [(b.text, b.note, b.written, b.question) for b in why.bullets] == [
        ("eviction is global", "kv", True, False),
        ("anything at all", "", True, False),
        ("does it hold on CPU", "", False, True),
    ]
    assert [b.text for b in how.bullets] == ["first step", "second step", "third step", "fourth step"]
    assert (how.words, how.line, how.key) == (8, 18, "")
    plan = plan_of(POST)
    assert (plan.words, unwritten(plan), open_questions(plan)) == (13, 4, 1)


def test_breaches_name_their_lines_in_order() -> None:
    plan = plan_of(POST, thesis="One. Two.", reader_question="TK")
    assert [line for line, _ in said(plan, "block")] == [1, 1, 3], "only `what` has a line of its own, the third"
    assert said(plan, "thesis") == [(4, "the thesis is 2 sentences: make it one")]
    assert said(plan, "reader")[0][1].startswith("`reader_question` is empty")
    assert said(plan, "question") == [(13, "open question: does it hold on CPU")]
    assert said(plan, "sections") == [(18, "2 section headings: plan 5 to 8")]
    assert said(plan, "bullets") == [(18, "`How it goes` has 4 bullets: keep 3 or split it")]
    assert [breach.line for breach in plan.breaches] == sorted(breach.line for breach in plan.breaches)


@pytest.mark.parametrize(
    ("thesis", "message"),
    [
        ("Eviction is the bottleneck, not compute.", None),
        ("It runs at 3.5 GB/s, e.g. on an H100.", None),
        ("word " * 31, "the thesis has 31 words: 30 are enough"),
        ("", "`thesis` is empty: say the whole post in one sentence"),
        ("TODO", "`thesis` is empty: say the whole post in one sentence"),
        ("???", "`thesis` is empty: say the whole post in one sentence"),
    ],
)
def test_thesis(thesis: str, message: str | None) -> None:
    found = said(plan_of("", "none", **{**FULL, "thesis": thesis}), "thesis")
    assert [text for _, text in found] == ([message] if message else [])


@pytest.mark.parametrize(("count", "breached"), [(4, True), (5, False), (8, False), (9, True)])
def test_five_to_eight_headings(count: int, breached: bool) -> None:
    text = "".join(f"## Part {n}\n\n{'word ' * 40}\n\n" for n in range(count))
    assert bool(said(plan_of(text), "sections")) is breached
    assert not said(plan_of(text, "none", **FULL), "sections")
    assert not said(plan_of(text, "what-i-learned", **FULL), "sections")


def test_a_template_with_fewer_sections_asks_for_its_own_number() -> None:
    assert not said(plan_of(body(template("first-post")), "first-post"), "sections")
    assert said(plan_of("## One\n<!-- section: story -->\n", "first-post"), "sections")


def test_kinds_without_structure_are_asked_for_their_purpose_only() -> None:
    for kind in ("none", "what-i-learned"):
        assert {breach.kind for breach in plan_of("", kind).breaches} == {"block", "thesis", "reader"}
        assert plan_of("", kind, **FULL).breaches == ()


def test_a_fresh_tutorial_lacks_bullets_and_notes_and_nothing_else() -> None:
    plan = plan_of(body(template("tutorial")), "tutorial", **FULL)
    assert {breach.kind for breach in plan.breaches} == {"bullets", "parts"}
    assert len(said(plan, "bullets")) == 7
    assert [message.split(":")[0] for _, message in said(plan, "parts")] == [
        "`Architecture` needs a diagram",
        "`Step-by-step` needs code",
    ]
    assert plan.budget == (1450, 2550)
    assert [section.words for section in plan.sections] == [0] * 7


def test_a_filled_plan_has_no_breach_and_an_empty_intro_is_fine() -> None:
    text = body(template("tutorial")).replace("-->\n\n## ", "- one point\n- diagram and code\n-->\n\n## ")
    text = text.replace("further?\n-->", "further?\n- one point\n- two points\n-->")
    assert plan_of(text, "tutorial", **FULL).breaches == ()


def test_a_lost_section_is_named_a_renamed_one_is_known() -> None:
    text = body(template("opinion")).replace("## Nuance", "## Where I may be wrong")
    plan = plan_of(text, "opinion", **FULL)
    assert [section.key for section in plan.sections] == [
        "claim",
        "evidence",
        "counterargument",
        "nuance",
        "implications",
    ]
    gone = text[: text.index("## Where")] + text[text.index("## Implications") :]
    assert (
        said(plan_of(gone, "opinion", **FULL), "sections")[-1][1] == "the template's section `Nuance` (nuance) is gone"
    )


def test_words_over_the_budget_are_told_with_their_section() -> None:
    text = f"## A\n<!-- section: a 50-100 -->\n\n{'word ' * 120}\n"
    assert said(plan_of(text), "budget") == [(1, "`A` has 120 words for a budget of 50-100")]


def test_a_written_section_is_told_what_it_still_lacks() -> None:
    text = body(template("tutorial"))
    at = text.index("## Results")
    written = text[:at] + text[at:].replace("-->\n\n", f"-->\n\n{'It went well indeed. ' * 60}\n\n", 1)
    assert said(plan_of(written, "tutorial"), "written")[0][1] == "`Results` needs a figure"
    assert not said(plan_of(text, "tutorial"), "written")


def test_an_empty_opening_is_told_once_the_rest_is_written() -> None:
    parts = [f"## P{n}\n<!-- section: p{n} -->\n<!-- plan\n- alpha beta\n-->\n\n" for n in range(4)]
    plan = "".join(parts)
    assert not said(plan_of(plan), "written")
    assert not said(plan_of(plan.replace("-->\n\n## P3", "-->\n\nAlpha beta.\n\n## P3")), "written"), "one of four"
    done = "".join(part + "Alpha and beta.\n\n" * (number > 0) for number, part in enumerate(parts))
    assert said(plan_of(done), "written") == [(1, "`P0` is empty, and the rest is written")]
    assert not said(plan_of(done.replace("Alpha and beta.", "Gamma.", 1)), "written"), "a bullet is still to be written"


def test_a_post_without_template_notes_what_it_needs_besides_prose() -> None:
    text = "".join(f"## P{n}\n<!-- plan\n- a point\n- b point\n-->\n\n" for n in range(5))
    assert len(said(plan_of(text, **FULL), "parts")) == 1
    assert plan_of(text.replace("- a point", "- code: none", 1), **FULL).breaches == ()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("", []),
        ("Just words.\n", [""]),
        ("# Title\n\nIntro words.\n\n## A\n\n## B\n", ["", "A", "B"]),
        ("# A\n\n# B\n\n## C\n", ["A", "B"]),
        ("# Only\n", ["Only"]),
        ("### A\n\n### B\n\n#### C\n", ["A", "B"]),
        ("## A\n\n### Deep\n<!-- section: deep 10 -->\n\n## B\n", ["A", "Deep", "B"]),
        ("## A\n\n> ## quoted\n\n```\n## code\n```\n", ["A"]),
    ],
)
def test_which_headings_are_sections(text: str, titles: list[str]) -> None:
    assert [section.title for section in plan_of(text).sections] == titles


def test_sections_cover_the_text_without_gaps() -> None:
    text = "Intro.\n\n## A\n\nWords.\n\n## B\n"
    sections = plan_of(text).sections
    assert [section.span for section in sections] == [(0, 8), (8, 22), (22, len(text))]
    assert sections[0].line == 1


def test_who_made_a_plan() -> None:
    assert not is_planned(plan_of("## A\n\nWords.\n"), Metadata())
    assert is_planned(plan_of(POST), Metadata())
    assert is_planned(plan_of(""), Metadata(template="essay"))
    assert is_planned(plan_of(""), Metadata(planning={"thesis": "x"}))
    assert not is_planned(plan_of(""), Metadata(template="none"))


STRAYS = """## One
<!-- plan
- retries make the outage longer
- jitter helps
-->

## Two
<!-- plan
- the outage of June
- clients came back at once
-->

## Three
<!-- plan
- my sourdough starter doubles
- flour from the mill
-->
"""


def test_a_section_that_shares_nothing_with_the_thesis_is_named() -> None:
    plan = plan_of(STRAYS, thesis="Retries without jitter turn a slow minute into an outage.")
    assert said(plan, "stray") == [
        (13, "`Three` shares no word with the thesis or with another section: does it belong here?")
    ]


def test_a_section_that_belongs_by_the_thesis_or_by_its_neighbours_is_not_named() -> None:
    assert not said(plan_of(STRAYS, thesis="Outages rise like sourdough."), "stray")
    tied = STRAYS.replace("- flour from the mill", "- flour, as after the outage")
    assert not said(plan_of(tied, thesis="Jitter helps."), "stray")
    assert not said(plan_of(STRAYS), "stray"), "without a thesis nothing can be stray"
    two = STRAYS[: STRAYS.index("## Two")] + STRAYS[STRAYS.index("## Three") :]
    assert not said(plan_of(two, thesis="Jitter helps."), "stray"), "of two sections neither is the odd one"
