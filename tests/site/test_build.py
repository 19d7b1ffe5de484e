import gzip
import html as html_module
import json
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from inkwright.model.post import Page, Post
from inkwright.model.site import Site, SiteInfo
from inkwright.site.build import alias_troubles
from inkwright.site.card import content_of
from inkwright.site.catalog import catalog

INFO = SiteInfo("Warm", "Notes.", "Ada", "https://ada.example", "en")
Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]
Html = Callable[..., str]


def test_every_page_says_who_made_it_and_is_valid_enough(post: Make, pages: Pages) -> None:
    for path, page in pages(post("posts/a.md", tags=("t",), aliases=("/old/",))).items():
        if path.endswith(".html"):
            text = page.body.decode()
            assert text.startswith("<!doctype html>")
            assert '<meta name="generator" content="Inkwright">' in text
            assert '<html lang="en">' in text
            assert text.count("<h1") == 1, path
            assert text.count("<main") == 1


def test_titles_are_escaped_everywhere(post: Make, pages: Pages) -> None:
    found = pages(
        post(
            "posts/a.md",
            title='<script>alert("x")</script>',
            description='"><script>',
            tags=("<i>",),
            date="2026-01-01",
        )
    )
    for path, page in found.items():
        if path.endswith(".html"):
            assert "<script>alert" not in page.body.decode(), path
            assert '"><script>' not in page.body.decode(), path
            assert "<i>" not in page.body.decode(), path


def test_head_of_a_post(post: Make, html: Html) -> None:
    text = html(
        "posts/a/index.html",
        post(
            "posts/a.md", title="A", description="What it says.", date="2026-01-05", updated="2026-02-01",
            tags=("x",), image="p.png", assets=("posts/p.png",),
        ),
    )  # fmt: skip
    assert "<title>A · Warm &amp; Dry</title>" in text
    assert '<link rel="canonical" href="https://ada.example/blog/posts/a/">' in text
    assert '<meta name="description" content="What it says.">' in text
    assert '<meta property="og:image" content="https://ada.example/blog/posts/a/p.png">' in text
    assert '<meta property="og:type" content="article">' in text
    assert '<meta property="article:modified_time" content="2026-02-01T00:00:00+00:00">' in text
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])  # type: ignore[index]
    data, way = data["@graph"]
    assert data["@type"] == "BlogPosting"
    assert [step["item"] for step in way["itemListElement"]][-1] == "https://ada.example/blog/posts/a/"
    assert data["headline"] == "A"
    assert data["author"] == [{"@type": "Person", "name": "Ada Lind"}]
    assert data["dateModified"] == "2026-02-01T00:00:00+00:00"


def test_json_ld_cannot_end_its_script(post: Make, html: Html) -> None:
    text = html("posts/a/index.html", post("posts/a.md", title="</script><script>alert(1)</script>"))
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert data and json.loads(data[1])["@graph"][0]["headline"] == "</script><script>alert(1)</script>"


def test_a_canonical_address_of_the_author_is_kept(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", canonical_url="https://elsewhere.example/a", date="2026-01-01"))
    assert b'rel="canonical" href="https://elsewhere.example/a"' in found["posts/a/index.html"].body
    assert b"posts/a/" not in found["sitemap.xml"].body


@pytest.mark.parametrize(
    ("given", "shown", "opened"),
    [
        ({}, True, False),
        ({"show_toc": False}, False, False),
        ({"toc_open": True}, True, True),
        ({"show_toc": True, "toc_open": False}, True, False),
    ],
)
def test_front_matter_steers_the_contents(
    post: Make, html: Html, given: dict[str, bool], shown: bool, opened: bool
) -> None:
    text = html(
        "posts/a/index.html", post("posts/a.md", "## One\n\n## Two\n\n### Deep\n\n#### No\n\n## Three\n", **given)
    )
    assert ('<details class="toc box"' in text) == shown
    assert ('<details class="toc box" open>' in text) == opened
    if shown:
        toc = text[text.index("<details") : text.index("</details>")]
        assert re.findall(r'href="#([\w-]+)"', toc) == ["one", "two", "deep", "three"]


@pytest.mark.parametrize(
    ("count", "given", "shown"), [(2, None, False), (3, None, True), (1, True, True), (0, True, False)]
)
def test_short_posts_have_no_contents_unless_asked(
    post: Make, html: Html, count: int, given: bool | None, shown: bool
) -> None:
    text = "\n\n".join(f"## Part {n}" for n in range(count)) or "Text."
    assert ("Contents" in html("posts/a/index.html", post("posts/a.md", text, show_toc=given))) == shown


def test_a_title_from_the_text_is_shown_once_and_keeps_its_anchor(post: Make, html: Html) -> None:
    text = html(
        "posts/a/index.html", post("posts/a.md", "# Setup\n\nText.\n\n## Setup\n\n[up](#setup) [down](#setup-1)\n")
    )
    assert '<h1 id="setup">Setup</h1>' in text
    assert '<h2 id="setup-1">' in text
    assert text.count("<h1") == 1


def test_pagination_touches_only_the_newest_pages(post: Make, pages: Pages) -> None:
    def site(count: int) -> dict[str, Page]:
        posts = [
            post(f"posts/p{n:02}.md", title=f"Post {n}", date=f"2026-01-{n:02}", tags=("all", f"t{n}"))
            for n in range(1, count + 1)
        ]
        return pages(*posts, posts_per_page=3)

    before, after = site(11), site(12)
    changed = {path for path in after if before.get(path) != after[path]}
    assert {"index.html", "archive/index.html", "rss.xml", "posts/p12/index.html", "posts/p11/index.html"} <= changed
    assert not {path for path in before if path not in after}
    untouched = {"page/1/index.html", "tags/all/page/1/index.html", "tags/t3/index.html", "posts/p10/index.html"}
    assert not changed & untouched
    assert changed - {"index.html", "archive/index.html", "rss.xml", "atom.xml", "feed.json", "sitemap.xml"} == {
        "posts/p12/index.html", "posts/p11/index.html", "tags/index.html", "tags/t12/index.html",
        "tags/all/index.html", "page/2/index.html", "page/3/index.html", "tags/all/page/2/index.html",
        "tags/all/page/3/index.html",
    }  # fmt: skip


def test_aliases_lead_on(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A", aliases=("/2019/a.html", "/old/a/", "old-a/b", "Just a name")))
    page = found["2019/a.html"].body.decode()
    assert '<meta http-equiv="refresh" content="0; url=../posts/a/">' in page
    assert 'rel="canonical" href="https://ada.example/blog/posts/a/"' in page
    assert {"old/a/index.html", "posts/old-a/b/index.html"} <= found.keys()
    assert not [path for path in found if "name" in path.lower()]


def test_hugo_takes_a_bare_alias_as_an_address(post: Make, pages: Pages) -> None:
    assert "posts/old/index.html" in pages(post("posts/a.md", aliases=("old",)), generator="hugo")


def test_two_claims_to_an_alias_are_told(post: Make) -> None:
    shown = catalog(content_of(Site(SiteInfo(), (
            post("posts/a.md", aliases=("/x/", "/posts/b/")), post("posts/b.md"), post("posts/c.md", aliases=("/X",)),
        ))))  # fmt: skip
    said = [str(trouble) for trouble in alias_troubles(shown)]
    assert len(said) == 2
    assert all("posts/a.md" in line for line in said)
    assert "posts/b.md" in said[0] and "posts/c.md" in said[1]


def test_files_beside_a_post_lie_beside_its_page(post: Make, pages: Pages) -> None:
    found = pages(
        post(
            "posts/a/index.md", "![One](img/one.png) ![Far](../far.png) <img src='img/one.png' alt=''>\n", slug="other",
            url="/posts/other/", assets=("posts/a/img/one.png", "posts/far.png", "private/x.png"),
        )
    )  # fmt: skip
    assert found["posts/other/img/one.png"].copy_from == "posts/a/img/one.png"
    assert found["posts/other/far.png"].copy_from == "posts/far.png"
    assert not [page for page in found.values() if page.copy_from.startswith("private/")]
    text = found["posts/other/index.html"].body.decode()
    assert text.count('src="img/one.png"') == 2
    assert 'src="far.png"' in text


def test_pictures_carry_their_size(post: Make, pages: Pages) -> None:
    found = pages(
        post("posts/a.md", "![One](one.png)\n", assets=("posts/one.png",)),
        size_of=lambda path: (640, 480) if path == "posts/one.png" else (0, 0),
    )
    assert b'width="640" height="480"' in found["posts/a/index.html"].body


def test_static_files_win_over_what_is_made_and_lose_to_posts(post: Make, pages: Pages) -> None:
    static = (
        ("robots.txt", "static/robots.txt"),
        ("about/index.html", "static/about/index.html"),
        ("../up", "static/up"),
    )
    found = pages(post("about.md", kind="page"), static=static)
    assert found["robots.txt"].copy_from == "static/robots.txt"
    assert not found["about/index.html"].copy_from
    assert "up" in found and "../up" not in found


@pytest.mark.parametrize(
    ("own", "shown"), [("", "assets/icon."), ("favicon.png", "favicon.png"), ("favicon.ico", "favicon.ico")]
)
def test_the_icon_is_the_author_s_where_there_is_one(post: Make, pages: Pages, own: str, shown: str) -> None:
    static = ((own, f"static/{own}"), ("favicon.png", "static/favicon.png")) if own else ()
    found = pages(post("posts/a.md", title="A"), static=static)
    (icon,) = re.findall(r'<link rel="icon" href="../../([^"]+)">', found["posts/a/index.html"].body.decode())
    assert icon.startswith(shown) and icon in found


def test_a_page_at_the_root_introduces_the_home_page(post: Make, pages: Pages) -> None:
    posts = [post(f"posts/p{n}.md", title=f"Post {n}", date=f"2026-01-0{n}") for n in range(1, 8)]
    found = pages(post("index.md", "# Welcome\n\nHello.\n", kind="page", url="/"), *posts, posts_per_page=2)
    text = found["index.html"].body.decode()
    assert "<h1>Welcome</h1>" in text and "Hello." in text and "Post 7" in text
    assert 'href="page/2/"' in text and "page/2/index.html" in found


def test_a_page_that_a_person_wrote_replaces_a_list(post: Make, html: Html) -> None:
    assert "By hand." in html("archive/index.html", post("archive.md", "By hand.\n", kind="page"), post("posts/a.md"))


def test_a_section_page_lists_what_is_below(post: Make, html: Html) -> None:
    text = html(
        "guides/index.html",
        post("guides/_index.md", "Intro.\n", kind="page", url="/guides/", title="Guides"),
        post("guides/one.md", kind="page", url="/guides/one/", title="The first guide"),
    )
    assert "The first guide" in text and 'href="one/"' in text


def test_links_work_below_any_address(post: Make, pages: Pages) -> None:
    """No address in a page starts at the root, so that a project page on a shared host needs no setting."""
    found = pages(post("posts/a.md", "[b](b.md) [home](/) ![x](/img/x.png)\n", tags=("t",)), post("posts/b.md"))
    for path, page in found.items():
        if path.endswith(".html") and path != "404.html":
            body = page.body.decode().replace("/img/x.png", "")
            assert not re.findall(r'(?:href|src)="/[^"]*"', body), path
    assert 'href="/blog/"' in found["404.html"].body.decode()


def test_menu(post: Make, html: Html) -> None:
    def menu(text: str) -> list[str]:
        return re.findall(r"<a href=\"([^\"]*)\"[^>]*>([^<]*)</a>", text[text.index("<nav") : text.index("</nav>")])

    about = post("about.md", title="About me", kind="page")
    assert menu(html("index.html", post("posts/a.md", tags=("t",)), about)) == [
        ("archive/", "Archive"), ("tags/", "Tags"), ("about/", "About me"),
    ]  # fmt: skip
    own = SiteInfo("T", menu=(("Posts", "/posts/"), ("Code", "https://git.example/me")))
    assert menu(html("index.html", post("posts/a.md"), info=own)) == [
        ("posts/", "Posts"), ("https://git.example/me", "Code"),
    ]  # fmt: skip


def test_preview_of_drafts_says_so_and_stays_out_of_feeds(post: Make, pages: Pages) -> None:
    found = pages(post("posts/d.md", title="Mine", held="draft", date="2026-01-01"), drafts=True)
    text = found["posts/d/index.html"].body.decode()
    assert "Preview, not published: draft." in text
    assert '<meta name="robots" content="noindex">' in text
    assert "Mine" in found["index.html"].body.decode()
    assert b"posts/d/" not in found["rss.xml"].body + found["sitemap.xml"].body


def test_neighbours(post: Make, html: Html) -> None:
    posts = [post(f"posts/p{n}.md", title=f"Post {n}", date=f"2026-01-0{n}") for n in (1, 2, 3)]
    text = html("posts/p2/index.html", *posts)
    pager = html_module.unescape(text[text.index('<nav class="pager"') :])
    assert re.findall(r'class="(\w+)" rel="\w+" href="([^"]+)"', pager) == [("newer", "../p3/"), ("older", "../p1/")]


def test_a_theme_of_ones_own(post: Make, html: Html) -> None:
    own = {"404.html": b"mine for {{ site.title }}", "extra.css": b"a{}"}
    assert html("404.html", post("posts/a.md"), own=own) == "mine for Warm &amp; Dry"


NORMAL = "\n\n".join(
    f"## Part {n}\n\n" + " ".join(f"word{n}x{at} of the sentence" for at in range(50)) + "\n\n```python\n"
    + "\n".join(f"value_{n}_{line} = compute(argument_{line}, other={line})  # note" for line in range(15)) + "\n```\n"
    for n in range(5)
)  # fmt: skip


def test_weight_of_a_normal_post(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", NORMAL + "\n| a | b |\n|---|---|\n| 1 | 2 |\n", tags=("t",)))
    css = next(page.body for path, page in found.items() if path.endswith(".css"))
    script = next(page.body for path, page in found.items() if path.endswith(".js"))
    assert len(css) <= 10 * 1024
    assert len(script) <= 3 * 1024
    assert sum(len(gzip.compress(part, 6)) for part in (css, script, found["posts/a/index.html"].body)) <= 30 * 1024


def test_a_post_may_name_its_own_front_matter_but_not_its_plan(post: Make, html: Html) -> None:
    front = "---\nfeatured: pic.png\nthesis: CANARY\nwhy: CANARY\n---\n"
    text = html(
        "posts/a/index.html",
        post(
            "posts/a.md",
            f"{front}\n![Pic](/img/{{{{ page.featured }}}})\n\nA {{{{ page.thesis }}}} and {{{{< param why >}}}}.\n",
        ),
    )
    assert 'src="/img/pic.png"' in text
    assert "CANARY" not in text


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("posts/a.md", "::: hidden\nSEC3\n:::"),
        ("posts/a.md", "{{% comment %}}\nSEC3\n{{% /comment %}}"),
        ("posts/a.md", "<!-- a --> %% SEC3 %%"),
        ("posts/a.qmd", "::: {.content-hidden}\n## SEC3\n\nSEC3\n:::"),
        ("posts/a.qmd", '::: {.content-visible when-format="pdf"}\nSEC3\n:::'),
    ],
)
def test_what_a_post_hides_is_in_no_file_of_the_site(post, pages, path, hidden):
    made = pages(post(path, f"{hidden}\n\n## A\n\nHello visible.\n\n## B\n\n## C\n", date="2026-01-02"))
    assert [name for name, page in made.items() if b"SEC3" in page.body] == []
    for name in ("index.html", "posts/a/index.html", "rss.xml", "atom.xml", "feed.json"):
        assert b"Hello visible." in made[name].body, name


def test_references_of_hugo_lead_to_pages_and_those_that_do_not_are_told(post: Make, pages: Pages) -> None:
    told: list[str] = []
    text = (
        '[a]({{< ref "docs/x#y" >}}) {{< relref "docs/x" >}} [no]({{< ref "gone" >}}) '
        '<a href="{{< ref "docs/x" >}}">b</a>'
        "\n\n```\n{{</* x */>}}\n```\n\n```mermaid\na\n```\n"
    )
    made = pages(
        post("samples/a.md", text, url="/samples/a/"), post("docs/x/index.md", url="/docs/x/"),
        generator="hugo", on_loss=lambda entry, what, offset: told.append(what),
    )  # fmt: skip
    body = made["samples/a/index.html"].body.decode()
    assert '<a href="../../docs/x/#y">a</a>' in body
    assert '<a href="../../docs/x/">docs/x</a>' in body
    assert '<a href="../../docs/x/">b</a>' in body
    assert "gone" not in body
    assert " no <a" in body
    assert "<code>{{&lt; x &gt;}}" in body
    assert told == ["reference to a page that does not exist (gone)", "diagram"]


def test_every_page_that_may_be_found_is_described(post: Make, pages: Pages) -> None:
    shown = [
        post(f"posts/{at}.md", title=f"T{at}", date="2026-01-01", tags=("x",), series="S", authors=("A", "B"),
             planning={"roles": ["Ops"]})
        for at in range(25)
    ]  # fmt: skip
    found = pages(*shown, info=replace(INFO, description=""), portfolio=True, search=True)
    for path, page in found.items():
        if path.endswith(".html") and b"noindex" not in page.body:
            assert re.search(rb'<meta name="description" content="[^"]{6,}">', page.body), path
