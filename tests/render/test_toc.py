"""Tables of contents."""

from inkwright.render.toc import Entry, contents, contents_html
from inkwright.text.markdown import parse_text


def test_headings_nest_by_level_and_skipped_levels_hang_below():
    entries = contents(parse_text("## A\n\n#### Deep\n\n### B\n\n## *C* `d`\n\n##### far\n"), last=4)
    assert entries == (
        Entry(2, "A", "a", (Entry(4, "Deep", "deep"), Entry(3, "B", "b"))),
        Entry(2, "C d", "c-d"),
    )


def test_the_html_links_to_the_headings():
    html = contents_html(contents(parse_text("## A < b\n\n### 한글\n")), prefix="p-")
    assert html == (
        '<nav class="toc" aria-label="Contents">\n<ul>\n<li><a href="#p-a--b">A &lt; b</a>\n'
        '<ul>\n<li><a href="#p-%ED%95%9C%EA%B8%80">한글</a></li>\n</ul>\n</li>\n</ul>\n</nav>\n'
    )


def test_without_headings_there_is_nothing():
    assert contents(parse_text("text")) == ()
    assert contents_html(()) == ""
