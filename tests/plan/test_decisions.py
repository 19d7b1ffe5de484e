"""A decision goes where decisions stand, and nothing else of the post changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.model.source import Source
from inkwright.plan.decisions import add_decision, decision_line, holds_decision
from inkwright.text.edits import apply
from inkwright.text.markdown import parse, parse_text

LINE = "2026-11-21: Keep it. Why: it works"
A, B = "2026-01-01: a", "2026-01-02: b"
MADE = f"Decisions\n<!-- section: decisions -->\n\n- {LINE}\n"


def added(text: str) -> str:
    return apply(text, [add_decision(parse_text(text), LINE)])


def test_a_line_is_date_text_and_reason() -> None:
    assert decision_line(" Use\n SQLite ", "one file", "2026-11-21") == "2026-11-21: Use SQLite. Why: one file"
    assert decision_line("Use SQLite.", "", "2026-11-21") == "2026-11-21: Use SQLite."
    with pytest.raises(UsageError):
        decision_line("  ", "why", "2026-11-21")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", f"## {MADE}"),
        ("Text.", f"Text.\n\n## {MADE}"),
        ("# T\n\n### A\n\nx\n\n", f"# T\n\n### A\n\nx\n\n### {MADE}"),
        ("## Decisions\n\n## Next\n", f"## Decisions\n\n- {LINE}\n\n## Next\n"),
        ("## Key decisions\n\nSome text.\n\n## Next\n", f"## Key decisions\n\nSome text.\n\n- {LINE}\n\n## Next\n"),
        (f"## Decisions\n\n- {A}\n\n## Next\n", f"## Decisions\n\n- {A}\n- {LINE}\n\n## Next\n"),
        (f"## Decisions\n\n* {A}\n\n* {B}\n", f"## Decisions\n\n* {A}\n\n* {B}\n\n* {LINE}\n"),
        (
            "## Decisions\n\n- **2026-01-01**: a\n",
            f"## Decisions\n\n- **2026-01-01**: a\n- **2026-11-21**{LINE[10:]}\n",
        ),
        (f"## Decisions\n\n- {A}\n  more\n\nAfter.\n", f"## Decisions\n\n- {A}\n  more\n- {LINE}\n\nAfter.\n"),
        ("## Decisions\n\nText\nNext\n====\n", f"## Decisions\n\n- {LINE}\n\nText\nNext\n====\n"),
        (
            "## What we settled\n<!-- section: decisions 50-100 -->\n<!-- plan\n- a\n-->\n\n## Decisions\n",
            "## What we settled\n<!-- section: decisions 50-100 -->\n<!-- plan\n- a\n-->\n\n"
            f"- {LINE}\n\n## Decisions\n",
        ),
        ("---\ntitle: x\n---\n", f"---\ntitle: x\n---\n\n## {MADE}"),
    ],
)
def test_where_it_goes(text: str, after: str) -> None:
    assert added(text) == after
    assert holds_decision(parse_text(added(text)), LINE)


def test_line_ends_stay_those_of_the_file() -> None:
    assert added(f"## Decisions\r\n\r\n- {A}\r\n") == f"## Decisions\r\n\r\n- {A}\r\n- {LINE}\r\n"
    assert "\n" not in added("Text.\r\n").replace("\r\n", "")


def test_a_post_in_mdx_gets_its_own_mark() -> None:
    source = Source("a.mdx", "import X from 'x'\n\nText.\n", "mdx")
    text = apply(source.text, [add_decision(parse(source), LINE)])
    assert "{/* section: decisions */}" in text
    assert holds_decision(parse(Source("a.mdx", text, "mdx")), LINE)


@pytest.mark.parametrize("text", ["```\nopen\n", "<!-- open\n", "## Decisions\n\n~~~\nopen\n"])
def test_what_an_open_fence_would_swallow_is_noticed(text: str) -> None:
    assert not holds_decision(parse_text(added(text)), LINE)


def test_an_indented_heading_below_stays_outside_the_new_item() -> None:
    text = added("## Decisions\n  deep\n---\nNext.\n")
    assert [block.plain() for block in parse_text(text).blocks if block.kind == "heading"] == ["Decisions", "deep"]
    assert holds_decision(parse_text(text), LINE)


PARTS = st.sampled_from(
    [
        "---\ntitle: x\n---\n",
        "# T\n",
        "## Decisions\n",
        "## Our decisions\n",
        "<!-- section: decisions 1-2 -->\n",
        "Text\n",
        "Next\n====\n",
        f"- {A}\n",
        "* **2026-01-02**: b\n",
        "1. c\n",
        "  deep\n",
        "> q\n",
        "| a |\n|---|\n",
        "```\nx\n```\n",
        "```\n",
        "<!-- plan\n- y\n-->\n",
        "<div>\n",
        "[a]: /u\n",
        "[^1]: n\n",
        "\n",
        "\n",
        "    code\n",
        "$$\n",
    ]
)


@given(st.lists(PARTS, max_size=9), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.sampled_from(["a.md", "a.mdx"]))
def test_any_post_keeps_every_character_and_its_headings(parts: list[str], end: str, cut: bool, name: str) -> None:
    text = "".join(parts).replace("\n", end)
    text = text.removesuffix(end) if cut else text
    source = Source(name, text, "mdx" if name.endswith("x") else "markdown")
    before = parse(source)
    edit = add_decision(before, LINE)
    assert edit.span.start == edit.span.end
    after = parse(Source(name, apply(text, [edit]), source.dialect))
    assert after.text.replace(edit.text, "", 1) == text or text[: edit.span.start] + text[edit.span.end :] == text
    if holds_decision(after, LINE):
        told = [block.plain() for block in before.blocks if block.kind == "heading"]
        now = [block.plain() for block in after.blocks if block.kind == "heading"]
        assert [heading for heading in now if heading != "Decisions"] == [h for h in told if h != "Decisions"]


@given(st.text(max_size=80), st.sampled_from(["\n", "\r\n"]))
def test_any_text_with_a_section_takes_a_decision(words: str, end: str) -> None:
    told = " ".join(words.split())
    text = f"Intro.{end}{end}## Decisions{end}{end}- 2026-01-01: {told}x{end}{end}## Next{end}"
    after = added(text)
    assert after.count(LINE[10:]) == 1 + text.count(LINE[10:])
    assert after.endswith(f"{end}## Next{end}")
