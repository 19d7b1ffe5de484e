"""The sentences that a writer would tell a post by."""

from inkwright.model.promotion import Saying
from inkwright.promote.sayings import sayings
from inkwright.promote.score import Scored, Scores
from inkwright.promote.told import LONGEST, Told, best_told
from inkwright.text.markdown import parse_text

from .sample import POST

SAID = sayings(parse_text(POST), doubtful=True)


def alone(said: list[Saying]) -> tuple[Scored, ...]:
    stands = [one for one in said if one.alone]
    return Scores(stands, "Why our cache of sessions was slow", lambda word: 3.0).scored


def told(*tools: str, felt: str = "", least: float = 1.0) -> dict[str, Told]:
    return best_told(alone([*SAID]), SAID, tools, lambda text: 2.0 * bool(felt and felt in text), least)


def test_a_post_without_a_sentence_that_stands_alone_tells_nothing() -> None:
    assert best_told([], SAID, ["redis"], lambda text: 9.0, 0.0) == {}


def test_each_role_is_told_by_a_sentence_that_is_worth_enough() -> None:
    found = told()
    assert "every page slow" in found["why"].quoted
    assert "5 ms for a small value" in found["takeaway"].quoted or "before you blame" in found["takeaway"].quoted
    assert "impact" not in found
    assert "tool" not in found


def test_what_changes_is_told_with_the_sentence_behind_it() -> None:
    one = told(felt="Turning off")["impact"]
    assert one.saying.text.startswith("Turning off the second pass")
    assert one.quoted.startswith(one.saying.text)
    assert len(one.quoted) <= LONGEST


def test_what_changes_for_too_little_is_not_told() -> None:
    assert "impact" not in told(felt="Turning off", least=3.0)


def test_a_tool_is_told_by_a_sentence_that_names_it_as_a_word() -> None:
    assert "client" in told("client")["tool"].quoted
    assert "tool" not in told("clie")
