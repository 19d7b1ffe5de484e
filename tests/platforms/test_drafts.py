"""A post that says in any common way that it is not to be published stays at home."""

from pathlib import Path

import pytest

from inkwright.flows.load import load_site
from inkwright.workspace.folder import open_workspace

OWN = {"inkwright.toml": "", "posts/shown.md": "---\ntitle: Shown\n---\nText.\n"}


def held_back(folder: Path, files: dict[str, str], path: str) -> str:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    site = load_site(open_workspace(folder), "2026-11-21")
    return next(post for post in site.posts if post.file.path == path).held_back


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("draft: true", "draft"),
        ("Draft: true", "draft"),
        ("draft: treu", "`draft: treu` is neither true nor false"),
        ("published: false", "published: false"),
        ("publish: false", "publish: false"),
        ("status: Draft", "status: draft"),
        ("visibility: private", "visibility: private"),
        ("draft: false\nstatus: published", ""),
        ("draft:", ""),
    ],
)
def test_in_our_own_layout(tmp_path: Path, front: str, reason: str) -> None:
    files = {**OWN, "posts/x.md": f"---\ntitle: x\n{front}\n---\nText.\n"}
    assert held_back(tmp_path, files, "posts/x.md") == reason


def test_a_folder_of_drafts(tmp_path: Path) -> None:
    files = {**OWN, "posts/_drafts/x.md": "---\ntitle: x\n---\nText.\n"}
    assert held_back(tmp_path, files, "posts/_drafts/x.md") == "in the folder _drafts"


def test_blank_lines_before_the_front_matter(tmp_path: Path) -> None:
    assert (
        held_back(tmp_path, {**OWN, "posts/x.md": "\n\n---\ntitle: x\ndraft: true\n---\nText.\n"}, "posts/x.md")
        == "draft"
    )


@pytest.mark.parametrize(
    ("front", "reason"),
    [("Draft: true", "draft"), ("DRAFT: true", "draft"), ("unpublishdate: 2020-01-01", "expired"),
     ("expirydate: 2020-01-01", "expired"),
     ("PublishDate: 2999-01-01", "dated in the future"), ("draft: maybe", "`draft: maybe` is neither true nor false")],
)  # fmt: skip
def test_hugo_takes_keys_in_any_case_and_by_their_old_names(tmp_path: Path, front: str, reason: str) -> None:
    files = {"hugo.toml": "", "content/posts/x.md": f"---\ntitle: x\n{front}\n---\nText.\n"}
    assert held_back(tmp_path, files, "content/posts/x.md") == reason
