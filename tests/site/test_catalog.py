from collections.abc import Callable
from typing import Any

import pytest

from inkwright.model.post import Post
from inkwright.model.site import Site, SiteInfo, Unreadable
from inkwright.site.card import content_of, kept_of, opened_of
from inkwright.site.catalog import catalog, make_entry

Make = Callable[..., Post]


def shown(*posts: Post, **options: Any):
    return catalog(content_of(Site(SiteInfo(), posts)), **options)


@pytest.mark.parametrize(
    ("text", "given", "title", "left"),
    [
        ("# The heading\n\nText.\n", {}, "The heading", []),
        ("# The Title\n\nText.\n", {"title": "The title"}, "The title", []),
        ("<!-- note -->\n\n# Same\n\n## Two\n", {"title": "Same"}, "Same", ["Two"]),
        ("# Another\n\nText.\n", {"title": "Given"}, "Given", ["Another"]),
        ("Text.\n\n# Same\n", {"title": "Same"}, "Same", ["Same"]),
        ("Text.\n", {"slug": "the-slug"}, "the-slug", []),
        ("Text.\n", {}, "my-file", []),
        ("# `code` and *em*\n", {}, "code and em", []),
        ("## Two\n", {}, "my-file", ["Two"]),
    ],
)
def test_title(post: Make, text: str, given: dict[str, str], title: str, left: list[str]) -> None:
    entry = make_entry(kept_of(opened_of(post("posts/my-file.md", text, **given))))
    assert entry.title == title
    assert [block.plain() for block in entry.document.of_kind("heading")] == left


def test_a_folder_names_its_post(post: Make) -> None:
    assert make_entry(kept_of(opened_of(post("posts/a-name/index.md")))).title == "a-name"


def test_newest_first_then_by_id_then_undated(post: Make) -> None:
    posts = [
        post("posts/b.md", date="2026-01-02"), post("posts/none.md"), post("posts/a.md", date="2026-01-02"),
        post("posts/late.md", date="2026-01-02T10:00:00+00:00"),
    ]  # fmt: skip
    assert [entry.post.file.id for entry in shown(*posts).posts] == ["late", "b", "a", "none"]


def test_held_back_posts_are_nowhere_unless_previewed(post: Make) -> None:
    posts = [
        post("posts/d.md", held="draft"), post("posts/f.md", held="dated in the future"),
        post("posts/p.md", held="visibility: private"), post("posts/ok.md"),
    ]  # fmt: skip
    found = shown(*posts)
    assert [entry.post.file.id for entry in found.entries] == ["ok"]
    assert found.held == {
        "posts/d.md": "draft", "posts/f.md": "dated in the future", "posts/p.md": "visibility: private",
    }  # fmt: skip
    preview = shown(*posts, drafts=True)
    assert {entry.post.file.id: entry.preview for entry in preview.entries} == {
        "d": "draft", "f": "dated in the future", "ok": "",
    }  # fmt: skip


@pytest.mark.parametrize("second", ["/posts/same/", "/posts/SAME/", "/posts/same", "/posts/%73ame/"])
def test_two_posts_with_one_address_are_named_both(post: Make, second: str) -> None:
    found = shown(post("posts/a.md", url="/posts/same/"), post("posts/b.md", url=second))
    (trouble,) = found.troubles
    assert "posts/a.md" in str(trouble) and "posts/b.md" in str(trouble) and "/posts/" in str(trouble)
    assert [entry.post.file.path for entry in found.entries] == ["posts/a.md"]


def test_unreadable_files_are_troubles() -> None:
    bad = Unreadable("posts/x.md", 3, "not UTF-8", "Save it as UTF-8.")
    assert catalog(content_of(Site(unreadable=(bad,)))).troubles == (bad,)
    assert str(bad) == "posts/x.md:3: not UTF-8. Save it as UTF-8."


def test_spellings_of_a_tag_are_one(post: Make) -> None:
    posts = [
        post("posts/a.md", tags=("Python", "C++")), post("posts/b.md", tags=("python",)),
        post("posts/c.md", tags=("python", " ")),
    ]  # fmt: skip
    assert [(tag.name, tag.slug, len(tag.entries)) for tag in shown(*posts).tags] == [
        ("C++", "c++", 1), ("python", "python", 3),
    ]  # fmt: skip


def test_what_is_private_stays_so_even_where_a_generator_would_publish_it(post: Make) -> None:
    found = shown(post("posts/a.md", visibility="private"), post("posts/b.md", url=""), drafts=True)
    assert found.held == {"posts/a.md": "visibility: private"}
    assert [entry.post.file.id for entry in found.entries] == ["b"]


def test_unlisted_posts_have_a_page_and_no_mention(post: Make) -> None:
    found = shown(post("posts/u.md", visibility="unlisted", tags=("t",)), post("posts/l.md"))
    assert len(found.entries) == 2
    assert [entry.post.file.id for entry in found.posts] == ["l"]
    assert found.tags == ()


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: [a\n---\n", 2),
        ("---\ntitle: a\ndraft: true\nthesis: mine\n", 1),
        ("+++\ntitle = 'a'\ndraft = \n+++\n", 3),
        ("---\ntitle: a\n\tdraft: true\n---\n", 2),
    ],
)
def test_front_matter_that_cannot_be_read_keeps_a_post_off_the_site(post: Make, front: str, line: int) -> None:
    found = shown(post("posts/x.md", front + "\nText.\n"))
    assert found.entries == ()
    (trouble,) = found.troubles
    assert (trouble.path, trouble.line) == ("posts/x.md", line)


@pytest.mark.parametrize("front", ["title: Why: a colon", "title: a\ntitle: b", "date: {{date}}", "title: a\x0bb"])
def test_front_matter_whose_meaning_is_clear_is_read(post: Make, front: str) -> None:
    found = shown(post("posts/x.md", f"---\n{front}\n---\n\nText.\n"))
    assert (len(found.entries), found.troubles) == (1, ())


def test_tags_of_a_vault_stand_in_the_text_too_and_are_nested(post: Make) -> None:
    note = post("gpu.md", "On #gpu/triton and #Warp, not `#code`.\n", title="Gpu", tags=("gpu", "learn"))
    found = catalog(content_of(Site(SiteInfo(), (note, post("b.md", "#gpu/cuda\n", title="B")), "obsidian")))
    tags = {tag.name: [entry.title for entry in tag.entries] for tag in found.tags}
    assert sorted(tags["gpu"]) == ["B", "Gpu"] and tags["gpu/triton"] == ["Gpu"] and tags["Warp"] == ["Gpu"]
    assert set(tags) == {"gpu", "gpu/triton", "gpu/cuda", "learn", "Warp"}
    hugo = catalog(content_of(Site(SiteInfo(), (post("c.md", "#x\n", title="C", tags=("CI/CD",)),), "hugo")))
    assert [tag.name for tag in hugo.tags] == ["CI/CD"]


def test_a_note_of_a_vault_that_is_tagged_private_in_its_text_is_held_back(
    post: Make, pages: Callable[..., Any]
) -> None:
    note = post("diary.md", "#private CANARY\n", title="Diary")
    assert catalog(content_of(Site(SiteInfo(), (note,), "obsidian"))).held == {"diary.md": "private"}
    built = pages(note, post("a.md", "![[diary]]\n", title="A"), generator="obsidian")
    assert not any(b"CANARY" in page.body for page in built.values())
