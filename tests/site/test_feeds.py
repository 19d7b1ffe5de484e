import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.post import Page, Post
from inkwright.model.site import SiteInfo
from inkwright.site.feeds import FeedItem, atom, json_feed, rss, sitemap, written

Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]
WHEN = datetime(2026, 1, 5, tzinfo=UTC)
BASE = "https://ada.example/blog"
ATOM, DC = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/"


@pytest.fixture
def site(post: Make, pages: Pages) -> dict[str, Page]:
    return pages(
        post(
            "posts/a.md", "See [b](b.md#x), [here](#y), ![p](p.png) and [root](/posts/b/).\n\n## Y\n\n## X <&>\n",
            title="A <b>&amp;</b>", date="2026-01-05", updated="2026-02-03", tags=("T & T",), authors=("Ada", "Bo"),
            assets=("posts/p.png",), description='Short & "sweet"',
        ),
        post("posts/b.md", "Control \x0c character and emoji 🎈.\n", title="B", date="2026-01-06T08:30:00+02:00"),
        post("posts/undated.md", title="No date"),
        post("posts/d.md", title="Draft", held="draft"),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_feedparser_finds_nothing_wrong(site: dict[str, Page], name: str) -> None:
    found = feedparser.parse(site[name].body)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == {"rss.xml": "rss20", "atom.xml": "atom10"}[name]
    assert found.feed.title == "Warm & Dry"
    assert found.feed.language == "en"
    assert [entry.title for entry in found.entries] == ["B", "A <b>&amp;</b>"]
    second = found.entries[1]
    assert second.id == second.link == f"{BASE}/posts/a/"
    assert second.summary == 'Short & "sweet"'
    assert [tag.term for tag in second.tags] == ["T & T"]
    assert found.entries[0].published_parsed[:5] == (2026, 1, 6, 6, 30)


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_the_whole_text_with_absolute_addresses(site: dict[str, Page], name: str) -> None:
    (text,) = [part.value for part in feedparser.parse(site[name].body, sanitize_html=False).entries[1].content]
    for address in ("/posts/b/#x", "/posts/a/#y", "/posts/a/p.png", "/posts/b/"):
        assert f'"{BASE}{address}"' in text
    assert 'class="anchor"' not in text
    assert 'href="../' not in text and 'href="#' not in text


def test_atom_says_when_each_changed_and_the_newest_of_all(site: dict[str, Page]) -> None:
    found = feedparser.parse(site["atom.xml"].body)
    assert found.entries[1].updated == "2026-02-03T00:00:00+00:00"
    assert found.feed.updated == "2026-02-03T00:00:00+00:00"
    assert [author.name for author in found.entries[1].authors] == ["Ada", "Bo"]


def test_json_feed(site: dict[str, Page]) -> None:
    found = json.loads(site["feed.json"].body)
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in found["items"]] == [f"{BASE}/posts/b/", f"{BASE}/posts/a/"]
    assert found["items"][1]["date_modified"] == "2026-02-03T00:00:00+00:00"


def test_sitemap_names_what_may_be_found(site: dict[str, Page]) -> None:
    root = ElementTree.fromstring(site["sitemap.xml"].body)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in root}
    assert found == {
        f"{BASE}/": "2026-02-03", f"{BASE}/archive/": "2026-02-03", f"{BASE}/tags/": "2026-02-03",
        f"{BASE}/authors/": "2026-02-03", f"{BASE}/authors/ada/": "2026-02-03", f"{BASE}/authors/bo/": "2026-02-03",
        f"{BASE}/authors/ada-lind/": "2026-02-03", f"{BASE}/tags/t-and-t/": "2026-02-03",
        f"{BASE}/posts/a/": "2026-02-03", f"{BASE}/posts/b/": "2026-01-06",
        f"{BASE}/posts/undated/": None,
    }  # fmt: skip
    assert f"Sitemap: {BASE}/sitemap.xml" in site["robots.txt"].body.decode()


def test_without_an_address_there_are_no_feeds(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", date="2026-01-01"), info=SiteInfo("T"))
    assert not {"rss.xml", "atom.xml", "feed.json", "sitemap.xml"} & found.keys()
    assert b"rss.xml" not in found["index.html"].body
    assert b"canonical" not in found["index.html"].body


def test_an_empty_feed_is_valid() -> None:
    info = SiteInfo("T", base_url="https://x.example")
    for write in (atom, rss):
        assert not feedparser.parse(write(info, [], "https://x.example/f.xml", WHEN)).bozo


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_gives_well_formed_feeds(title: str, html: str) -> None:
    info = SiteInfo(title, title, title, "https://x.example")
    items = [written(FeedItem("https://x.example/a/", title, title, html, WHEN, WHEN, (title,), (title,)))] * 2
    for write in (atom, rss):
        ElementTree.fromstring(write(info, items, "https://x.example/f.xml", WHEN))
    text = json_feed(info, items, "https://x.example/f.json", WHEN).decode()
    found = json.loads(text)
    assert [one["url"] for one in found["items"]] == ["https://x.example/a/"] * 2
    assert text == json.dumps(found, indent=1, ensure_ascii=False) + "\n"


@given(st.text("<>&\"'\n\t aé🎈", max_size=12), st.sets(st.sampled_from(["signed", "tagged", "described"])))
def test_feeds_read_back_are_what_a_writer_of_xml_makes_of_them(text: str, has: set[str]) -> None:
    info = SiteInfo(text, text if "described" in has else "", "Ada", f"https://x.example/{text}")
    names, tags = (text, "Bo") if "signed" in has else (), (text,) if "tagged" in has else ()
    summary = text if "described" in has else ""
    items = [written(FeedItem(f"https://x.example/{text}", text, summary, text, WHEN, WHEN, names, tags))]
    spaces = {
        "rss": {"atom": ATOM, "content": "http://purl.org/rss/1.0/modules/content/"} | ({"dc": DC} if names else {}),
        "atom": {"": ATOM},
    }
    for name, write in (("rss", rss), ("atom", atom)):
        for some in (items, []):
            made = write(info, some, f"https://x.example/{text}", WHEN)
            root = ElementTree.fromstring(made)
            for prefix, space in spaces[name].items():
                ElementTree.register_namespace(prefix, space)
            again = ElementTree.tostring(root, "unicode")
            assert made.decode() == f'<?xml version="1.0" encoding="utf-8"?>\n{again}\n'


def test_an_empty_sitemap() -> None:
    assert ElementTree.fromstring(sitemap([])).tag.endswith("urlset")


def test_a_feed_is_not_touched_by_an_undated_or_held_post(post: Make, pages: Pages) -> None:
    one: dict[str, Any] = {"title": "One", "date": "2026-01-01"}
    before = pages(post("posts/one.md", **one))
    after = pages(post("posts/one.md", **one), post("posts/two.md"), post("posts/three.md", held="draft"))
    assert before["atom.xml"] == after["atom.xml"]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_corrections_end_the_text_and_scripts_stay_behind(post: Make, pages: Pages, name: str) -> None:
    text = "---\nerrata: ['2026-02-03: It is <5>.', Odd]\n---\nA.\n\n<script>\nx()\n</script>\n\n## B\n"
    found = pages(post("posts/a.md", text, title="A", date="2026-01-05", updated="2026-02-03"))
    (entry,) = feedparser.parse(found[name].body, sanitize_html=False).entries
    shown = entry.content[0].value
    assert shown.endswith("<h2>Corrections</h2>\n<ul>\n<li>3 February 2026: It is &lt;5&gt;.</li>\n<li>Odd</li>\n</ul>")
    assert "x()" not in shown and "<script" not in shown and "x()" in found["posts/a/index.html"].body.decode()
    assert entry.updated_parsed[:3] == (2026, 2, 3) if name == "atom.xml" else True
