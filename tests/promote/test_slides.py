"""Slides as Markdown: as many as there are, whatever is in them."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from inkwright.model.talk import Slide
from inkwright.promote.slides import NOTES, deck, front, plain
from inkwright.text.markdown import parse_text

LINE = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40).map(str.strip).filter(bool)
TRICKY = st.sampled_from(
    [
        "---", "***", "- a", "+ b", "=====", "1. x", "2) y", "> q", "&amp;", "&lt;b&gt;", "# h", "`", "``` x",
        "<!-- c -->", "-->", "[a](b)", "![a](b)", "| a | b |", ": x", "$x$", "~~y~~", "<b>", "_a_", "**b**",
        "[^1]", "::: x", "{.a}",
        "a: b", "--!>",
    ]
)  # fmt: skip
LINE = LINE | TRICKY
TEXT = st.lists(LINE, max_size=4).map("\n\n".join)


def test_a_deck_has_a_title_its_slides_and_an_address():
    slide = Slide("What *we* found", ("1. first", "a_b costs 4 ms"), "![x](x.png)", "Say this.")
    assert deck("T", ("Ann · 2026-01-01",), [slide], "https://me.example/t/") == (
        "<!-- _class: lead -->\n\n# T\n\nAnn · 2026-01-01\n\n---\n\n"
        "## What \\*we\\* found\n\n- 1\\. first\n- a\\_b costs 4 ms\n\n![x](x.png)\n\n"
        "<!--\nNotes\n\nSay this.\n-->\n\n---\n\n"
        "# T\n\n<https://me.example/t/>\n"
    )
    assert deck("T", (), [], "") == "<!-- _class: lead -->\n\n# T\n"
    assert front("T", "") == {"marp": True, "paginate": True, "title": "T", "style": front("", "")["style"]}


@given(LINE, st.lists(st.builds(Slide, LINE, st.lists(LINE, max_size=4).map(tuple), st.just(""), TEXT), max_size=4))
def test_no_text_makes_slides_or_ends_a_note(title, slides):
    document = parse_text(deck(title, (), slides, ""))
    assert sum(block.kind == "thematic_break" for block in document.blocks) == len(slides)
    assert sum(block.kind == "heading" for block in document.blocks) == len(slides) + 1
    notes = [block for block in document.blocks if block.kind == "comment" and NOTES in block.text]
    assert len(notes) == sum(bool(slide.notes) for slide in slides)


@given(LINE)
def test_a_line_shows_as_itself(text):
    assume(not re.search(r"(?:^|\s)\^[\w-]+\s*$", text))  # a block id to our parser, plain text to Marp
    (block, *more) = parse_text(f"- {plain(text)}").blocks
    assert not more and block.kind == "list" and len(block.children) == 1
    (paragraph,) = block.children[0].children
    assert paragraph.kind == "paragraph"
    assert re.sub(r"\s+", " ", paragraph.plain()).strip() == " ".join(text.split())
