"""Words an hour, best hours and the rest of a post, from own sessions alone."""

from inkwright.model.session import Session
from inkwright.plan.estimate import ENOUGH, estimate, habits


def session(words: int, minutes: int = 60, post: str = "a", start: str = "09:00", date: str = "2026-11-02") -> Session:
    return Session(date, start, minutes, post, 100, 100 + words)


def test_too_few_sessions_say_so() -> None:
    few = [session(600)] * (ENOUGH - 1)
    found = habits(few, {})
    assert found.per_hour is None and found.best == () and f"{ENOUGH - 1} sessions are" in found.unknown
    guess = estimate("a", 200, 1200, few)
    assert (guess.low, guess.high, guess.left) == (0, 0, 1000) and guess.unknown


def test_short_sessions_cuts_and_edits_tell_no_speed() -> None:
    useless = [session(600, 9), session(-40), Session("2026-11-02", "09:00", 60, "a", 0, 500, "edit")] * 9
    assert habits(useless, {}).per_hour is None


def test_speed_is_the_median() -> None:
    assert habits([session(words) for words in (300, 500, 600, 700, 3000)], {}).per_hour == 600


def test_best_hours_need_two_sessions_and_something_to_compare() -> None:
    morning = [session(900, start="06:30")] * 3
    evening = [session(300, start="21:10")] * 3
    once = [session(5000, start="12:00")]
    found = habits([*morning, *evening, *once], {})
    assert [(hour.hour, hour.per_hour) for hour in found.best] == [(6, 900), (21, 300)]
    assert habits(morning * 2, {}).best == ()


def test_the_rest_of_a_post_is_between_the_quartiles() -> None:
    found = estimate("b", 500, 1500, [session(words) for words in (500, 500, 1000, 2000, 2000)])
    assert (found.left, found.low, found.high) == (1000, 30, 120)
    assert found.source == "5 sessions on all posts"


def test_sessions_on_this_post_count_alone_once_there_are_enough() -> None:
    others = [session(3000, post="other")] * 20
    found = estimate("a", 0, 1000, [*others, *[session(500)] * ENOUGH])
    assert (found.low, found.high) == (120, 120)


def test_a_post_without_a_budget_has_no_rest() -> None:
    assert "budget" in estimate("a", 10, 0, [session(500)] * 9).unknown


def test_months_count_sessions_and_drafts() -> None:
    found = habits([session(500, date="2026-10-05"), session(100, date="2026-11-02")], {"2026-11": 2, "2026-09": 1})
    assert [(m.month, m.sessions, m.words, m.drafts) for m in found.months] == [
        ("2026-09", 0, 0, 1), ("2026-10", 1, 500, 0), ("2026-11", 1, 100, 2),
    ]  # fmt: skip
