"""Constructs that the counts of the corpus showed to be misread."""

from inkwright.text.markdown import parse_text


def test_an_admonition_in_a_file_with_crlf():
    document = parse_text("**Bold:**\r\n\r\n:::tip Join us\r\nText.\r\n:::\r\n", "a.mdx")
    assert [block.kind for block in document.blocks] == ["paragraph", "callout"]
    assert document.blocks[1].name == "tip"


def test_an_anchor_after_a_question_mark():
    document = parse_text("### A vector?[[a-vector]]\n", "a.mdx")
    (heading,) = document.of_kind("heading")
    assert dict(heading.attrs) == {"id": "a-vector"}
    assert document.inlines_of("wikilink") == []


def test_a_wikilink_that_ends_a_heading_stays_one():
    document = parse_text("## See [[Other note]]\n", "a.md")
    assert len(document.inlines_of("wikilink")) == 1
