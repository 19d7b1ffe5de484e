import os
import stat

import pytest

from inkwright.model.errors import ConflictError, UnreadableError, UnwritableError, UsageError
from inkwright.model.source import Source
from inkwright.workspace import reading
from inkwright.workspace.folder import hash_of, open_workspace, require_workspace


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    return open_workspace(tmp_path)


def everything(root):
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


# ---- finding the workspace


def test_the_workspace_is_found_from_a_folder_or_file_below_it(workspace, tmp_path):
    (tmp_path / "posts" / "deep").mkdir(parents=True)
    (tmp_path / "posts" / "a.md").touch()
    for start in ("posts/deep", "posts/a.md", "posts/not-yet.md"):
        assert open_workspace(tmp_path / start).root == tmp_path
    assert workspace.inside


def test_outside_a_workspace_nothing_is_written_but_what_is_named(tmp_path):
    here = open_workspace(tmp_path)
    assert (here.inside, here.root) == (False, tmp_path)
    here.settings, here.files(["**"]), here.sweep(), here.exists("x")
    assert everything(tmp_path) == []
    here.write("a.md", "x")
    assert everything(tmp_path) == ["a.md"]


def test_a_command_that_needs_a_workspace_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    with pytest.raises(UsageError, match=r"this folder is in no workspace\. Run `inkwright init` here"):
        require_workspace(tmp_path)


def test_the_environment_names_the_workspace_outside_one(workspace, tmp_path, tmp_path_factory, monkeypatch):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setenv("INKWRIGHT_WORKSPACE", str(tmp_path))
    assert require_workspace(elsewhere).root == tmp_path
    monkeypatch.setenv("INKWRIGHT_WORKSPACE", str(elsewhere))
    with pytest.raises(UsageError, match=r"INKWRIGHT_WORKSPACE names .* which has no inkwright.toml"):
        require_workspace(elsewhere)


# ---- reading


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa\r\nb", b"a\rb\x0cc\n\n", b"", "e\u0301 \u2028 \U0001f600\n".encode()])
def test_a_text_is_read_and_written_byte_for_byte(workspace, data):
    (workspace.root / "a.md").write_bytes(data)
    source = workspace.read("a.md")
    workspace.write("a.md", source.text, expected=hash_of(source.text))
    assert (workspace.root / "a.md").read_bytes() == data


def test_the_dialect_comes_from_the_name(workspace):
    workspace.write("a.MDX", "x")
    assert workspace.read("a.MDX") == Source("a.MDX", "x", "mdx")


def test_what_cannot_be_read_is_said_in_one_sentence(workspace, monkeypatch):
    (workspace.root / "latin.md").write_bytes(b"one\ntwo caf\xe9\n")
    (workspace.root / "wide.md").write_bytes("wide".encode("utf-16"))
    (workspace.root / "dir").mkdir()
    (workspace.root / "big.md").write_bytes(b"x" * 100)
    monkeypatch.setattr(reading, "MAX_BYTES", 99)
    expected = {
        "latin.md": "latin.md:2: not UTF-8: byte 0xe9 at offset 11. The file seems to be some other encoding; save it",
        "wide.md": "wide.md:1: not UTF-8: byte 0xff at offset 0. The file seems to be UTF-16; save it as UTF-8.",
        "dir": "dir: this is a folder, not a file. Name a file inside it.",
        "big.md": "big.md: this file is larger than 0 MB. Is it really a text?",
        "none.md": "none.md: there is no such file. Check the name.",
        "big.md/x": "big.md/x: there is no such file.",
    }
    for path, said in expected.items():
        with pytest.raises(UnreadableError) as caught:
            workspace.read(path)
        assert str(caught.value).startswith(said)


def test_no_permission_to_read_is_said(workspace, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading.os, "open", refuse)
    with pytest.raises(UnreadableError, match=r"a.md: no permission to read this. Change its permissions."):
        workspace.read("a.md")


# ---- writing


def test_permissions_are_kept_and_folders_made(workspace):
    workspace.write("a/b/c.md", "1")
    place = workspace.root / "a/b/c.md"
    place.chmod(0o640)
    workspace.write("a/b/c.md", "2")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640 and place.read_text() == "2"


def test_a_link_is_followed_and_stays_a_link(workspace):
    workspace.write("real.md", "1")
    (workspace.root / "link.md").symlink_to("real.md")
    workspace.write("link.md", "2")
    assert (workspace.root / "link.md").is_symlink()
    assert workspace.read("real.md").text == "2"


def test_nothing_but_the_file_is_left(workspace):
    workspace.write("a.md", "1")
    workspace.write("a.md", "2")
    assert [path for path in everything(workspace.root) if not path.startswith(".inkwright/")] == [
        "a.md",
        "inkwright.toml",
    ]
    assert (workspace.root / ".inkwright/.gitignore").read_text() == "*\n"
    assert list((workspace.root / ".inkwright/writing").iterdir()) == []


@pytest.mark.parametrize("path", ["../x.md", "a/../../x.md", "out/x.md"])
def test_a_relative_path_cannot_leave_the_workspace(workspace, tmp_path_factory, path):
    outside = tmp_path_factory.mktemp("outside")
    (workspace.root / "out").symlink_to(outside)
    for act in (lambda: workspace.write(path, "x"), lambda: workspace.append_line(path, "x")):
        with pytest.raises(UnwritableError, match="leads out of the workspace"):
            act()
    assert everything(outside) == [] and not (workspace.root.parent / "x.md").exists()


def test_notes_kept_elsewhere_are_only_read_and_what_else_is_named_is_written(tmp_path):
    blog, vault = tmp_path / "blog", tmp_path / "vault"
    for folder in (blog, vault):
        folder.mkdir()
    (blog / "inkwright.toml").write_text('notes = "../vault"\n')
    (vault / "a.md").write_text("theirs")
    workspace = open_workspace(blog)
    for act in (lambda: workspace.write(vault / "a.md", "x"), lambda: workspace.append_line(vault / "new.md", "x")):
        with pytest.raises(UnwritableError, match="notes outside the workspace, which are only read"):
            act()
    workspace.write(tmp_path / "export.md", "x")
    assert everything(vault) == ["a.md"] and (vault / "a.md").read_text() == "theirs"
    assert (tmp_path / "export.md").read_text() == "x"


@pytest.mark.parametrize(
    ("path", "said"),
    [("dir", "this is a folder"), ("a.md/b.md", "a part of the path is a file|a file stands where a folder")],
)
def test_what_cannot_be_written_is_said(workspace, path, said):
    (workspace.root / "dir").mkdir()
    workspace.write("a.md", "x")
    with pytest.raises(UnwritableError, match=said):
        workspace.write(path, "y")


# ---- conflicts


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(workspace):
    workspace.write("a.md", "1")
    was = hash_of(workspace.read("a.md").text)
    (workspace.root / "a.md").write_text("by another program")
    with pytest.raises(ConflictError, match=r"a\.md: the file changed on disk"):
        workspace.write("a.md", "2", expected=was)
    assert workspace.read("a.md").text == "by another program"


def test_a_file_that_vanished_is_a_conflict_too(workspace):
    with pytest.raises(ConflictError):
        workspace.write("a.md", "2", expected=hash_of("1"))


def test_a_new_file_never_replaces_one(workspace):
    workspace.write("a.md", "1", expected="")
    with pytest.raises(ConflictError, match="there is already a file of that name"):
        workspace.write("a.md", "2", expected="")


# ---- appending


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"- x\n"),
        (b"", b"- x\n"),
        (b"- a\n", b"- a\n- x\n"),
        (b"- a", b"- a\n- x\n"),
        (b"- a\r\n- b\r\n", b"- a\r\n- b\r\n- x\r\n"),
        (b"- a\r\n- b", b"- a\r\n- b\r\n- x\r\n"),
        (b"\xef\xbb\xbf# Ideas\n\n", b"\xef\xbb\xbf# Ideas\n\n- x\n"),
    ],
)
def test_a_line_is_added_in_the_way_the_file_is_written(workspace, before, after):
    place = workspace.root / "ideas.md"
    if before is not None:
        place.write_bytes(before)
    workspace.append_line("ideas.md", "- x")
    assert place.read_bytes() == after


def test_a_utf16_file_is_not_appended_to(workspace):
    data = "- a\n".encode("utf-16")
    (workspace.root / "ideas.md").write_bytes(data)
    with pytest.raises(UnreadableError, match="UTF-16"):
        workspace.append_line("ideas.md", "- x")
    assert (workspace.root / "ideas.md").read_bytes() == data


# ---- listing


def test_files_are_listed_sorted_without_hidden_and_unwanted_ones(workspace):
    for path in (
        "b.md",
        "a/z.md",
        "a/y.txt",
        ".git/x.md",
        "node_modules/x.md",
        "drafts/x.md",
        ".hidden.md",
        "글/한.md",
    ):
        workspace.write(path, "x")
    assert workspace.files(["**/*.md"], exclude=["drafts"]) == ["a/z.md", "b.md", "글/한.md"]
    assert workspace.files(["*.md"], below="a") == ["z.md"]
    assert workspace.files(["**"], below="no-such") == []


def test_linked_folders_are_not_followed_and_broken_links_left_out(workspace):
    workspace.write("a/x.md", "x")
    (workspace.root / "loop").symlink_to(".")
    (workspace.root / "broken.md").symlink_to("nowhere")
    (workspace.root / "good.md").symlink_to("a/x.md")
    assert workspace.files(["**/*.md"]) == ["a/x.md", "good.md"]


def test_a_typed_path_becomes_a_workspace_path(workspace, monkeypatch):
    workspace.write("posts/a.md", "x")
    monkeypatch.chdir(workspace.root / "posts")
    assert workspace.relative("a.md") == "posts/a.md"
    assert workspace.relative("../b.md") == "b.md"
    assert workspace.relative("../../c.md") == (workspace.root.parent / "c.md").as_posix()


def test_a_folder_that_cannot_be_listed_is_named(workspace, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UnreadableError, match="no permission to read this"):
        workspace.files(["**"])


def test_links_that_go_in_a_circle_are_no_files(tmp_path):
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "one.md").symlink_to("two.md")
    (tmp_path / "two.md").symlink_to("one.md")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    assert open_workspace(tmp_path).files(("**",)) == ["a.md"]
