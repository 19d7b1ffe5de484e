"""Series and authors: their pages, and what a post says of them."""

import re
from collections.abc import Callable

import feedparser
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from inkwright.model.post import Page, Post
from inkwright.model.site import SiteInfo

Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]
ALONE = SiteInfo("T", "", "Ada Lind", "https://ada.example", "en")


def parts(post: Make) -> list[Post]:
    return [
        post("posts/c.md", title="The third", date="2026-03-01", series="Slow Disks"),
        post("posts/a.md", title="The first", date="2026-01-01", series="slow disks "),
        post("posts/b.md", title="The <second>", date="2026-02-01", series="Slow Disks"),
        post("posts/u.md", title="Unlisted", date="2026-01-15", series="Slow Disks", visibility="unlisted"),
        post("posts/d.md", title="Draft", date="2026-01-16", series="Slow Disks", held="draft"),
        post("posts/x.md", title="Elsewhere", date="2026-01-17", series="Alone"),
    ]


def titles(page: Page, css: str) -> list[str]:
    return [node.text().strip() for node in HTMLParser(page.body.decode()).css(css)]


def test_a_series_page_is_in_time_order_and_numbered(post: Make, pages: Pages) -> None:
    found = pages(*parts(post))
    page = found["series/slow-disks/index.html"]
    assert titles(page, "h1") == ["Slow Disks"]
    assert titles(page, ".posts h2") == ["1. The first", "2. The <second>", "3. The third"]
    assert titles(found["series/index.html"], ".tags a") == ["Alone 1", "Slow Disks 3"]
    assert "Draft" not in page.body.decode()


def test_a_part_says_which_one_it_is_and_leads_to_the_others(post: Make, pages: Pages) -> None:
    found = pages(*parts(post))
    page = found["posts/b/index.html"]
    assert titles(page, ".series summary") == ["Part 2 of 3: Slow Disks"]
    assert titles(page, ".series li") == ["The first", "The <second>", "The third"]
    assert titles(page, ".series [aria-current]") == ["The <second>"]
    assert "Next in this series: " + "The third" in " ".join(titles(page, "p.box"))
    tree = HTMLParser(page.body.decode())
    assert [link.attributes["href"] for link in tree.css(".series a")] == ["../a/", "../c/", "../../series/slow-disks/"]
    assert titles(found["posts/c/index.html"], "p.box") == []


def test_a_post_alone_in_its_series_or_unlisted_shows_none(post: Make, pages: Pages) -> None:
    found = pages(*parts(post))
    assert titles(found["posts/x/index.html"], ".series") == []
    assert titles(found["posts/u/index.html"], ".series") == []
    assert "A series that begins here." in found["series/alone/index.html"].body.decode()


def test_a_site_without_series_has_no_page_of_them(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A"))
    assert not [place for place in found if place.startswith(("series", "authors"))]
    assert ">Series<" not in found["index.html"].body.decode()


def test_authors_have_pages_where_there_are_several(post: Make, pages: Pages) -> None:
    found = pages(
        post("posts/a.md", title="A", date="2026-01-01", authors=("Ada Lind", "Bo Ek")),
        post("posts/b.md", title="B", date="2026-01-02"),
        post("posts/c.md", title="C", date="2026-01-03", authors=("Bo Ek",)),
        post("posts/d.md", title="D", held="draft", authors=("Secret",)),
        info=ALONE,
    )
    assert titles(found["authors/bo-ek/index.html"], ".posts h2") == ["C", "A"]
    assert titles(found["authors/ada-lind/index.html"], ".posts h2") == ["B", "A"]
    assert titles(found["authors/index.html"], ".tags a") == ["Ada Lind 2", "Bo Ek 2"]
    byline = HTMLParser(found["posts/a/index.html"].body.decode()).css(".meta a[rel=author]")
    assert [link.attributes["href"] for link in byline] == ["../../authors/ada-lind/", "../../authors/bo-ek/"]
    assert not [place for place in found if "secret" in place]


def test_one_author_has_a_byline_and_no_page(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A", date="2026-01-01"), post("posts/b.md", title="B"), info=ALONE)
    assert not [place for place in found if place.startswith("authors")]
    text = " ".join(titles(found["posts/a/index.html"], ".meta"))
    assert re.fullmatch(r"Ada Lind · 1 January 2026 · 1 min read", text)


def test_the_sitemap_names_series_and_authors(post: Make, pages: Pages) -> None:
    found = pages(*parts(post), post("posts/z.md", title="Z", authors=("Bo Ek",)))
    body = found["sitemap.xml"].body.decode()
    for place in ("series/", "series/slow-disks/", "authors/", "authors/bo-ek/"):
        assert f"<loc>https://ada.example/blog/{place}</loc>" in body
    assert not feedparser.parse(found["rss.xml"].body).bozo


def test_a_post_can_link_to_a_series(post: Make, pages: Pages) -> None:
    found = pages(*parts(post), post("posts/l.md", "See [all](/series/slow-disks/).\n", title="L"))
    assert '<a href="../../series/slow-disks/">all</a>' in found["posts/l/index.html"].body.decode()
