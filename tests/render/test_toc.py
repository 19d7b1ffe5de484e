"""Tables of contents."""

from inkwright.render.toc import Entry, contents
from inkwright.text.markdown import parse_text


def test_headings_nest_by_level_and_skipped_levels_hang_below():
    entries = contents(parse_text("## A\n\n#### Deep\n\n### B\n\n## *C* `d`\n\n##### far\n"), last=4)
    assert entries == (
        Entry(2, "A", "a", (Entry(4, "Deep", "deep"), Entry(3, "B", "b"))),
        Entry(2, "C d", "c-d"),
    )


def test_without_headings_there_is_nothing():
    assert contents(parse_text("text")) == ()
