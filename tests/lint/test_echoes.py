from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.echoes import without_echoes
from inkwright.lint.engine import check
from inkwright.model.context import Context
from inkwright.model.finding import Finding, Severity
from inkwright.model.span import Span
from inkwright.text.markdown import parse_text


def rules(text: str) -> list[str]:
    return [finding.rule for finding in check(parse_text(text, "a.md"), Context())]


def one(rule: str, category: str, start: int, end: int, severity: Severity = "suggestion") -> Finding:
    return Finding(rule, category, severity, Span(start, end), "", "", None)


def test_a_word_that_is_misspelled_and_wrong_grammar_is_named_once() -> None:
    assert rules("They dont restart the queue.\n") == ["missing-apostrophe"]
    assert rules("The queue has two softwares behind it.\n") == ["countable-slip"]


def test_a_phrase_inside_a_phrase_is_named_once() -> None:
    assert rules("You can leverage the power of the cache.\n") == ["ai-phrase"]


def test_what_is_suppressed_speaks_for_nothing_else() -> None:
    assert rules("<!-- inkwright: allow missing-apostrophe -->\nThey dont restart the queue.\n") == ["misspelling"]


def test_the_louder_finding_stays() -> None:
    quiet, loud = one("cliche", "voice", 0, 20), one("hearsay-without-caveat", "claims", 5, 9, "warning")
    assert without_echoes([quiet, loud]) == [loud]


def test_findings_of_other_kinds_on_the_same_words_stay() -> None:
    both = [one("long-sentence", "clarity", 0, 200), one("cliche", "voice", 3, 20), one("ai-contrast", "voice", 0, 190)]
    assert sorted(each.rule for each in without_echoes(both)) == ["ai-contrast", "cliche", "long-sentence"]


PLACED = st.builds(
    lambda category, start, size, severity: one("r", category, start, start + size, severity),
    st.sampled_from(["grammar", "spelling", "voice", "wordiness", "claims", "clarity", "links"]),
    st.integers(0, 30),
    st.integers(1, 100),
    st.sampled_from(["error", "warning", "suggestion"]),
)


@given(st.lists(PLACED, max_size=12))
def test_nothing_is_made_up_and_whoever_goes_leaves_a_finding_on_its_words(findings: list[Finding]) -> None:
    kept = without_echoes(findings)
    assert all(finding in findings for finding in kept)
    for finding in findings:
        assert any(each.span.start < finding.span.end and finding.span.start < each.span.end for each in kept)
    assert without_echoes(kept) == without_echoes(without_echoes(kept))


def test_an_opening_to_cut_hides_no_claim_and_is_hidden_by_none() -> None:
    claim, opening = one("unsupported-claim", "claims", 0, 30), one("throat-clearing", "wordiness", 20, 44)
    weasel, cliche = one("weasel-word", "wordiness", 22, 26), one("cliche", "voice", 2, 9)
    found = without_echoes([claim, opening, weasel, cliche])
    assert sorted(each.rule for each in found) == ["throat-clearing", "unsupported-claim"]
    assert without_echoes([claim, cliche]) == [claim]
    stock = one("ai-phrase", "voice", 20, 50)
    assert sorted(each.rule for each in without_echoes([opening, stock])) == ["ai-phrase", "throat-clearing"]


@given(
    st.lists(st.tuples(st.sampled_from(["throat-clearing", "cliche", "vague-claim"]), st.integers(0, 40)), max_size=9)
)
def test_no_two_wordings_overlap_but_an_opening_and_what_is_said_of_it(said: list[tuple[str, int]]) -> None:
    kinds = {"throat-clearing": "wordiness", "cliche": "voice", "vague-claim": "claims"}
    given_ones = [one(rule, kinds[rule], start, start + 5) for rule, start in said]
    found = without_echoes({(each.rule, each.span): each for each in given_ones}.values())
    for a in found:
        for b in found:
            apart = a is b or a.span.end <= b.span.start or b.span.end <= a.span.start
            assert apart or (a.rule == "throat-clearing") != (b.rule == "throat-clearing")
