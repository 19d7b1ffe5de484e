"""Nine gates, each on its own: what opens one leaves the others as they are."""

import pytest
from msgspec.structs import replace

from inkwright.model.finding import Finding, Severity
from inkwright.model.outline import Breach, Outline, Section
from inkwright.model.post import STAGES, Stage
from inkwright.model.span import Span
from inkwright.model.template import Budget
from inkwright.plan.stage import Facts, gates, next_gate, open_before, stage_of

SECTION = Section("A", 2, Span(0, 9), Span(2, 9), 400, key="a", budget=Budget(300, 500))
DONE = Facts(
    id="kv", plan=Outline("tutorial", (SECTION,), Budget(300, 500), (), 400), planned=True, filed=True,
    beyond_docs=True, unwritten=0, open_questions=0, run="passed", built=True, promoted=True,
)  # fmt: skip


def finding(category: str, severity: Severity = "warning") -> Finding:
    return Finding("some-rule", category, severity, Span(0, 1), "m")


def with_plan(**changes: object) -> Facts:
    return replace(DONE, plan=replace(DONE.plan, **changes))


def shut(facts: Facts) -> dict[Stage, str]:
    return {gate.stage: gate.missing for gate in gates(facts) if not gate.passed}


def test_all_gates_passed() -> None:
    found = gates(DONE)
    assert [gate.stage for gate in found] == list(STAGES)
    assert (stage_of(found), next_gate(found), open_before(found, "promoted")) == ("promoted", None, ())


BREACH = Breach(3, "`what` is empty", "block")
EMPTY = replace(SECTION, words=0)


@pytest.mark.parametrize(
    ("facts", "open_", "said"),
    [
        (replace(DONE, filed=False), {"grouped"}, "no tag"),
        (with_plan(breaches=(BREACH, BREACH)), {"outlined"}, "`what` is empty (and 1 more)"),
        (with_plan(breaches=(replace(BREACH, kind="budget"), replace(BREACH, kind="question"))), set(), ""),
        (replace(DONE, unwritten=2), {"drafted", "edited", "proofed"}, "2 of 0 planned bullets"),
        (with_plan(sections=(SECTION, EMPTY)), {"drafted", "edited", "proofed"}, "the section `A` is empty"),
        (replace(DONE, run="never"), {"evidenced"}, "not been run"),
        (replace(DONE, run="stale"), {"evidenced"}, "changed since"),
        (replace(DONE, run="failed"), {"evidenced"}, "fails"),
        (replace(DONE, run="none"), set(), ""),
        (with_plan(sections=(replace(SECTION, missing=("metric",)),)), {"evidenced"}, "`A` lacks metric"),
        (with_plan(sections=(replace(SECTION, missing=("list:3-5",)),)), {"edited"}, "`A` lacks list:3-5"),
        (replace(DONE, findings=(finding("claims"),)), {"evidenced"}, "1 claim without evidence"),
        (replace(DONE, findings=(finding("wordiness"),) * 3), {"edited"}, "3 findings of the editor"),
        (replace(DONE, findings=(finding("wordiness", "suggestion"),)), set(), ""),
        (replace(DONE, findings=(finding("links", "error"),)), {"proofed"}, "1 finding on links"),
        (replace(DONE, findings=(finding("seo"),)), set(), ""),
        (replace(DONE, findings=(finding("seo", "error"),)), {"proofed"}, "1 finding on links"),
        (replace(DONE, beyond_docs=False), {"edited"}, "`beyond_docs` is empty"),
        (replace(DONE, beyond_docs=False, planned=False), set(), ""),
        (replace(DONE, open_questions=1), {"proofed"}, "1 open question in its plan"),
        (replace(DONE, held_back="draft"), {"published"}, "it is a draft"),
        (replace(DONE, held_back="dated in the future"), {"published"}, "dated in the future"),
        (replace(DONE, built=False), {"published"}, "not built"),
        (replace(DONE, promoted=False), {"promoted"}, "promotion"),
        (replace(DONE, promoted=None), {"promoted"}, "not yet"),
    ],
)
def test_one_fact_opens_its_gates_only(facts: Facts, open_: set[Stage], said: str) -> None:
    found = shut(facts)
    assert set(found) == open_
    assert not open_ or said in next(found[stage] for stage in STAGES if stage in found)


def test_an_empty_post_is_an_idea() -> None:
    plan = Outline("", (), Budget(0, 0), (BREACH,), 0)
    facts = Facts("x", plan, planned=False, filed=False, beyond_docs=False, unwritten=0, open_questions=0, run="none",
                  held_back="draft")  # fmt: skip
    found = gates(facts)
    assert stage_of(found) == "idea"
    assert set(shut(facts)) == set(STAGES) - {"idea"}
    assert (next_gate(found) or found[0]).stage == "grouped"


def test_building_before_writing_shows_as_evidenced_with_open_gates() -> None:
    facts = replace(with_plan(words=0, sections=(EMPTY,)), unwritten=3, held_back="draft", promoted=None)
    found = gates(facts)
    assert stage_of(found) == "evidenced"
    assert [gate.stage for gate in open_before(found, "evidenced")] == ["drafted"]


def test_a_post_written_without_a_plan_needs_no_outline() -> None:
    facts = replace(with_plan(breaches=(BREACH,)), planned=False)
    assert "outlined" not in shut(facts)
    assert "outlined" in shut(replace(facts, plan=replace(facts.plan, words=10)))


def test_commands_name_the_post_and_passed_gates_have_none() -> None:
    found = gates(replace(DONE, run="never", findings=(finding("clarity"),)))
    assert {gate.command for gate in found if not gate.passed} == {"inkwright run kv", "inkwright check kv"}
    assert all(gate.command == gate.missing == "" for gate in found if gate.passed)


def test_an_unfinished_draft_leads_to_writing() -> None:
    for facts in (replace(DONE, unwritten=2), with_plan(words=0), with_plan(sections=(SECTION, EMPTY))):
        commands = {gate.stage: gate.command for gate in gates(facts) if not gate.passed}
        assert {commands[stage] for stage in ("drafted", "edited", "proofed")} == {"inkwright write kv"}
