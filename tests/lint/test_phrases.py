import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.engine import check
from inkwright.lint.page import parse_phrase
from inkwright.lint.phrases import any_stands, stands
from inkwright.lint.rule import around
from inkwright.model.context import Context
from inkwright.model.finding import Finding
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text


def found(text: str, *rules: str) -> list[Finding]:
    return check(parse_text(text, "a.md"), Context(), only=rules or ("wordy-phrase", "weasel-word"))


def said(text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found(text)]


def mended(text: str) -> str:
    return apply(text, [edit for finding in found(text) if finding.fix for edit in finding.fix.edits])


def test_a_phrase_may_cross_a_line_and_a_quotation_mark() -> None:
    assert said("We did it in order\nto win.") == ["in order\nto"]
    assert said("> We did it\n") == []


def test_a_phrase_does_not_step_over_punctuation_or_code() -> None:
    assert said("Put it in order, to win.") == []
    assert said("Put it in `order` to win.") == []


def test_markup_inside_a_phrase_leaves_it_without_a_fix() -> None:
    text = "There is a plethora [of things](https://example.com)."
    (finding,) = found(text)
    assert finding.fix is None


def test_of_two_phrases_of_a_rule_the_longer_one_counts() -> None:
    assert said("It failed due to the fact that it was full.") == ["due to the fact that"]
    assert said("The vast majority of users agree.") == ["The vast majority of"]


def test_a_replacement_takes_the_capital() -> None:
    assert mended("In order to win, train.") == "To win, train."
    assert mended("At this point in time, it is off.") == "Now, it is off."


def test_curly_apostrophes_are_the_same() -> None:
    assert said("That isn’t just a cache.") == said("That isn't just a cache.") == []


def test_headings_cells_and_quotations_are_left_alone() -> None:
    assert said("# A very fast cache\n\n| very |\n| --- |\n| very |\n\n> A very fast cache\n") == []


def test_another_language_is_left_alone() -> None:
    text = "A leitura do texto com perhaps e depois de maybe uma frase. " * 6
    assert said(text) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("in order (to|for) => to", [("in", "order", "to"), ("in", "order", "for")]),
        ("(the|) vast majority of", [("the", "vast", "majority", "of"), ("vast", "majority", "of")]),
    ],
)
def test_spellings(line: str, words: list[tuple[str, ...]]) -> None:
    assert [phrase.words for phrase in parse_phrase(line)] == words


def test_excuses_and_places() -> None:
    (phrase,) = parse_phrase("just · unless: just (now|#), not just · at: start")
    assert phrase.unless == ((0, ("just", "now")), (0, ("just", "#")), (1, ("not", "just")))
    assert phrase.at_start
    assert said("It took just 5 runs, not just now.") == []


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown phrase setting"):
        parse_phrase("just · except: now")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("(both|equally) as · only: equally as", "holds 'both as'"),
        ("just · only: merely so", "holds 'just'"),
        ("not only · unless: a matter of", "excuses nothing"),
    ],
)
def test_a_setting_that_names_nothing_around_its_phrase_is_refused(line: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        parse_phrase(line)


WORDS = st.sampled_from(["just", "now", "not", "7", "#"])


@given(
    st.lists(WORDS.filter("#".__ne__), max_size=6), st.lists(st.tuples(st.integers(0, 2), st.lists(WORDS, max_size=3)))
)
def test_longer_phrases_sorted_by_a_word_are_those_that_stand_there(
    said: list[str], sides: list[tuple[int, list[str]]]
) -> None:
    phrases = [(min(before, len(more)), (*more[:before], "just", *more[before:])) for before, more in sides]
    words = tuple(said)
    for at in (at for at, word in enumerate(words) if word == "just"):
        one_by_one = any(stands(words, at - before, longer) for before, longer in phrases)
        assert any_stands(words, at, around(("just",), phrases)) == one_by_one
