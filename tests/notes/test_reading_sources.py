import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.reading_list import Item
from inkwright.notes.reading_sources import read_bookmarks, read_csv, read_lines, read_opml, reader_of

OPML = """<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="ML"><outline type="rss" text="Ann &amp; Bo" xmlUrl="https://ann.org/feed" htmlUrl="https://ann.org"/></outline>
<outline type="link" text="A page" url="https://e.org/p"/>
<outline text="bad" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def test_opml_gives_feeds_and_links_and_says_what_it_left_out():
    items, broken = read_opml(OPML)
    assert items == (
        Item("Ann & Bo", "https://ann.org", feed="https://ann.org/feed"),
        Item("A page", "https://e.org/p"),
    )
    assert broken == ((0, "bad has no web address but `javascript:alert(1)`"),)


def test_broken_opml_is_said_with_its_line():
    with pytest.raises(UnreadableError, match="not XML: mismatched tag") as raised:
        read_opml("<opml>\n<body>\n</opml>")
    assert raised.value.line == 3


def test_rows_of_a_csv_with_addresses():
    items, broken = read_csv(
        "title,url,time_added\nA page,https://e.org/p,1\nhttps://e.org/q,https://e.org/q,2\nx,none,3\n"
    )
    assert items == (Item("A page", "https://e.org/p"), Item("", "https://e.org/q"))
    assert broken == ((4, "this row has no web address"),)
    assert read_csv("a,b\n1,2\n") == ((), ((1, "no column is called URL"),)) and read_csv("")[0] == ()


def test_bookmarks_of_a_browser():
    text = '<DL><DT><A HREF="https://e.org/p" ADD_DATE="1">A &amp; B</A><DT><A HREF="place:sort=8">Recent</A></DL>'
    assert read_bookmarks(text) == ((Item("A & B", "https://e.org/p"),), ())
    assert read_bookmarks("<p>none") == ((), ((0, "there is no link in it"),))


def test_lines_are_taken_as_they_stand():
    assert read_lines("# H\n\nhttps://e.org/p\n- A book\n")[0] == (Item("https://e.org/p"), Item("A book"))


def test_a_kind_of_file_that_nobody_reads():
    with pytest.raises(UsageError, match=r"x\.pdf: nobody here reads a reading list"):
        reader_of("x.pdf")


@pytest.mark.parametrize("read", [read_opml, read_csv, read_bookmarks, read_lines])
@given(text=st.text(alphabet=st.sampled_from("<>a/=\"',\n\x00url htps:[]!-&;\ud800"), max_size=80))
def test_any_text_is_read_or_refused(read, text):
    try:
        items, broken = read(text)
    except UnreadableError:
        return
    assert all(item.title or item.url or item.feed for item in items) and all(why for _, why in broken)
