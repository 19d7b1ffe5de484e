"""The portfolio page, and the box for new readers."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from inkwright.model.post import Page, Post

Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]


def shown(post: Make) -> list[Post]:
    return [
        post(
            "posts/a.md", title="A", date="2026-01-01",
            planning={"roles": ["MLOps", " Performance "], "level": "deep"},
        ),
        post("posts/b.md", title="B", date="2026-01-02", planning={"roles": "mlops"}),
        post("posts/c.md", title="C", date="2026-01-03", planning={"roles": [3, {"x": 1}], "level": 4}),
        post("posts/d.md", title="D", held="draft", planning={"roles": ["Secret"]}),
    ]  # fmt: skip


def test_posts_by_role(post: Make, pages: Pages) -> None:
    found = pages(*shown(post), portfolio=True)
    page = HTMLParser(found["portfolio/index.html"].body.decode())
    assert [node.text() for node in page.css("h2")] == ["MLOps", "Performance"]
    assert [node.text() for node in page.css(".lines a")] == ["B", "A", "A"]
    assert [node.text() for node in page.css(".lines .meta")] == ["deep", "deep"]
    assert '<a href="portfolio/">Portfolio</a>' in found["index.html"].body.decode()
    assert "https://ada.example/blog/portfolio/" in found["sitemap.xml"].body.decode()


def test_roles_are_on_no_page_unless_asked(post: Make, pages: Pages) -> None:
    for page in pages(*shown(post)).values():
        assert b"mlops" not in page.body.lower() and b"Performance" not in page.body, page.path


def test_nobody_named_a_role(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A"), portfolio=True)
    assert "portfolio/index.html" not in found
    assert b"Portfolio" not in found["index.html"].body


def test_the_box_for_new_readers_is_a_plain_form(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A"), signup="https://list.example/add?x=1&y", signup_text="Write to <me>")
    for place in ("posts/a/index.html", "index.html"):
        form = HTMLParser(found[place].body.decode()).css_first("form.signup")
        assert form.attributes["action"] == "https://list.example/add?x=1&y"
        assert (form.attributes["method"], form.css_first("label").text()) == ("post", "Write to <me>")
        assert form.css_first("input").attributes["name"] == "email"
    assert b"<form" not in found["404.html"].body
    assert not any(b"<form" in page.body for page in pages(post("posts/a.md", title="A")).values())
