import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.page_links import file_of, leads_nowhere, page_links, page_name, page_path, paths_of
from inkwright.model.context import Context
from inkwright.model.pages import Pages
from inkwright.text.markdown import parse_text

PAGES = Pages(
    by_path={"posts/disk": "posts/disk.md", "posts/queue": "posts/queue/index.md", "about": "about.md"},
    by_name={"disk": "posts/disk.md", "2026-01-02-disk": "posts/disk.md", "logo.png": ""},
    own="posts/queue",
    address="https://me.example/blog",
    certain=frozenset({("posts", 2)}),
    named=True,
    wikis=True,
)


def context(pages: Pages = PAGES, *files: str) -> Context:
    return Context(path="posts/queue/index.md", pages=pages, files=frozenset(files))


def judged(written: str, pages: Pages = PAGES, *files: str) -> list[tuple[str, bool]]:
    links = page_links(parse_text(f"{written}\n", "posts/queue/index.md"))
    return [(file_of(link, pages), leads_nowhere(link, context(pages, *files))) for link in links]


RIGHT = [
    "[x](/posts/disk/)", "[x](/posts/disk)", "[x](/posts/disk/#part)", "[x](/posts/Disk.html)", "[x](../disk/)",
    "[x](../disk)", "[x](/blog/posts/disk/)", "[x](https://me.example/blog/posts/disk/)", "[[disk]]", "[[posts/Disk]]",
    '[x]({{< ref "disk.md" >}})', '[x]({{% relref "/posts/disk#part" %}})', "[x]({% post_url 2026-01-02-disk %})",
    "[x]({{ site.baseurl }}{% link _posts/2026-01-02-disk.md %})", "[x]({{ site.url }}/posts/disk/)",
    "[x]({{ '/posts/disk/' | relative_url }})", '<a href="/posts/disk/">x</a>', "[x]\n\n[x]: /posts/disk/",
]  # fmt: skip


@pytest.mark.parametrize("written", RIGHT)
def test_a_page_is_found_however_it_is_named(written: str) -> None:
    assert judged(written) == [("posts/disk.md", False)]


BROKEN = [
    "[x](/posts/disc/)", "[x](../disc/)", "[x](/blog/posts/disc)", "[x](https://me.example/blog/posts/disc/)",
    "[[disc]]", '[x]({{< ref "disc.md" >}})', "[x]({% post_url 2026-01-02-disc %})", '<a href="/posts/disc/">x</a>',
]  # fmt: skip


@pytest.mark.parametrize("written", BROKEN)
def test_a_page_that_is_not_there_is_told(written: str) -> None:
    assert judged(written) == [("", True)]


@pytest.mark.parametrize("written", BROKEN)
def test_nothing_is_told_where_not_all_pages_are_known(written: str) -> None:
    assert judged(written, Pages(PAGES.by_path, PAGES.by_name, PAGES.own, PAGES.address)) == [("", False)]


@pytest.mark.parametrize(
    "written",
    [
        "[x](/tags/disc/)", "[x](/posts/page/2/)", "[x](/posts/2/)", "[x](/posts/tags/)", "[x](/demo/disc/)", "[x](/)",
        "[x](https://other.example/posts/disc/)", "[x](https://me.example/posts/disc/)", "[x]({{ page.next }})",
        "[x](mailto:me@me.example)", "[x](?q=1)", "[x](/posts/)", "[[logo.png]]", "[x](deeper/disc)",
    ],
)  # fmt: skip
def test_pages_of_which_nobody_can_be_sure_are_left_alone(written: str) -> None:
    assert not any(nowhere for _, nowhere in judged(written))


def test_a_file_beside_the_post_answers_too() -> None:
    assert judged("[x](../disc)", PAGES, "posts/disc/index.html") == [("", False)]


@pytest.mark.parametrize("written", ["[x](disk.md)", "[x](#part)", "[x](/posts/disk.pdf)", "[[#part]]", "`[x](/a/)`"])
def test_links_to_files_and_anchors_are_not_among_them(written: str) -> None:
    assert page_links(parse_text(f"{written}\n", "posts/a.md")) == ()


def test_a_link_that_the_page_sees_from_its_folder_or_beside_it() -> None:
    (link,) = page_links(parse_text("[x](disk)\n", "posts/queue/index.md"))
    assert paths_of(link, PAGES) == ("posts/queue/disk", "posts/disk")


@given(st.text(alphabet="aB./_- é#?%2", max_size=20))
def test_folding_is_stable(text: str) -> None:
    assert page_path("/" + page_path(text)) == page_path(text)
    assert page_name(page_name(text)) == page_name(text)
