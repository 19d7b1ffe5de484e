import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.slots import Patterns, compile_patterns, match_patterns
from inkwright.lint.tokens import tokens
from inkwright.text.markdown import parse_text


def matches(text: str, *patterns: str, excused: tuple[str, ...] = ()) -> list[str]:
    document = parse_text(text, "post.md")
    compiled = Patterns(*compile_patterns(patterns, excused))
    return [document.slice(span) for held in tokens(document) for span in match_patterns(held, compiled)]


def test_choices_and_what_may_be_left_out() -> None:
    pattern = "(unlock|unleash) (the|your|) (full|true|) potential"
    assert matches("Unlock potential; unleash your true potential.", pattern) == [
        "Unlock potential",
        "unleash your true potential",
    ]
    assert matches("Unlock the door, then the full potential.", pattern) == []


def test_choices_of_several_words_and_choices_in_choices() -> None:
    pattern = "put (the cart before|(your|our) best foot)"
    assert matches("They put our best foot forward and put the cart before it.", pattern) == [
        "put our best foot",
        "put the cart before",
    ]


def test_the_first_and_longer_of_two_that_overlap() -> None:
    assert matches("out of thin air", "thin air", "out of thin", "out of thin air") == ["out of thin air"]


def test_a_full_stop_or_code_is_not_stepped_over_but_a_comma_is() -> None:
    pattern = "blood sweat and tears"
    assert matches("blood, sweat and tears", pattern) == ["blood, sweat and tears"]
    assert matches("Blood. Sweat and tears. Blood `x` sweat and tears.", pattern) == []


def test_start_of_a_sentence() -> None:
    pattern = "picture this · at: start"
    assert matches("Picture this. We picture this.", pattern) == ["Picture this"]


def test_what_is_excused() -> None:
    assert matches("no free lunch; the no free lunch theorem", "free lunch", excused=("free lunch theorem",)) == [
        "free lunch"
    ]


@pytest.mark.parametrize("line", ["(a|)", "(a|b", "(a|) (b|)"])
def test_a_pattern_that_matches_nothing_or_is_cut_off(line: str) -> None:
    with pytest.raises(ValueError):
        compile_patterns([line])


WORDS = st.lists(st.sampled_from(["red", "green", "blue", "grey"]), min_size=1, max_size=8)


@settings(max_examples=50)
@given(WORDS, WORDS)
def test_a_plain_pattern_is_found_exactly_where_its_words_stand(said: list[str], wanted: list[str]) -> None:
    text, sought = " ".join(said), " ".join(wanted)
    assert bool(matches(text, sought)) == (f" {sought} " in f" {text} ")
