"""What search engines read of a post."""

import json
from collections.abc import Callable
from typing import Any

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from inkwright.model.post import Page, Post
from inkwright.model.site import SiteInfo

Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]
FAQ = """Who asks.

## How big?

Twelve. **Never** more.

- a list

Then less.

### Why?

Because.

## Not a question

Words.

## Empty?
"""
STEPS = """Intro.

## Step 1: Fetch it

Run `get`.

## Step 2 - Build it

Wait & see.

## Results

3 ms.
"""
SECTION = """## Do it
<!-- section: steps 100-200 -->

### Fetch

Run.

#### Inside

Deep.

### Build

## Results

### Other

Text.
"""


def graph(pages: Pages, *posts: Post, place: str = "posts/a/index.html", **options: Any) -> dict[str, Any]:
    page = HTMLParser(pages(*posts, **options)[place].body.decode())
    data = json.loads(page.css_first('script[type="application/ld+json"]').text())
    assert data["@context"] == "https://schema.org"
    return {one["@type"]: one for one in data.get("@graph", [data])}


def test_a_post_tells_its_reading_time_and_its_series(post: Make, pages: Pages) -> None:
    long = "word " * 500
    first = post("posts/0.md", title="Zero", date="2026-01-01", series="S")
    found = graph(pages, first, post("posts/a.md", long, title="A", date="2026-01-02", series="S", authors=("Bo",)))
    posting = found["BlogPosting"]
    assert posting["timeRequired"] == "PT3M"
    assert posting["isPartOf"] == {
        "@type": "CreativeWorkSeries", "name": "S", "url": "https://ada.example/blog/series/s/",
    }  # fmt: skip
    assert posting["position"] == 2
    assert posting["author"] == [{"@type": "Person", "name": "Bo", "url": "https://ada.example/blog/authors/bo/"}]
    way = [(step["position"], step["name"], step["item"]) for step in found["BreadcrumbList"]["itemListElement"]]
    assert way == [
        (1, "Warm & Dry", "https://ada.example/blog/"), (2, "S", "https://ada.example/blog/series/s/"),
        (3, "A", "https://ada.example/blog/posts/a/"),
    ]  # fmt: skip


def test_without_an_address_there_is_no_way_and_no_url(post: Make, pages: Pages) -> None:
    found = graph(pages, post("posts/a.md", title="A"), info=SiteInfo("T"))
    assert list(found) == ["BlogPosting"]
    assert "url" not in found["BlogPosting"]


def test_a_faq_is_one(post: Make, pages: Pages) -> None:
    found = graph(pages, post("posts/a.md", FAQ, title="A", template="faq"))["FAQPage"]
    asked = {one["name"]: one["acceptedAnswer"]["text"] for one in found["mainEntity"]}
    assert asked == {"How big?": "Twelve. Never more. Then less. Because.", "Why?": "Because."}
    assert all(one["@type"] == "Question" for one in found["mainEntity"])


def test_other_posts_with_questions_are_none(post: Make, pages: Pages) -> None:
    assert "FAQPage" not in graph(pages, post("posts/a.md", FAQ, title="A", template="essay"))
    assert "FAQPage" not in graph(pages, post("posts/a.md", "Words.\n", title="A", template="faq"))


def test_numbered_headings_of_a_tutorial_are_its_steps(post: Make, pages: Pages) -> None:
    found = graph(pages, post("posts/a.md", STEPS, title="A", template="tutorial"))["HowTo"]
    assert [(step["name"], step["text"], step["url"].partition("#")[2]) for step in found["step"]] == [
        ("Fetch it", "Run get.", "step-1-fetch-it"), ("Build it", "Wait & see.", "step-2---build-it"),
    ]  # fmt: skip


def test_so_are_the_parts_of_its_section_of_steps(post: Make, pages: Pages) -> None:
    found = graph(pages, post("posts/a.md", SECTION, title="A", template="tutorial"))["HowTo"]
    assert [(step["name"], step["text"]) for step in found["step"]] == [("Fetch", "Run. Deep."), ("Build", "Build")]


def test_a_tutorial_without_steps_is_a_post(post: Make, pages: Pages) -> None:
    assert "HowTo" not in graph(pages, post("posts/a.md", "## One\n\nText.\n", title="A", template="tutorial"))
