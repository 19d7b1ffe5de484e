"""What changed since a build, told from stamps alone."""

import os
from pathlib import Path

import pytest

from inkwright.flows.build import build
from inkwright.flows.build_memory import kept_shelf
from inkwright.flows.build_since import posts_since, stands
from inkwright.site.few import NeedsAll
from inkwright.site.few_posts import MOST
from inkwright.site.glance import GLANCE, Glance, Later
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.shelf import Shelf

COUNT = MOST + 2


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright.toml").write_text('base_url = "https://ada.example"\n', "utf-8")
    for number in range(COUNT):
        write(tmp_path, number, "As it was.")
    (tmp_path / "posts" / "pic.svg").write_text("<svg/>", "utf-8")
    os.utime(tmp_path / "posts" / "pic.svg", (1, 1))
    build(open_workspace(tmp_path), "2026-11-21")
    return tmp_path


def write(root: Path, number: int, text: str) -> None:
    place = root / "posts" / f"{number:02}.md"
    place.write_text(f"---\ntitle: Post {number}\ndate: 2026-01-02\n---\n{text}\n\n![A fan](pic.svg)\n", "utf-8")
    os.utime(place, (1, 1))


def left(root: Path) -> tuple[Workspace, Shelf, Glance]:
    workspace = open_workspace(root)
    shelf = kept_shelf(workspace)
    assert shelf is not None
    glance = shelf.decode(shelf.rows(GLANCE)[""][1], Glance)
    return workspace, shelf, glance


def test_nothing_changed(blog: Path) -> None:
    since = posts_since(*left(blog), Later())
    assert (since.changed, since.now, since.known) == ({}, {}, {})


def test_a_new_text_and_a_post_that_went(blog: Path) -> None:
    write(blog, 3, "Another text.")
    (blog / "posts" / "05.md").unlink()
    workspace, shelf, glance = left(blog)
    since = posts_since(workspace, shelf, glance, Later())
    now = workspace.stamps(["posts/03.md"])["posts/03.md"]
    assert since.changed == {"posts/03.md": now, "posts/05.md": ""}
    assert since.known.keys() == since.changed.keys()
    assert since.known["posts/03.md"] != now
    again = posts_since(workspace, shelf, glance, Later(posts={"posts/03.md": now}))
    assert again.changed == {"posts/05.md": ""}
    assert again.now == {"posts/03.md": now}


def test_of_many_all_must_be_looked_at(blog: Path) -> None:
    for number in range(MOST):
        write(blog, number, "Another text.")
    kept = left(blog)
    assert len(posts_since(*kept, Later()).changed) == MOST
    write(blog, MOST, "Another text.")
    with pytest.raises(NeedsAll):
        posts_since(*kept, Later())


def test_a_post_whose_card_is_not_of_then_needs_all(blog: Path) -> None:
    write(blog, 3, "Another text.")
    shelf = left(blog)[1]
    shelf.put("card", "posts/03.md", "1:2:3:4", b"")
    shelf.close()
    with pytest.raises(NeedsAll):
        posts_since(*left(blog), Later())


def test_a_picture_that_changed_is_seen(blog: Path) -> None:
    workspace, _, glance = left(blog)
    assert stands(workspace, glance)
    (blog / "posts" / "pic.svg").write_text("<svg></svg>", "utf-8")
    assert not stands(workspace, glance)


def test_a_name_of_another_generator_that_comes_is_seen(blog: Path) -> None:
    workspace, _, glance = left(blog)
    name = next(name for name in sorted(glance.looked) if not (blog / name).exists() and "/" not in name)
    (blog / name).write_text("", "utf-8")
    assert not stands(workspace, glance)
