from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint import engine
from inkwright.lint.engine import check
from inkwright.lint.memo import Memo
from inkwright.lint.rule import checker, found, table
from inkwright.model.context import Context
from inkwright.model.document import Document, Source
from inkwright.model.errors import UsageError
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.text.markdown import parse_text

DRAFT = """# A cache

As we all know, caches are very fast. The the loop ends.

```python
print("very very", the the
```

We did this in order to win. TODO: numbers.
"""


def rules_of(text: str, context: Context | None = None) -> list[str]:
    return [finding.rule for finding in check(parse_text(text, "post.md"), context or Context())]


def test_findings_come_in_document_order_and_are_the_same_every_time() -> None:
    document = parse_text(DRAFT, "post.md")
    first = check(document, Context())
    assert first == sorted(first, key=lambda finding: (finding.span, finding.rule, finding.message))
    assert first == check(parse_text(DRAFT, "post.md"), Context())
    expected = [
        "throat-clearing", "weasel-word", "repeated-word", "python-syntax", "wordy-phrase", "placeholder",
    ]  # fmt: skip
    assert [finding.rule for finding in first if finding.rule in expected] == expected


def test_every_finding_carries_its_rule_category_severity_and_reason() -> None:
    for finding in check(parse_text(DRAFT, "post.md"), Context()):
        rule = table().rules[finding.rule]
        assert (finding.category, finding.severity, finding.why) == (rule.category, rule.severity, rule.why)


def test_a_rule_and_a_category_can_be_switched_off_and_a_name_counts_more() -> None:
    assert "weasel-word" not in rules_of(DRAFT, Context(rules_off=frozenset({"weasel-word"})))
    off = Context(rules_off=frozenset({"wordiness"}), rules_on=frozenset({"weasel-word"}))
    said = rules_of(DRAFT, off)
    assert "weasel-word" in said
    assert "wordy-phrase" not in said


def test_the_users_severity_counts() -> None:
    said = check(parse_text("It is very fast.", "a.md"), Context(severities={"weasel-word": "error"}))
    assert [finding.severity for finding in said] == ["error"]


def test_the_users_option_counts() -> None:
    text = "One two three four five six seven eight nine ten.\n"
    assert rules_of(text) == []
    assert rules_of(text, Context(options={"long-sentence": {"words": 8}})) == ["long-sentence"]


def test_an_acronym_is_graver_for_people_outside() -> None:
    text = "We then applied RLVR to it.\n"
    inside = check(parse_text(text, "a.md"), Context(audience=("self", "team")))
    outside = check(parse_text(text, "a.md"), Context(audience=("team", "leadership")))
    for said, severity in ((inside, "suggestion"), (outside, "error")):
        assert [f.severity for f in said if f.rule == "undefined-acronym"] == [severity]


def test_known_words_are_no_finding() -> None:
    assert rules_of("We then applied RLVR to it.\n", Context(accepted_words=frozenset({"RLVR"}))) == []


def test_an_unreadable_file_gets_one_finding_only() -> None:
    assert rules_of("", Context(unreadable="no such file")) == ["unreadable-file"]


def test_nothing_is_said_of_words_in_code() -> None:
    code = (
        "```text\nIn order to be very clear, the the RLVR TODO https://example.com [x]() ???\n```\n\n`very very TK`\n"
    )
    assert rules_of(code) == []
    assert rules_of("<!-- TODO: in order to be very clear -->\n\n$very$ and $$the the$$\n") == []


def test_an_empty_text_has_nothing_to_mark() -> None:
    assert rules_of("") == []
    assert rules_of("\ufeff\r\n") == []


PIECES = st.sampled_from(
    [
        "the the ", "in order to ", "very ", "TODO: ", "TK", "???", "[x]()", "[x](y.md#z)", "![](p.png)", "\n\n", "\n",
        "https://a.example/b ", "[^1]", "RLVR ", "(QAT)", "# ", "#### ", "- ", "> ", "| a | b |\n| - | - |\n| c |\n",
        "```python\n", "```\n", "x = (", "<img src=a>", "<!-- inkwright: allow x -->", "<!-- plan\n- ? a\n-->", "---\n",
        "{/* inkwright: allow weasel-word */}", "title: x\n", "slug: A b\n", "{{< x >}}", "{% include a %}", "<Tabs>",
        "$x$", "🎉", "\r\n", "\ufeff", "\x0c", ". ",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["a.md", "a.mdx", "a.qmd"]))
def test_no_text_breaks_the_editor(text: str, path: str) -> None:
    document = parse_text(text, path)
    said = check(document, Context(path=path, files=frozenset(), is_post=True))
    for finding in said:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(text)
    assert len({(finding.rule, finding.span, finding.message) for finding in said}) == len(said)


def test_style_is_never_an_error() -> None:
    assert rules_of("AI. Won't. Make. You. Read. Fragments.\n\nReally—no; (yes!): never…\n") in ([], ["weasel-word"])


def test_spans_count_characters_with_bom_crlf_and_emoji() -> None:
    text = "\ufeff# Title 🎉\r\n\r\n🎉🎉 It is very fast.\r\n"
    (finding,) = check(parse_text(text, "a.md"), Context())
    assert text[finding.span.start : finding.span.end] == "very"


def fail(document: Document, context: Context) -> Iterator[Finding]:
    """A rule that finds one thing and then breaks."""
    yield found(Span(0, 1), "said before it broke")
    raise KeyError(document.text)


@pytest.mark.parametrize("broken", ["long-sentence", "misspelling"])
def test_a_rule_that_raises_is_told_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    whole = check(parse_text(DRAFT, "post.md"), Context())
    monkeypatch.setattr(engine, "checker", lambda name: fail if name == broken else checker(name))
    first, *others = check(parse_text(DRAFT, "post.md"), Context())
    assert (first.rule, first.severity, first.span) == ("broken-rule", "error", Span(0, 0))
    assert broken in first.message
    assert "KeyError at test_engine.py:" in first.message
    assert DRAFT not in first.message
    assert others == [finding for finding in whole if finding.rule != broken]


def test_a_rule_whose_code_cannot_be_imported_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> object:
        if name == "heading-skip":
            raise SyntaxError(name)
        return checker(name)

    whole = rules_of(DRAFT)
    monkeypatch.setattr(engine, "checker", gone)
    (fault,) = [one for one in check(parse_text(DRAFT, "a.md"), Context()) if one.rule == "broken-rule"]
    assert "heading-skip" in fault.message
    assert rules_of(DRAFT) == ["broken-rule", *whole]


def test_a_rule_that_fails_on_one_block_is_told_however_the_block_came(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_bad(document: Document, context: Context) -> list[Finding]:
        spans = [block.span for block in document.blocks]
        if any(document.slice(span) == "Bad." for span in spans):
            raise ValueError
        return [found(span, "a block") for span in spans]

    monkeypatch.setattr(engine, "checker", lambda name: on_bad if name == "long-sentence" else checker(name))
    memo = Memo()
    for text in ("Good.\n\nFine.\n", "Good.\n\nBad.\n", "Very good.\n\nBad.\n", "Good.\n\nFine.\n"):
        document, again = memo.read(Source("a.md", text)), parse_text(text, "a.md")
        assert check(document, Context(), memo=memo) == check(again, Context())


def test_wrong_settings_are_no_fault_of_a_rule() -> None:
    with pytest.raises(UsageError, match="whole number"):
        rules_of(DRAFT, Context(options={"long-sentence": {"words": "ten"}}))
