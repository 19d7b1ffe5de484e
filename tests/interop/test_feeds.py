"""Feeds, sitemap and structured data of built sites, held to the rules of those who read them.

The rules are written down here from their sources: the validators that hold them are services or no longer installable.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from lxml import etree, html
from tests.interop.conftest import FOREIGN, Sites

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
NAMES = ["demo", "golden", *(pytest.param(name, marks=(pytest.mark.interop, pytest.mark.corpus)) for name in FOREIGN)]
_RFC822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)")
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")


@pytest.fixture(params=NAMES)
def tree(request: pytest.FixtureRequest, sites: Sites) -> Path:
    return sites.tree(request.param)


def absolute(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", address)


def one(parent: etree._Element, name: str) -> str:
    (found,) = parent.findall(name)
    return found.text or ""


def content_is_portable(text: str) -> None:
    """Nothing in a post's HTML needs the page: whole addresses, no script, no style sheet, no form.

    **Source:** validator.w3.org/feed/docs/warning: ContainsRelRef, SecurityRisk, NotHtml.
    """
    for element in html.fragments_fromstring(f"<div>{text}</div>")[0].iter():
        if isinstance(element.tag, str):
            assert element.tag not in ("script", "style", "form", "link", "meta", "object", "embed"), element.tag
            for name in ("href", "src", "poster"):
                value = element.get(name)
                assert value is None or value == "" or urlsplit(value).scheme, (element.tag, value)
            assert not [name for name in element.attrib if name.startswith("on")], element.attrib


def test_the_atom_feed_keeps_its_rules(tree: Path) -> None:
    """**Source:** RFC 4287, 4.1.1, 4.1.2, 4.2.6, 4.2.7, 3.2, 3.3."""
    feed = etree.parse(tree / "atom.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    assert absolute(one(feed, f"{ATOM}id")) and one(feed, f"{ATOM}title")
    assert _RFC3339.fullmatch(one(feed, f"{ATOM}updated"))
    links = [(link.get("rel", "alternate"), link.get("type"), link.get("href")) for link in feed.findall(f"{ATOM}link")]
    assert sorted(rel for rel, _, _ in links) == ["alternate", "self"] and all(absolute(href) for _, _, href in links)
    entries = feed.findall(f"{ATOM}entry")
    ids = [one(entry, f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) and all(map(absolute, ids))
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    for entry in entries:
        assert one(entry, f"{ATOM}title")
        times = [one(entry, f"{ATOM}{name}") for name in ("published", "updated")]
        assert all(_RFC3339.fullmatch(when) for when in times)
        assert datetime.fromisoformat(times[0]) <= datetime.fromisoformat(times[1])
        assert [absolute(link.get("href")) for link in entry.findall(f"{ATOM}link")] == [True]
        assert all(category.get("term") for category in entry.findall(f"{ATOM}category"))
        assert all(name.text for name in entry.findall(f"{ATOM}author/{ATOM}name"))
        (content,) = entry.findall(f"{ATOM}content")
        assert content.get("type") == "html" and not len(content)
        content_is_portable(content.text)


def test_the_rss_feed_keeps_its_rules(tree: Path) -> None:
    """**Source:** rssboard.org/rss-specification and rssboard.org/rss-profile."""
    root = etree.parse(tree / "rss.xml").getroot()
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root.findall("channel")
    assert one(channel, "title") and one(channel, "description") and absolute(one(channel, "link"))
    assert _LANGUAGE.fullmatch(one(channel, "language"))
    (own,) = channel.findall(f"{ATOM}link")
    assert own.get("rel") == "self" and own.get("href").endswith("/rss.xml")
    items = channel.findall("item")
    guids = [one(item, "guid") for item in items]
    assert len(set(guids)) == len(guids)
    for item, guid in zip(items, guids, strict=True):
        assert one(item, "title") and one(item, "description") and absolute(one(item, "link")) and absolute(guid)
        assert _RFC822.fullmatch(one(item, "pubDate")) and parsedate_to_datetime(one(item, "pubDate")).tzinfo
        assert not item.findall("author"), "an e-mail address is wanted there; names stand in dc:creator"
        content_is_portable(one(item, CONTENT))


def test_the_json_feed_keeps_its_rules(tree: Path) -> None:
    """**Source:** jsonfeed.org/version/1.1."""
    feed = json.loads((tree / "feed.json").read_text("utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
    assert absolute(feed["home_page_url"]) and absolute(feed["feed_url"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for item in feed["items"]:
        assert isinstance(item["id"], str) and absolute(item["url"]) and item["title"]
        assert _RFC3339.fullmatch(item["date_published"]) and _RFC3339.fullmatch(item["date_modified"])
        assert all(isinstance(tag, str) for tag in item["tags"]) and all(author["name"] for author in item["authors"])
        content_is_portable(item["content_html"])


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_reader_finds_nothing_wrong(tree: Path, name: str) -> None:
    found = feedparser.parse((tree / name).read_bytes())
    assert not found.bozo, found.get("bozo_exception")


def test_the_sitemap_names_pages_that_are_there(tree: Path) -> None:
    """**Source:** sitemaps.org/protocol.html, and its schema in `tests/site/test_sitemap_schema.py`."""
    root = etree.parse(tree / "sitemap.xml").getroot()
    found = [loc.text for loc in root.iter("{*}loc")]
    home = one(etree.parse(tree / "rss.xml").getroot().find("channel"), "link")
    assert home in found and len(set(found)) == len(found) <= 50_000
    for address in found:
        assert absolute(address) and address.isascii() and len(address) < 2048 and address.startswith(home)
        place = unquote(address.removeprefix(home))
        page = tree / place / "index.html" if place.endswith("/") or not place else tree / place
        assert page.is_file(), address
        assert b'name="robots"' not in page.read_bytes(), address


KNOWN = {
    "BlogPosting": {
        "headline", "description", "url", "image", "datePublished", "dateModified", "author", "keywords", "inLanguage",
        "timeRequired", "isPartOf", "position",
    },
    "Person": {"name", "url"},
    "CreativeWorkSeries": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "HowTo": {"name", "description", "step"},
    "HowToStep": {"name", "text", "url"},
}  # fmt: skip
"""Types and their properties. **Source:** schema.org, version 29."""
REQUIRED = {
    "BlogPosting": {"headline", "datePublished", "author"}, "Person": {"name"}, "CreativeWorkSeries": {"name"},
    "BreadcrumbList": {"itemListElement"}, "ListItem": {"position", "name", "item"}, "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"}, "Answer": {"text"}, "HowTo": {"name", "step"}, "HowToStep": {"text"},
}  # fmt: skip
"""**Source:** developers.google.com/search/docs/appearance/structured-data (article, breadcrumb, faqpage)."""


def things(said: Any) -> Iterator[dict[str, Any]]:
    """Every typed thing in structured data."""
    for value in said.values() if isinstance(said, dict) else said if isinstance(said, list) else ():
        yield from things(value)
    if isinstance(said, dict) and "@type" in said:
        yield said


def test_structured_data_says_what_its_types_need(tree: Path) -> None:
    seen = 0
    for page in tree.rglob("*.html"):
        for text in html.parse(str(page)).getroot().xpath('//script[@type="application/ld+json"]/text()'):
            said = json.loads(text)
            assert said["@context"] == "https://schema.org"
            for thing in things(said):
                seen += 1
                kind, has = thing["@type"], thing.keys() - {"@type", "@context", "@graph"}
                needed = REQUIRED[kind] - ({"datePublished", "author"} if _undated(page) else set())
                assert has <= KNOWN[kind] and needed <= has, (page, thing)
                assert all(absolute(thing[key]) for key in ("url", "image", "item") if key in thing), thing
                assert all(_RFC3339.fullmatch(thing[key]) for key in thing if key.startswith("date")), thing
                if kind == "BreadcrumbList":
                    steps = thing["itemListElement"]
                    assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)] and len(steps) > 1
    assert seen


def _undated(page: Path) -> bool:
    """A page that names neither a day nor a writer, because its post has none."""
    return b'<p class="meta"><a rel="author"' not in page.read_bytes() or b"<time" not in page.read_bytes()
