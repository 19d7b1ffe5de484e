"""A fingerprint stays when text moves and changes when the words do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.engine import check
from inkwright.lint.fingerprint import fingerprint, fingerprints
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.text.markdown import parse_text

WEAK = "The cache is very fast on *small* keys, and it stays so for a week."


def names(text: str, rule: str = "weasel-word") -> list[str]:
    document = parse_text(text, "a.md")
    return [fingerprint(document, one) for one in check(document, Context()) if one.rule == rule]


@pytest.mark.parametrize(
    "moved",
    [
        f"# A heading before it\n\nSome words came first.\n\n{WEAK}\n\nAnd some after.\n",
        f"One sentence more in front. {WEAK} And one behind.\n",
        f"- {WEAK}\n",
        f"1. First.\n   - {WEAK.replace(' and', chr(10) + '     and')}\n",
        WEAK.replace(" and", "\r\nand") + "\r\n",
        WEAK.replace("*small*", "**small**"),
        f"---\ntitle: A\n---\n\n{WEAK}",
    ],
    ids=["below", "inside", "in a list", "nested and wrapped", "wrapped with CRLF", "other markup", "front matter"],
)
def test_it_stays_when_text_moves(moved: str) -> None:
    assert names(WEAK)
    assert names(moved) == names(WEAK)


def test_it_changes_with_the_words_of_its_sentence() -> None:
    assert names(WEAK.replace("week", "month")) != names(WEAK)


def test_two_findings_in_one_sentence_differ() -> None:
    found = names("It is very fast and extremely small.")
    assert len(found) == len(set(found)) == 2


def test_it_names_its_rule_and_is_short() -> None:
    rule, _, digest = names(WEAK)[0].partition(":")
    assert (rule, len(digest)) == ("weasel-word", 12)
    assert fingerprints(parse_text(WEAK, "a.md"), ()) == ()


def test_code_is_known_by_its_line() -> None:
    code = "```python\nimport os\nif x print(1)\n```\n"
    found = names(code, "python-syntax")
    assert len(found) == 1
    assert names(f"Before it.\n\n{code}\nAfter it.\n", "python-syntax") == found
    assert names(code.replace("print(1)", "print(2)"), "python-syntax") != found


def test_ignored_findings_are_not_given() -> None:
    document = parse_text(f"{WEAK}\n\nIt is extremely good.\n", "a.md")
    ignores = frozenset(names(WEAK))
    kept = [one for one in check(document, Context(ignores=ignores)) if one.rule == "weasel-word"]
    assert [document.slice(one.span) for one in kept] == ["extremely"]


@given(text=st.text(max_size=80), start=st.integers(0, 90), length=st.integers(0, 40))
@settings(max_examples=100)
def test_every_span_of_every_text_has_one(text: str, start: int, length: int) -> None:
    document = parse_text(text, "a.md")
    finding = Finding("a-rule", "clarity", "warning", Span(start, start + length), "said")
    assert fingerprint(document, finding) == fingerprint(parse_text(text, "b.md"), finding)
    assert fingerprint(document, finding).startswith("a-rule:")


def test_a_document_without_its_blocks_gives_the_same() -> None:
    document = parse_text(f"---\ntitle: A\n---\n\n# Head\n\nSome words. {WEAK}\n\n- {WEAK}\n", "a.md")
    found = check(document, Context())
    assert found
    bare = Document(document.source, document.front_matter, ())
    assert fingerprints(bare, found) == fingerprints(document, found)
