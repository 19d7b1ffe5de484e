from collections.abc import Callable

import pytest

from inkwright.model.post import Post
from inkwright.model.site import Site, SiteInfo
from inkwright.site.card import content_of
from inkwright.site.catalog import catalog
from inkwright.site.names import Names

Make = Callable[..., Post]


@pytest.fixture
def names(post: Make) -> Callable[[str, str], tuple[str, str, str]]:
    """`names(path of the asking post, target)` -> kind, place, tail; a target in `[[ ]]` is a wikilink."""
    posts = (
        post("posts/a/index.md", "# Alpha\n\n## Part one\n", assets=("posts/a/pic.png", "shared/far.png"), slug="al"),
        post("posts/b.md", "# Beta\n", aliases=("Second letter", "/old/b/")),
        post("posts/deep/b.md", "# Deep\n", url="/posts/deep/b/"),
        post("posts/draft.md", held="draft"),
        post("posts/한글.md", "# 한글\n", url="/posts/한글/"),
        post("about.md", "# About\n", kind="page"),
    )
    info = SiteInfo(base_url="https://me.example/blog")
    found = catalog(content_of(Site(info, posts)))
    all_names = Names(found, ["index.html", "tags/x/index.html", "rss.xml"], {"img/logo.png": "static/img/logo.png"})
    by_path = {entry.post.file.path: entry for entry in found.entries}

    def ask(path: str, target: str) -> tuple[str, str, str]:
        entry = by_path[path]
        inner = target.removeprefix("[[").removesuffix("]]")
        answer = all_names.wiki(entry, inner) if inner != target else all_names.find(entry, target)
        return answer.kind, answer.place, answer.tail

    return ask


A, B, ABOUT = "posts/a/index.html", "posts/b/index.html", "about/index.html"


@pytest.mark.parametrize(
    ("path", "target", "answer"),
    [
        # by file
        ("posts/b.md", "a/index.md", ("place", A, "")),
        ("posts/b.md", "./a/index.md#part-one", ("place", A, "#part-one")),
        ("posts/b.md", "a/", ("place", A, "")),
        ("posts/b.md", "a", ("place", A, "")),
        ("posts/a/index.md", "../b.md", ("place", B, "")),
        ("posts/a/index.md", "../../about.md", ("place", ABOUT, "")),
        ("posts/b.md", "%ED%95%9C%EA%B8%80.md", ("place", "posts/한글/index.html", "")),
        ("posts/a/index.md", "index.md", ("place", A, "")),
        # files beside the post
        ("posts/a/index.md", "pic.png", ("place", "posts/a/pic.png", "")),
        ("posts/a/index.md", "../../shared/far.png", ("place", "posts/a/far.png", "")),
        ("posts/a/index.md", "gone.png", ("as written", "", "")),
        # by address
        ("posts/a/index.md", "/posts/b/", ("place", B, "")),
        ("posts/a/index.md", "/posts/b", ("place", B, "")),
        ("posts/a/index.md", "/blog/posts/b/?x=1#y", ("place", B, "?x=1#y")),
        ("posts/a/index.md", "https://me.example/blog/posts/b/", ("place", B, "")),
        ("posts/a/index.md", "https://me.example/blog", ("place", "index.html", "")),
        ("posts/a/index.md", "../b/", ("place", B, "")),
        ("posts/a/index.md", "/", ("place", "index.html", "")),
        ("posts/a/index.md", "/tags/x/", ("place", "tags/x/index.html", "")),
        ("posts/a/index.md", "/rss.xml", ("place", "rss.xml", "")),
        ("posts/a/index.md", "/img/logo.png", ("place", "img/logo.png", "")),
        ("posts/a/index.md", "/posts/b.md", ("place", B, "")),
        # elsewhere and nowhere
        ("posts/a/index.md", "https://other.example/x", ("as written", "", "")),
        ("posts/a/index.md", "https://me.example/blogger", ("as written", "", "")),
        ("posts/a/index.md", "mailto:x@y.z", ("as written", "", "")),
        ("posts/a/index.md", "#part-one", ("as written", "", "")),
        ("posts/a/index.md", "", ("as written", "", "")),
        ("posts/a/index.md", "/nowhere/", ("as written", "", "")),
        ("posts/a/index.md", "/blog/", ("place", "index.html", "")),
        ("posts/a/index.md", "/blogposts/b/", ("as written", "", "")),
        # what the site does not show
        ("posts/b.md", "draft.md", ("hidden", "", "")),
        ("posts/a/index.md", "../draft.md#x", ("hidden", "", "")),
        ("posts/a/index.md", "../../notes/private.md", ("hidden", "", "")),
        ("posts/a/index.md", "/posts/draft.md", ("hidden", "", "")),
        # wikilinks
        ("posts/a/index.md", "[[b]]", ("place", B, "")),
        ("posts/deep/b.md", "[[b]]", ("place", "posts/deep/b/index.html", "")),
        ("posts/a/index.md", "[[deep/b]]", ("place", "posts/deep/b/index.html", "")),
        ("posts/b.md", "[[Alpha#Part one]]", ("place", A, "#part-one")),
        ("posts/b.md", "[[alpha#No such]]", ("place", A, "")),
        ("posts/b.md", "[[a#^block]]", ("place", A, "")),
        ("posts/b.md", "[[al]]", ("place", A, "")),
        ("posts/a/index.md", "[[second letter]]", ("place", B, "")),
        ("posts/a/index.md", "[[#Part one]]", ("place", A, "#part-one")),
        ("posts/a/index.md", "[[pic.png]]", ("place", "posts/a/pic.png", "")),
        ("posts/b.md", "[[draft]]", ("hidden", "", "")),
        ("posts/b.md", "[[no such note]]", ("hidden", "", "")),
    ],
)
def test_what_a_link_means(names: Callable[..., object], path: str, target: str, answer: tuple[str, str, str]) -> None:
    assert names(path, target) == answer


def asking(generator: str, *posts: Post) -> tuple[Names, dict[str, object]]:
    found = catalog(content_of(Site(SiteInfo(), posts, generator)))
    return Names(found), {entry.post.file.path: entry for entry in found.entries}


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("docs/shortcodes#mermaid", "docs/shortcodes/index.html#mermaid"),
        ("/docs/shortcodes/", "docs/shortcodes/index.html"),
        ("docs/shortcodes/index.md", "docs/shortcodes/index.html"),
        ("other", "samples/other/index.html"),
        ("docs", "docs/index.html"),
        ("shortcodes", "docs/shortcodes/index.html"),
        ("#here", "samples/rich/index.html#here"),
        ("docs/none", ""),
    ],
)
def test_a_page_is_found_as_hugo_names_it(post: Make, target: str, place: str) -> None:
    names, entries = asking(
        "hugo",
        post("samples/rich/index.md", kind="page", url="/samples/rich/"),
        post("samples/other.md", kind="page", url="/samples/other/"),
        post("docs/shortcodes/index.md", kind="page", url="/docs/shortcodes/"),
        post("docs/_index.md", kind="page", url="/docs/"),
    )
    found = names.page(entries["samples/rich/index.md"], target)
    assert (found.kind, found.place + found.tail) == (("place", place) if place else ("hidden", ""))


@pytest.mark.parametrize("target", ["your first note", "yOuR-FiRsT Note", "Your_first_note", "your-first-note"])
@pytest.mark.parametrize(("generator", "found"), [("jekyll", True), ("inkwright", True), ("obsidian", False)])
def test_blanks_hyphens_and_underscores_are_alike_where_the_generator_says_so(
    post: Make, target: str, generator: str, found: bool
) -> None:
    names, entries = asking(generator, post("notes/your-first-note.md", url="/n/", title="T"), post("posts/a.md"))
    exact = target == "your-first-note"
    assert (names.wiki(entries["posts/a.md"], target).place == "n/index.html") == (found or exact)
