import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inkwright.lint.rates import BORNE, POSTS, WORDS, chance, is_style, measured, usual
from inkwright.lint.rule import table
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span

WEASEL = Finding("weasel-word", "wordiness", "suggestion", Span(0, 4), "“very” says nothing")
LINK = Finding("broken-link", "links", "error", Span(0, 4), "no such file")
GOOD = table().rules["weasel-word"].rate


def test_the_chance_is_the_table_of_the_poisson_law() -> None:
    """Four or more where two are expected: 0.1429; one or more where 0.05 are: 1 - exp(-0.05)."""
    assert chance(4, 2) == pytest.approx(0.142877, abs=1e-6)
    assert chance(1, 0.05) == pytest.approx(1 - math.exp(-0.05))
    assert chance(0, 3) == 1


@given(st.integers(0, 3000), st.floats(0.001, 5000))
def test_a_chance_is_one_and_falls_with_the_count(count: int, mean: float) -> None:
    assert 0 <= chance(count + 1, mean) <= chance(count, mean) + 1e-9 <= 1 + 2e-9


def test_suggestions_on_style_may_be_usual_and_nothing_else() -> None:
    assert is_style(WEASEL)
    assert not is_style(replace(WEASEL, severity="warning"))
    assert not is_style(replace(WEASEL, severity="error", category="terms"))
    for fact in ("links", "media", "code", "structure", "spelling", "privacy", "originality", "claims", "grammar"):
        assert not is_style(replace(WEASEL, category=fact))
    edits = (Edit(Span(0, 4), "Git"),)
    assert not is_style(replace(WEASEL, fix=Fix("Write Git", edits, safe=True)))
    assert is_style(replace(WEASEL, fix=Fix("Drop it", edits)))


def test_rates_are_findings_per_thousand_words() -> None:
    rates = measured("Ada", "2026-11-21", [([WEASEL] * 2, 1500), ([WEASEL, LINK], 1500), ([WEASEL], 1000)])
    assert rates is not None
    assert (rates.author, rates.date, rates.posts, rates.words) == ("Ada", "2026-11-21", 3, 4000)
    assert rates.rates == {"weasel-word": 1.0}


def test_too_few_posts_or_words_give_no_rates() -> None:
    assert measured("", "2026-11-21", []) is None
    assert measured("", "2026-11-21", [([WEASEL], WORDS)] * (POSTS - 1)) is None
    assert measured("", "2026-11-21", [([WEASEL], WORDS // POSTS - 1)] * POSTS) is None
    assert measured("", "2026-11-21", [([WEASEL], WORDS // POSTS)] * POSTS) is not None


def test_what_two_posts_show_is_no_habit() -> None:
    rates = measured("", "2026-11-21", [([WEASEL] * 9, 2000), ([WEASEL] * 9, 2000), ([], 2000), ([], 2000)])
    assert rates is not None and rates.rates == {}


def test_what_is_usual_is_held_and_what_is_clearly_more_is_not() -> None:
    """At 2 in 1,000 words, five in 1,000 come by chance in 5.3 of 100 texts and six in 1.7."""
    rates = {"weasel-word": 2.0}
    assert usual([WEASEL] * 5, 1000, rates)["weasel-word"].held
    above = usual([WEASEL] * 6, 1000, rates)["weasel-word"]
    assert (above.held, above.here, above.yours, above.good) == (False, 6, 2.0, round(GOOD, 1))


def test_one_finding_of_a_rare_kind_is_shown() -> None:
    assert not usual([WEASEL], 1200, {"weasel-word": 0.4})["weasel-word"].held


def test_without_a_rate_nothing_is_usual() -> None:
    assert usual([WEASEL], 1000, {}) == {}
    assert usual([WEASEL], 1000, {"weasel-word": 0.0}) == {}
    assert usual([LINK], 1000, {"broken-link": 5.0}) == {}
    assert usual([], 0, {"weasel-word": 2.0}) == {}


def test_a_bad_habit_is_borne_up_to_a_multiple_of_good_prose() -> None:
    rates = {"weasel-word": 40.0}
    expected = BORNE * GOOD
    just = max(count for count in range(40) if chance(count, expected) >= 0.05)
    assert usual([WEASEL] * just, 1000, rates)["weasel-word"].held
    assert not usual([WEASEL] * (just + 1), 1000, rates)["weasel-word"].held


def test_what_good_prose_never_does_is_never_usual() -> None:
    name = next(rule.name for rule in table().rules.values() if rule.rate == 0 and rule.category == "voice")
    one = Finding(name, "voice", "suggestion", Span(0, 1), "")
    assert not usual([one], 2000, {name: 50.0})[name].held


def test_a_rule_that_is_gone_does_no_harm() -> None:
    one = replace(WEASEL, rule="no-longer-there")
    assert not usual([one], 2000, {"no-longer-there": 5.0})["no-longer-there"].held
