import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.engine import check
from inkwright.lint.repeats import said_once
from inkwright.lint.report.style import Style
from inkwright.lint.report.text import report
from inkwright.model.context import Context
from inkwright.model.errors import UsageError
from inkwright.model.finding import Checked, Edit, Finding, Fix
from inkwright.model.span import Span
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text

THRICE = "In order to sleep, wait.\n\nWe wait in order to sleep.\n\nStop in order to save it.\n"


def test_the_third_use_makes_one_finding_that_mends_all() -> None:
    document = parse_text(THRICE, "a.md")
    (finding,) = check(document, Context(), only=["wordy-phrase"])
    assert document.slice(finding.span) == "In order to"
    assert finding.message.endswith("(2 more such in this post)")
    assert finding.fix
    assert apply(THRICE, finding.fix.edits) == "To sleep, wait.\n\nWe wait to sleep.\n\nStop to save it.\n"


def test_two_uses_are_two_findings() -> None:
    assert len(check(parse_text(THRICE[:60], "a.md"), Context(), only=["wordy-phrase"])) == 2


@pytest.mark.parametrize(("together", "found"), [(0, 3), (4, 3), (2, 1)])
def test_the_option_says_from_how_many_on(together: int, found: int) -> None:
    context = Context(options={"wordy-phrase": {"together": together}})
    assert len(check(parse_text(THRICE, "a.md"), context, only=["wordy-phrase"])) == found


def test_a_suppressed_use_does_not_speak_for_the_others() -> None:
    text = f"<!-- inkwright: allow wordy-phrase -->\n{THRICE}"
    places = [one.span.start for one in check(parse_text(text, "a.md"), Context(), only=["wordy-phrase"])]
    assert places == [text.index("in order to sleep."), text.index("in order to save")]


def test_the_text_report_shows_the_first_place_alone() -> None:
    document = parse_text(THRICE, "a.md")
    findings = check(document, Context(), only=["wordy-phrase"])
    shown = report([Checked("a.md", document, tuple(findings), words=14)], Style())
    assert "+ To sleep, wait." in shown
    assert "save it" not in shown


PASSIVES = "The index was rebuilt. The cache was cleared. The host was renamed.\n\nThe disk was wiped.\n"


def test_advice_that_differs_in_the_quoted_words_alone_is_said_once() -> None:
    document = parse_text(PASSIVES, "a.md")
    (finding,) = check(document, Context(), only=["passive-voice"])
    assert document.slice(finding.span) == "was rebuilt"
    assert finding.message.endswith("(3 more such in this post)")
    assert len(check(parse_text(PASSIVES[:70], "a.md"), Context(), only=["passive-voice"])) == 3


def test_an_option_that_is_no_number_is_refused() -> None:
    context = Context(options={"wordy-phrase": {"together": "often"}})
    with pytest.raises(UsageError, match=r"wordy-phrase\.together must be a whole number"):
        check(parse_text(THRICE, "a.md"), context, only=["wordy-phrase"])


FINDINGS = st.builds(
    lambda start, message, rule: Finding(
        rule, "terms", "suggestion", Span(start, start + 2), message, "", Fix("", (Edit(Span(start, start + 2), "x"),))
    ),
    st.integers(0, 50),
    st.sampled_from(["a", "A", "b"]),
    st.sampled_from(["named", "free"]),
)


@given(st.lists(FINDINGS, max_size=15), st.integers(0, 4))
def test_no_edit_is_lost(findings: list[Finding], together: int) -> None:
    kept = said_once(findings, Context(options={"named": {"together": together}}))
    assert sorted(edit.span for one in kept if one.fix for edit in one.fix.edits) == sorted(
        edit.span for one in findings if one.fix for edit in one.fix.edits
    )
    assert [one for one in kept if one.rule == "free"] == [one for one in findings if one.rule == "free"]
