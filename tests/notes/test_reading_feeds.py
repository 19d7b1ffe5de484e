import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.model.reading_list import Item
from inkwright.notes.reading_feeds import MOST, fresh, read_feed

URL = "https://e.org/feed"
RSS = b"""<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>x</title>
<item><title>R\xe4ts <![CDATA[& more]]></title><link>/a</link><pubDate>Tue, 10 Nov 2026 09:00:00 GMT</pubDate></item>
<item><title>B</title><guid>https://e.org/b</guid></item>
<item><title>No link</title><guid isPermaLink="false">tag:1</guid></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">A &amp;amp; B</title>
<link rel="enclosure" href="https://e.org/x.mp3"/><link href="https://e.org/a"/><updated>2026-11-12T00:00:00Z</updated>
<published>2026-11-11T08:00:00+01:00</published></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><item><title>C</title><link>https://e.org/c</link>
<dc:date>2026-11-13</dc:date></item></rdf:RDF>"""


def test_rss_atom_and_rdf():
    assert read_feed(RSS, URL) == (Item("Räts & more", "https://e.org/a", "2026-11-10"), Item("B", "https://e.org/b"))
    assert read_feed(ATOM, URL) == (Item("A & B", "https://e.org/a", "2026-11-11"),)
    assert read_feed(RDF, URL) == (Item("C", "https://e.org/c", "2026-11-13"),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html><body>Not found</body></html>", "this is no feed but <html>"),
        (b"", "not XML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>', "entities of its own"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>'.encode("utf-16"), "entities of its own"),
    ],
)
def test_what_is_no_feed_is_said(data, said):
    with pytest.raises(UnreadableError, match=said):
        read_feed(data, URL)


def test_new_since_the_last_look_and_at_first_two_weeks_back():
    items = [Item("new", "n", "2026-11-20"), Item("undated", "u"), Item("old", "o", "2026-11-01")]
    assert [one.title for one in fresh(items, "", "2026-11-21")] == ["new", "undated"]
    assert [one.title for one in fresh(items, "2026-11-21", "2026-11-21")] == ["undated"]
    assert [one.title for one in fresh(items, "2026-10-01", "2026-11-21")] == ["old", "new", "undated"]


def test_a_long_feed_gives_its_newest():
    items = [Item(str(day), "u", f"2026-11-{day:02}") for day in range(1, 22)]
    assert [one.title for one in fresh(items, "2026-01-01", "2026-11-21")] == [str(day) for day in range(12, 22)]
    assert len(fresh([Item("x", str(n)) for n in range(50)], "", "2026-11-21")) == MOST


pieces = st.lists(
    st.sampled_from([
        "<rss>", "</rss>", "<item>", "</item>", "<link>", "</link>", "https://e.org", "http://[", "<title>", "</title>",
        "<pubDate>", "</pubDate>", "Tue, 99 Nov 20260 99:99:99 GMT", "<entry/>", "&lt;", "<link href='a b'/>", "\x00",
    ]), max_size=14,
)  # fmt: skip


@given(pieces)
def test_any_text_gives_items_or_a_sentence(parts):
    try:
        items = read_feed(f"<rss>{''.join(parts)}</rss>".encode(), URL)
    except UnreadableError:
        return
    assert all(item.url.startswith(("http://", "https://")) for item in items)
    fresh(items, "", "2026-11-21")
