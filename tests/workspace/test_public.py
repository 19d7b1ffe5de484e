"""What may leave a workspace: its own files, and of pictures what is seen."""

from pathlib import Path

import pytest

from inkwright.model.errors import UnreadableError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import leads_out, public_bytes, require_own

SVG = b"<svg><!-- canary --><text>Words</text></svg>"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = tmp_path / "blog"
    for folder in (root / "posts", tmp_path / "vault", tmp_path / "elsewhere"):
        folder.mkdir(parents=True)
    (root / "inkwright.toml").write_text('notes = "../vault"\n')
    for place in (root / "posts/own.svg", tmp_path / "vault/a.svg", tmp_path / "elsewhere/b.svg"):
        place.write_bytes(SVG)
    for name, target in (("in", "own.svg"), ("vault", "../../vault/a.svg"), ("out", "../../elsewhere/b.svg")):
        (root / f"posts/{name}.svg").symlink_to(target)
    (root / "posts/folder").symlink_to("../../elsewhere")
    (root / "posts/circle.svg").symlink_to("circle.svg")
    return Workspace(root, inside=True)


@pytest.mark.parametrize("name", ["own", "in", "vault"])
def test_own_files_and_those_of_declared_folders_leave_bare(workspace: Workspace, name: str) -> None:
    assert public_bytes(workspace, f"posts/{name}.svg") == b"<svg><text>Words</text></svg>"


@pytest.mark.parametrize("name", ["out.svg", "folder/b.svg", "../../elsewhere/b.svg"])
def test_nothing_else_of_the_machine_leaves(workspace: Workspace, name: str) -> None:
    assert leads_out(workspace, f"posts/{name}")
    with pytest.raises(UnreadableError, match="leads out of the workspace"):
        public_bytes(workspace, f"posts/{name}")
    with pytest.raises(UnreadableError, match="Copy the file here"):
        require_own(workspace, f"posts/{name}")


def test_what_the_user_named_in_full_is_not_asked(workspace: Workspace) -> None:
    require_own(workspace, str(workspace.root.parent / "elsewhere/b.svg"))


@pytest.mark.parametrize("name", ["gone.svg", "circle.svg"])
def test_what_cannot_be_read_is_said(workspace: Workspace, name: str) -> None:
    with pytest.raises(UnreadableError):
        public_bytes(workspace, f"posts/{name}")


def test_a_workspace_that_is_itself_reached_through_a_link(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "shortcut").symlink_to(workspace.root)
    assert public_bytes(Workspace(tmp_path / "shortcut", inside=True), "posts/in.svg").startswith(b"<svg>")


@pytest.mark.parametrize("name", ["posts/../posts/own.svg", "./posts/own.svg", "posts//own.svg"])
def test_a_crooked_way_inside_is_a_way_inside(workspace: Workspace, name: str) -> None:
    assert not leads_out(workspace, name)
