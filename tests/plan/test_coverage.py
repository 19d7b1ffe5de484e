"""How much of a bullet the prose has taken up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.plan.coverage import THRESHOLD, content_words, coverage


@pytest.mark.parametrize(
    ("bullet", "prose", "written"),
    [
        ("why eviction is global", "Eviction works globally: every user pays for one long prompt.", True),
        ("int8 halves the memory", "With int8 weights the memory is halved.", True),
        ("diagram: request path", "We then looked at the weather and at lunch.", False),
        ("cost per month before and after", "The cost fell from 9,400 euros a month.", True),
        ("the table of latencies", "Latency was measured, and the tables below show it.", True),
        ("推論の速度", "このモデルの推論の速度は速い。", True),
        ("推論の速度", "天気がいい。", False),
        ("12 interruptions", "There were 7 of them.", False),
    ],
)
def test_written_or_not(bullet: str, prose: str, written: bool) -> None:
    assert (coverage(bullet, content_words(prose)) >= THRESHOLD) is written


def test_small_words_alone_say_nothing() -> None:
    assert content_words("what is it and why?") == frozenset()
    assert coverage("what is it", content_words("what is it")) == 0.0
    assert coverage("cache", frozenset()) == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_more_prose_never_covers_less(bullet: str, prose: str) -> None:
    one = coverage(bullet, content_words(prose))
    assert 0.0 <= one <= coverage(bullet, content_words(prose) | content_words(bullet))
    assert coverage(bullet, content_words(bullet)) == (1.0 if content_words(bullet) else 0.0)
