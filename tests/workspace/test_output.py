import errno
import os
from pathlib import Path

import pytest

from inkwright.model.errors import UnreadableError, UnwritableError, UsageError
from inkwright.model.post import Page
from inkwright.workspace import atomic
from inkwright.workspace.folder import Workspace
from inkwright.workspace.output import OURS, Output, _all_inside


@pytest.fixture(params=[True, False], ids=["workspace", "folder"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    if request.param:
        (tmp_path / "inkwright.toml").write_text("", "utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("a", "utf-8")
    return Workspace(tmp_path, inside=request.param)


def fill(workspace: Workspace, out: str, **pages: str) -> Output:
    """One whole build; keywords are paths with `__` for a slash and `_` for a dot."""
    output = Output(workspace, out)
    output.open(["posts/a.md"])
    for name, text in pages.items():
        output.put(Page(name.replace("__", "/").replace("_", "."), text.encode()))
    output.finish()
    return output


def listing(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name[0] != "."}


def test_only_changes_are_written_and_only_ours_is_removed(workspace: Workspace) -> None:
    first = fill(workspace, "public", index_html="1", posts__x__index_html="x")
    assert (first.written, first.removed) == (2, 0)
    public = workspace.root / "public"
    (public / "CNAME").write_text("me.example", "utf-8")
    before = (public / "index.html").stat().st_mtime_ns
    second = fill(workspace, "public", index_html="1", posts__y__index_html="y")
    assert (second.written, second.removed, second.kept) == (1, 1, [])
    assert listing(public) == {"index.html", "posts/y/index.html", "CNAME"}
    assert not (public / "posts" / "x").exists()
    assert (public / "index.html").stat().st_mtime_ns == before


def test_what_someone_changed_by_hand_is_kept_and_told(workspace: Workspace) -> None:
    fill(workspace, "public", index_html="1", old_html="old")
    (workspace.root / "public" / "old.html").write_text("mine now", "utf-8")
    assert fill(workspace, "public", index_html="1").kept == ["old.html"]
    assert (workspace.root / "public" / "old.html").read_text("utf-8") == "mine now"


def test_a_foreign_file_is_not_overwritten(workspace: Workspace) -> None:
    public = workspace.root / "public"
    public.mkdir()
    (public / "index.html").write_text("someone's page", "utf-8")
    with pytest.raises(UsageError, match=r"public/index\.html: this file was not made by a build"):
        fill(workspace, "public", index_html="ours")
    assert (public / "index.html").read_text("utf-8") == "someone's page"


def test_a_build_whose_list_is_lost_is_known_by_its_pages(workspace: Workspace) -> None:
    fill(workspace, "public", index_html=OURS.decode() + "1", a_txt="a")
    for manifest in (*workspace.root.glob(".inkwright/build/*"), workspace.root / "public" / ".inkwright-build.json"):
        manifest.unlink(missing_ok=True)
    assert fill(workspace, "public", index_html=OURS.decode() + "2", a_txt="b").written == 2


@pytest.mark.parametrize("out", [".", "..", "posts", "sub/.."])
def test_folders_that_cannot_be_used(workspace: Workspace, out: str) -> None:
    with pytest.raises(UsageError):
        fill(workspace, out, index_html="x")
    assert (workspace.root / "posts" / "a.md").read_text("utf-8") == "a"


def test_a_file_in_the_place_of_the_folder(workspace: Workspace) -> None:
    (workspace.root / "public").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="a file, not a folder"):
        fill(workspace, "public", index_html="x")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_page_that_is_a_link_out_of_the_folder_is_not_written_through(workspace: Workspace) -> None:
    """A cloned folder may bring a `public` with a page of ours in it, and a link where the next page goes."""
    victim = workspace.root / "victim"
    victim.write_text("mine", "utf-8")
    public = workspace.root / "public"
    (public / "posts").mkdir(parents=True)
    (public / "index.html").write_bytes(OURS)
    (public / "posts" / "x.html").symlink_to(victim)
    with pytest.raises(UnwritableError, match=r"public/posts/x.html: a link leads out"):
        fill(workspace, "public", index_html="1", posts__x_html="x")
    assert victim.read_text("utf-8") == "mine"


def test_a_link_out_of_the_folder_is_not_followed(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (workspace.root / "public").mkdir()
    (workspace.root / "public" / "posts").symlink_to(elsewhere)
    with pytest.raises(UnwritableError, match="a link leads out"):
        fill(workspace, "public", posts__x__index_html="x")
    assert list(elsewhere.iterdir()) == []


def test_a_file_may_become_a_folder_and_back(workspace: Workspace) -> None:
    fill(workspace, "public", index_html="1", x="file")
    fill(workspace, "public", index_html="1", x__index_html="folder")
    assert listing(workspace.root / "public") == {"index.html", "x/index.html"}
    fill(workspace, "public", index_html="1", x="file")
    assert listing(workspace.root / "public") == {"index.html", "x"}


def test_a_file_is_copied_as_it_is(workspace: Workspace) -> None:
    data = bytes(range(256)) * 10
    (workspace.root / "pic.png").write_bytes(data)
    output = Output(workspace, "public")
    output.open([])
    first = output.put(Page("posts/a/pic.png", copy_from="pic.png"))
    assert output.put(Page("posts/a/pic.png", copy_from="pic.png")) == first
    assert output.written == 1
    assert (workspace.root / "public/posts/a/pic.png").read_bytes() == data
    with pytest.raises(UnreadableError, match=r"gone\.png"):
        output.put(Page("x.png", copy_from="gone.png"))


def test_a_hostile_list_removes_nothing_outside(workspace: Workspace) -> None:
    fill(workspace, "public", index_html="1")
    (manifest,) = [*workspace.root.glob(".inkwright/build/*"), *workspace.root.glob("public/.inkwright-build.json")]
    digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"  # of "a"
    manifest.write_text(f'{{"files": {{"../posts/a.md": "{digest}", "/etc/x": "{digest}", "index.html": 5}}}}', "utf-8")
    fill(workspace, "public", other_html="1")
    assert (workspace.root / "posts" / "a.md").exists()


@pytest.mark.parametrize("path", ["", ".", "../posts/a.md", "/etc/x", "a/../../b", "a/..", "..", "a\n../b", "a\n/b"])
def test_a_path_that_may_lead_out_is_looked_at_closely(path: str) -> None:
    assert _all_inside(["index.html", "posts/a/index.html", "odd\nname"])
    assert not _all_inside(["index.html", path, "posts/a/index.html"])


@pytest.mark.parametrize("manifest", ["", "[]", "{", '{"files": 3}', "\x00"])
def test_a_damaged_list_is_no_list(workspace: Workspace, manifest: str) -> None:
    fill(workspace, "public", index_html="1")
    (file,) = [*workspace.root.glob(".inkwright/build/*"), *workspace.root.glob("public/.inkwright-build.json")]
    file.write_text(manifest, "utf-8")
    assert fill(workspace, "public", index_html="1").written == 0


def test_a_full_disk_is_one_sentence_and_leaves_no_half_file(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, "public", index_html="old")
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        if bytes(data[:4]) == b"new!":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data)

    monkeypatch.setattr(atomic.os, "write", full)
    with pytest.raises(UnwritableError, match=r"public/index\.html: the disk is full"):
        fill(workspace, "public", index_html="new!")
    public = workspace.root / "public"
    assert (public / "index.html").read_text("utf-8") == "old"
    assert listing(public) == {"index.html"}


def test_after_a_failed_build_the_next_one_still_knows_what_was_written(workspace: Workspace) -> None:
    output = Output(workspace, "public")
    output.open([])
    output.put(Page("draft.html", b"x"))
    output.give_up()
    assert fill(workspace, "public", index_html="1").removed == 1
    assert listing(workspace.root / "public") == {"index.html"}


def test_what_a_build_left_that_was_killed_is_its_own(workspace: Workspace) -> None:
    killed = Output(workspace, "public")
    killed.open(["posts/a.md"])
    killed.put(Page("post.html", b"half of a site"))
    assert fill(workspace, "public", post_html="all of it").written == 1
    assert (workspace.root / "public" / "post.html").read_bytes() == b"all of it"


def test_files_of_somebody_else_stay_after_a_build_that_was_refused(workspace: Workspace) -> None:
    (workspace.root / "public").mkdir()
    (workspace.root / "public" / "post.html").write_text("mine", "utf-8")
    for _ in range(2):
        with pytest.raises(UsageError, match="not made by a build"):
            fill(workspace, "public", post_html="yours")
    assert (workspace.root / "public" / "post.html").read_text("utf-8") == "mine"
