"""Citations by key on the built site: page, feeds, and the summaries that lists and search engines show."""

from collections.abc import Callable

import feedparser
from msgspec.structs import replace

from inkwright.model.post import Page, Post
from inkwright.model.reference import Bibliography, Person, Reference

WORKS = Bibliography(
    {
        "a": Reference(
            "a", (Person("Ada"),), title="On Cards", year="1843", url="https://doi.org/10.1/x", label="doi:10.1/x"
        )
    },
    ("references.bib",),
)


def test_page_feed_and_summary(post: Callable[..., Post], pages: Callable[..., dict[str, Page]]) -> None:
    text = "Cards turn [@a].\n\n## References\n"
    built = pages(replace(post("posts/p.md", text, title="P", date="2026-01-05"), bibliography=WORKS))
    page = built["posts/p/index.html"].body.decode()
    assert 'href="#work-a" id="cite-a"' in page and 'href="#cite-a"' in page
    assert 'href="https://doi.org/10.1/x"' in page
    assert 'content="Cards turn."' in page
    (entry,) = feedparser.parse(built["atom.xml"].body, sanitize_html=False).entries
    (content,) = (part.value for part in entry.content)
    assert 'href="https://ada.example/blog/posts/p/#work-a"' in content
    assert "On Cards" in content
