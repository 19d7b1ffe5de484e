import pytest

from inkwright.lint.engine import check
from inkwright.lint.page import parse_phrase
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
