"""The page that searches, and what it knows of posts."""

import json
from collections.abc import Callable

from inkwright.model.post import Page, Post

Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]


def known(found: dict[str, Page]) -> list[list[str]]:
    text = found["search/posts.js"].body.decode()
    assert text.startswith("posts=") and text.endswith("\n")
    return json.loads(text.removeprefix("posts="))


def test_what_is_known_of_each_listed_post(post: Make, pages: Pages) -> None:
    found = pages(
        post("posts/a.md", "Quantisation halves memory.\n\n## A heading\n\nMore.\n", title='A "b" </script>',
             date="2026-01-02", tags=("gpu",), series="Small models"),
        post("posts/b.md", title="Unlisted", visibility="unlisted"),
        post("posts/c.md", title="Draft", held="draft"),
        search=True,
    )  # fmt: skip
    (title, url, date, summary, words), *rest = known(found)
    assert not rest
    assert (title, url, date) == ('A "b" </script>', "../posts/a/", "2 January 2026")
    assert summary == "Quantisation halves memory."
    assert {"gpu", "Small", "models", "heading", "quantisation"} <= set(words.split())


def test_the_menu_leads_there_and_the_sitemap_does_not(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A"), search=True)
    assert '<a href="../../search/">Search</a>' in found["posts/a/index.html"].body.decode()
    page = found["search/index.html"].body.decode()
    script = next(path for path in found if path.startswith("assets/search."))
    assert f'src="../{script}"' in page and 'name="description"' in page
    assert b"/search/" not in found["sitemap.xml"].body


def test_without_the_wish_there_is_none_of_it(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A"))
    assert not any("search" in path for path in found)
    assert b"earch" not in found["index.html"].body
