"""What is kept of a post goes with it when its file is moved by hand, whatever command is called first."""

from pathlib import Path

import pytest

from inkwright.flows.load import load_site
from inkwright.flows.promote import Wish, promote
from inkwright.flows.promote_check import check_drafts
from inkwright.flows.promote_items import promoted, tick
from inkwright.flows.promote_steps import promotion_steps
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.records import load_record

from .promote_blog import TODAY, make_blog, snapshot

MINE = "My own words, 48 ms of them.\n\nhttps://me.dev/posts/slow-cache/\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace whose post has drafts, one of them edited, and one item ticked off."""
    monkeypatch.chdir(tmp_path)
    made = make_blog(tmp_path)
    promote(made, "slow-cache", TODAY, Wish())
    tick(made, "slow-cache", ["linkedin"], TODAY)
    (tmp_path / "inkwright/promotion/slow-cache/linkedin.md").write_text(MINE)
    return made


def again(blog: Workspace) -> Workspace:
    """The workspace as the next command finds it."""
    return open_workspace(blog.root)


def moved(blog: Workspace, old: str = "", new: str = "") -> Workspace:
    """The post in another folder under another name, with some of its words changed."""
    place = blog.path("posts/2026/fast-cache.md")
    place.parent.mkdir()
    text = blog.path("posts/slow-cache.md").read_text()
    assert old in text
    place.write_text(text.replace(old, new) if old else text)
    blog.path("posts/slow-cache.md").unlink()
    return again(blog)


def said(root: Path) -> list[str]:
    return sorted(name for name in snapshot(root) if name.startswith("inkwright/"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("Every page of the shop reads the session", "Each page of our shop reads the session"),
        ("title: Why our cache of sessions was slow", "title: Sessions in 4 ms"),
    ],
)
def test_ticks_and_edited_drafts_go_with_a_moved_post(blog: Workspace, old: str, new: str) -> None:
    found = promote(moved(blog, old, new), "fast-cache", TODAY, Wish(("linkedin",)))
    assert found.post == "2026/fast-cache"
    assert [item.id for item in found.items if item.done] == ["linkedin"]
    assert found.drafts[0].state in ("yours", "beside")
    assert blog.path("inkwright/promotion/2026/fast-cache/linkedin.md").read_text() == MINE
    assert "slow-cache is called 2026/fast-cache now" in found.remarks[0]
    assert not [name for name in said(blog.root) if "slow-cache" in name]
    assert not promote(again(blog), "fast-cache", TODAY, Wish(("linkedin",))).remarks


def test_a_post_that_is_edited_and_then_moved_is_known_again(blog: Workspace) -> None:
    place = blog.path("posts/slow-cache.md")
    place.write_text(place.read_text().replace("nobody knew why", "nobody could say why"))
    found = tick(moved(blog, "Measure the client", "Look at the client"), "fast-cache", ["x"], TODAY)
    assert [item.id for item in found.items if item.done] == ["linkedin", "x"]
    assert blog.path("inkwright/promotion/2026/fast-cache/linkedin.md").read_text() == MINE


def test_commands_that_only_read_follow_the_post_and_write_nothing(blog: Workspace) -> None:
    there = moved(blog)
    before = snapshot(blog.root)
    site = load_site(there, TODAY)
    assert [step.what for step in promotion_steps(there, site, TODAY)] == [
        "post the thread on X, Bluesky or Mastodon (and 2 more): 2026/fast-cache"
    ]
    assert promoted(there, site.posts[0]) is False
    assert load_record(there, "2026/fast-cache").promotion["done"] == {"linkedin": TODAY}
    assert check_drafts(again(blog), "fast-cache", TODAY)[0].path.startswith("inkwright/promotion/slow-cache/")
    assert snapshot(blog.root) == before


def test_of_two_copies_neither_is_taken_for_the_post(blog: Workspace) -> None:
    text = blog.path("posts/slow-cache.md").read_text()
    blog.path("posts/slow-cache.md").unlink()
    for name in ("one", "two"):
        blog.path(f"posts/{name}.md").write_text(text)
    before = snapshot(blog.root)
    with pytest.raises(UsageError) as told:
        promote(again(blog), "one", TODAY, Wish())
    assert str(told.value) == (
        "inkwright/posts/slow-cache.toml: nobody can tell whether slow-cache, which is gone, became one and two. "
        "Rename it to inkwright/posts/one.toml if it is this post's, else delete it."
    )
    there = again(blog)
    survey(there)
    assert not load_record(there, "two").promotion
    assert snapshot(blog.root) == before
    blog.path("inkwright/posts/slow-cache.toml").rename(blog.path("inkwright/posts/two.toml"))
    assert promote(again(blog), "two", TODAY, Wish(("linkedin",))).items[0].done == TODAY
    assert not promote(again(blog), "one", TODAY, Wish(("linkedin",))).items[0].done


def test_a_copy_beside_the_post_takes_nothing(blog: Workspace) -> None:
    text = blog.path("posts/slow-cache.md").read_text()
    blog.path("posts/twin.md").write_text(text)
    assert not promote(again(blog), "twin", TODAY, Wish(("linkedin",))).items[0].done
    assert promote(again(blog), "slow-cache", TODAY, Wish(("linkedin",))).items[0].done


def test_the_drafts_of_posts_below_are_left_where_they_are(blog: Workspace) -> None:
    below = blog.path("inkwright/promotion/slow-cache/part-two/linkedin.md")
    below.parent.mkdir()
    below.write_text("Of another post.\n")
    promote(moved(blog), "fast-cache", TODAY, Wish(("linkedin",)))
    assert below.read_text() == "Of another post.\n"


def test_what_is_kept_of_a_page_is_not_taken_for_that_of_a_lost_post(blog: Workspace) -> None:
    text = blog.path("posts/slow-cache.md").read_text()
    blog.path("slow-cache.md").write_text(text)
    there = moved(blog)
    survey(there)
    assert not load_record(there, "2026/fast-cache").promotion


def test_of_the_other_posts_none_is_opened_where_nothing_fits(blog: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.path("posts/slow-cache.md").unlink()
    for name in ("one", "two"):
        blog.path(f"posts/{name}.md").write_text(f"---\ntitle: {name}\n---\nNothing of it was ever said elsewhere.\n")
    there, opened = again(blog), []
    survey(there)
    read = there.read
    monkeypatch.setattr(there, "read", lambda path: (opened.append(str(path)), read(path))[1])
    assert not load_record(there, "one").promotion
    assert [path for path in opened if path.startswith("posts/")] == ["posts/one.md"]
