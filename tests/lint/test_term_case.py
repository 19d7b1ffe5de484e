"""Names with the wrong capitals, where they stand in odd places; the common cases are on the rule's page."""

from inkwright.lint.engine import check
from inkwright.lint.rules.terms.term_case import NAMES
from inkwright.model.context import Context
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text


def findings(text: str, *accepted: str):
    context = Context(accepted_words=frozenset(accepted))
    return check(parse_text(text, "a.md"), context, only=["term-case"])


def mended(text: str) -> str:
    return apply(text, [edit for finding in findings(text) if finding.fix for edit in finding.fix.edits])


def test_no_right_form_is_flagged() -> None:
    rights = [line.partition(":")[0] for line in NAMES.read_text("utf-8").splitlines() if line[0] != "#"]
    assert len(rights) > 150
    assert [right for right in rights if findings(f"We use {right} here.\n")] == []


def test_every_listed_form_is_flagged_and_mended() -> None:
    lines = [line.partition(":") for line in NAMES.read_text("utf-8").splitlines() if line[0] != "#"]
    pairs = [(wrong.strip(), right) for right, _, listed in lines for wrong in listed.split(",") if wrong.strip()]
    assert [wrong for wrong, right in pairs if mended(f"We use {wrong} here.\n") != f"We use {right} here.\n"] == []


def test_a_name_across_a_line_and_in_emphasis() -> None:
    assert mended("We use Git\nHub and **Github**.\n") == "We use GitHub and **GitHub**.\n"


def test_an_accepted_spelling_is_right() -> None:
    assert findings("We use Github.\n", "Github") == []


def test_addresses_handles_and_longer_words_are_left_alone() -> None:
    assert findings("See github.com, Github.com, @Github, /Github/x, GithubX, my_Github and Github_x.\n") == []
