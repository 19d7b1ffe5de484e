"""Prose as plain text: what a checker that knows no Markdown reads, and where each character of it stands."""

import re

from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.grammar_report import report
from inkwright.lint.plain_prose import STAND_IN, plain_prose
from inkwright.model.document import Document
from inkwright.model.grammar import Slip
from inkwright.model.span import Span
from inkwright.text.markdown import parse_text
from inkwright.text.prose import HIDDEN, passages

WORD = re.compile(r"[^\W_]+")
PIECES = (
    "the cache", "was **cold**", "and `x = 1`", "with 🎉 inside", "[a link](https://a.dev/of \"the title\")", "word",
    "e\u0301t\u00e9", "see[^1]", "$a_1$", "un*believ*able", "<br>", "&amp;", "\\*not\\*", "<https://a.dev>", "it's",
    "![a](p.png)", "~~gone~~", "<kbd>Ctrl</kbd>", "^[a note with words]", "\u2028", "[[wiki|shown]]", "{{< x >}}",
)  # fmt: skip
STARTS = ("", "", "- ", "> ", "# ", "1. ", "| ", "[^1]: ", "    ", "```\n", "<!-- a b -->\n")
lines = st.builds(
    lambda start, words: start + " ".join(words), st.sampled_from(STARTS), st.lists(st.sampled_from(PIECES))
)
documents = st.builds(
    lambda body, end: end.join(body) + end, st.lists(lines, max_size=8), st.sampled_from(["\n", "\r\n", "\n\n"])
).map(lambda text: parse_text(text, "a.md"))


def texts(source: str) -> list[str]:
    return [one.text for one in plain_prose(parse_text(source, "a.md"))]


def test_markup_goes_and_what_is_no_prose_is_one_stand_in() -> None:
    said = texts("The **cold** cache of [etcd](https://etcd.io/x) runs `get x` and $a + b$.\n")
    assert said == [f"The cold cache of etcd runs {STAND_IN} and {STAND_IN}."]


def test_a_line_end_is_a_space_whatever_marks_the_next_line() -> None:
    assert texts("- one\r\n  two\n") == ["one two"]


def test_quotes_cells_code_and_comments_are_not_sent() -> None:
    assert texts("> They has said so.\n\n| a cell |\n|---|\n| has |\n\n```\nit has\n```\n\n<!-- has -->\n") == []


def test_headings_items_and_notes_are() -> None:
    assert texts("# A head\n\n- an item[^1]\n\n[^1]: a note\n") == ["A head", "an item", "a note"]


def test_a_text_in_another_language_is_not_sent() -> None:
    assert texts("Der Zwischenspeicher war nach jedem Neustart leer und blieb es auch lange. " * 8) == []
    assert len(texts("The cache was empty after each restart and it stayed so for a long time. " * 8)) == 1


def test_a_place_that_touches_a_stand_in_is_none() -> None:
    (text,) = plain_prose(parse_text("Run `it` twice.\n", "a.md"))
    at = text.text.index(STAND_IN)
    assert text.place(Span(at + 1, at + 3)) is None
    assert text.place(Span(0, at + 1)) is None
    assert text.place(Span(2, 2)) is None
    assert text.place(Span(0, len(text.text) + 1)) is None
    assert text.place(Span(0, 3)) == Span(0, 3)


@given(documents)
def test_every_word_is_found_where_it_stands(document: Document) -> None:
    """Each finding's span lies in prose, and what stands there, markup aside, is what the checker matched."""
    sent = plain_prose(document)
    slips = {
        one.text: tuple(Slip("Any", "Grammar", Span(*m.span()), "Why", "x") for m in WORD.finditer(one.text))
        for one in sent
    }
    matched = {word for one in sent for word in WORD.findall(one.text)}
    masks = {at: char for one in passages(document) for at, char in enumerate(one.text, one.span.start)}
    for finding in report(document, slips):
        stands = document.slice(finding.span)
        read = "".join(masks[at] for at in range(*finding.span))
        assert HIDDEN not in read
        assert "".join(read.split()) in {"".join(word.split()) for word in matched}
        assert (finding.fix is not None) == (stands in matched and stands == "".join(read.split()))
        if finding.fix:
            assert finding.fix.edits[0].span == finding.span and not finding.fix.safe


@given(documents)
def test_offsets_rise_and_each_character_is_that_of_its_place(document: Document) -> None:
    for one in plain_prose(document):
        assert len(one.text) == len(one.offsets)
        real = [at for at in one.offsets if at >= 0]
        assert real == sorted(set(real))
        masks = {at: char for held in passages(document) for at, char in enumerate(held.text, held.span.start)}
        assert all(
            masks[at] == char or (char == " " and masks[at].isspace())
            for char, at in zip(one.text, one.offsets, strict=True)
            if at >= 0
        )
