"""The next step of a post, and the few that fit into the time there is."""

from datetime import UTC, datetime, timedelta

from inkwright.model.board import BoardPost
from inkwright.model.outline import Bullet, Outline, Section
from inkwright.model.post import STAGES, Gate, Stage
from inkwright.model.resume import Step
from inkwright.model.session import OpenSession
from inkwright.model.span import Span
from inkwright.model.template import Budget
from inkwright.plan.steps import SHOWN, choose, emptiest, next_step

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
SESSION = OpenSession("a", "posts/a.md", NOW, NOW + timedelta(minutes=12), 10, 50)


def row(id_: str = "a", stage: Stage = "outlined", open_: tuple[Stage, ...] = ("drafted",)) -> BoardPost:
    gates = tuple(Gate(one, one not in open_, f"lacks {one}" if one in open_ else "", "do it") for one in STAGES)
    first = next((gate for gate in gates if not gate.passed), None)
    return BoardPost(id_, f"posts/{id_}.md", id_, "", stage, 0, Budget(0, 0), "", first, None, (), gates)


def bullet(text: str, written: bool = False, question: bool = False, ticked: bool = False) -> Bullet:
    return Bullet(text, Span(0, 1), "", ticked, written, question)


def plan(*sections: tuple[int, tuple[Bullet, ...]]) -> Outline:
    made = tuple(
        Section(f"S{n}", 2, Span(n, n), Span(n, n), words, "", Budget(100, 200), bullets)
        for n, (words, bullets) in enumerate(sections)
    )
    return Outline("", made, Budget(0, 0))


EMPTY = Outline("", (), Budget(0, 0))


def test_an_open_session_goes_first() -> None:
    step = next_step(row(), plan((0, (bullet("x"),))), SESSION)
    assert step and step.what == "go on with a" and "12 minutes is open (+40 words)" in step.why


def test_a_question_comes_before_bullets_and_the_emptiest_section_before_others() -> None:
    found = emptiest(plan((90, (bullet("a"),)), (10, (bullet("b"), bullet("c")))))
    assert found and (found[0].title, found[1].text) == ("S1", "b")
    asked = plan((10, (bullet("b"),)), (190, (bullet("why", question=True),)))
    step = next_step(row(), asked, None)
    assert step and (step.what, step.command) == ("answer “why”", "inkwright unblock a")
    done = plan((10, (bullet("b", written=True),)), (190, (bullet("why", question=True, ticked=True),)))
    assert emptiest(done) is None


def test_a_written_draft_goes_to_its_first_open_gate() -> None:
    step = next_step(row(stage="drafted", open_=("edited", "published")), EMPTY, None)
    assert step and (step.what, step.why, step.command) == ("bring a to edited", "lacks edited", "do it")


def test_promotion_alone_is_no_step() -> None:
    assert next_step(row(stage="published", open_=("promoted",)), EMPTY, None) is None


def test_a_name_like_an_option_is_typed_after_dashes() -> None:
    step = next_step(row("-x y"), plan((0, (bullet("b"),))), None)
    assert step and step.command == "inkwright write -- '-x y' --minutes 25"


def step(post: str, minutes: int = 10, command: str = "inkwright check x") -> Step:
    return Step(f"step {post}", "why", command, minutes, post)


def test_open_then_due_then_nearest_to_done_three_at_most() -> None:
    found = [
        (row("far", "idea"), step("far")), (row("near", "edited"), step("near")), (row("due", "idea"), step("due")),
        (row("open", "idea"), step("open")), (row("later", "drafted"), step("later")),
    ]  # fmt: skip
    chosen = choose(found, [step("extra")], 0, {"due": -3, "later": 40}, {"open"})
    assert [one.post for one in chosen] == ["open", "due", "near"]


def test_what_does_not_fit_is_left_out_and_writing_is_cut() -> None:
    write = step("a", 25, "inkwright write a --minutes 25")
    found = [(row("a", "edited"), write), (row("b", "idea"), step("b", 30))]
    assert [one.command for one in choose(found, [], 12, {}, set())] == ["inkwright write a --minutes 12"]
    assert choose(found, [step("idea", 2)], 5, {}, set()) == [step("idea", 2)]
    assert choose([], [], 5, {}, set()) == []


def test_a_long_bullet_is_cut_to_a_line() -> None:
    found = next_step(row(), plan((0, (bullet("a long remark " * 30),))), None)
    assert found
    assert len(found.what) < SHOWN + 20
    assert found.what.endswith(" …”")
