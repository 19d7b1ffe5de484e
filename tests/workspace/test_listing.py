import os
import socket
import sys
import time
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.workspace import listing as listing_module
from inkwright.workspace.globs import matcher
from inkwright.workspace.listing import LazyNames, Listing

posix = pytest.mark.skipif(os.name != "posix", reason="such files are there on POSIX systems only")


def put(root, *paths):
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x")


@pytest.fixture
def refused(monkeypatch):
    """The folders (by their last name) that refuse to be listed, and how often each folder was asked."""
    real, refusing, asked = os.scandir, dict[str, OSError](), dict[str, int]()

    def scandir(place):
        name = Path(place).name
        asked[name] = asked.get(name, 0) + 1
        if name in refusing:
            raise refusing[name]
        return real(place)

    monkeypatch.setattr(listing_module.os, "scandir", scandir)
    return refusing, asked


def test_a_folder_that_cannot_be_listed_is_named_once_and_the_rest_is_listed(tmp_path, refused):
    put(tmp_path, "a.md", "shut/b.md", "open/c.md", "open/shut too/d.md")
    refused[0]["shut"] = PermissionError(13, "Permission denied")
    refused[0]["shut too"] = OSError(5, "Input/output error")
    listing = Listing(tmp_path)
    for _ in range(2):
        assert listing.files(("**/*.md",)) == ["a.md", "open/c.md"]
    assert listing.files(("**",), below="open") == ["c.md"]
    assert {path: str(error) for path, error in listing.closed.items()} == {
        "shut": "shut: no permission to read this. Change its permissions.",
        "open/shut too": "open/shut too: cannot be read (Input/output error). Mend that and run it again.",
    }


def test_each_folder_is_read_once_whatever_is_asked(tmp_path, refused):
    put(tmp_path, "notes/a.md", "notes/deep/b.txt", "posts/c.md")
    listing = Listing(tmp_path)
    assert listing.files(("**",)) == ["notes/a.md", "notes/deep/b.txt", "posts/c.md"]
    assert listing.files(("**/*.txt",), below="notes") == ["deep/b.txt"]
    assert listing.files(("**",), ("deep",), below="notes") == ["a.md"]
    assert set(refused[1].values()) == {1}


def test_a_folder_that_is_gone_before_we_come_to_it_has_no_files(tmp_path, refused):
    put(tmp_path, "a.md", "gone/b.md", "replaced/c.md")
    refused[0]["gone"] = FileNotFoundError(2, "No such file or directory")
    refused[0]["replaced"] = NotADirectoryError(20, "Not a directory")
    listing = Listing(tmp_path)
    assert listing.files(("**",)) == ["a.md"] and not listing.closed
    assert listing.files(("**",), below="never there") == [] and not listing.closed


def test_a_folder_elsewhere_is_named_as_it_is_seen_from_here(tmp_path, refused):
    (tmp_path / "blog").mkdir()
    put(tmp_path, "vault/a.md", "vault/shut/b.md")
    refused[0]["shut"] = PermissionError(13, "Permission denied")
    listing = Listing(tmp_path / "blog")
    assert listing.files(("**",), below="../vault") == ["a.md"]
    assert list(listing.closed) == ["../vault/shut"]
    assert Listing(tmp_path / "blog").files(("**",), below=tmp_path / "vault") == ["a.md"]


@posix
def test_pipes_sockets_devices_and_circles_are_no_files(tmp_path, monkeypatch):
    put(tmp_path, "a.md", "sub/b.md")
    os.mkfifo(tmp_path / "pipe.md")
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as heard:
        heard.bind("socket.md")
        (tmp_path / "device.md").symlink_to("/dev/zero")
        (tmp_path / "one.md").symlink_to("two.md")
        (tmp_path / "two.md").symlink_to("one.md")
        (tmp_path / "sub/up").symlink_to("..")
        (tmp_path / "itself").symlink_to("itself")
        (tmp_path / "linked.md").symlink_to("sub/b.md")
        assert Listing(tmp_path).files(("**",)) == ["a.md", "linked.md", "sub/b.md"]


@pytest.fixture
def deep(tmp_path):
    """1,200 folders in each other, taken away one by one: no tool of Python's own goes down so far."""
    inner = [f"{tmp_path}{'/d' * depth}" for depth in range(1, 1201)]
    for place in inner:
        Path(place).mkdir()
    yield inner[-1]
    for place in reversed(inner):
        Path(place).rmdir()


@posix
def test_a_thousand_folders_in_each_other_are_no_harm(tmp_path, deep):
    place = Path(deep, "deep.md")
    place.write_text("x")
    assert Listing(tmp_path).files(("**/*.md",)) == ["d/" * 1200 + "deep.md"]
    place.unlink()


@posix
def test_a_name_with_a_line_end_is_a_name_as_any(tmp_path):
    put(tmp_path, "a\nb.md", "c\n/d.md")
    assert Listing(tmp_path).files(("**",)) == ["a\nb.md", "c\n/d.md"]


_name = st.sampled_from(["a", "b.md", "c.txt", ".d", "venv", "e f", "ü.md"])
_paths = st.sets(st.lists(_name, min_size=1, max_size=3).map("/".join), max_size=12)
_globs = st.lists(st.sampled_from(["**", "*.md", "**/*.md", "a", "a/*", "**/b.md", "e f"]), max_size=2)


@given(_paths, _globs, _globs)
def test_it_is_what_a_walk_over_all_finds(tmp_path_factory, paths, patterns, exclude):
    root = tmp_path_factory.mktemp("tree")
    for path in sorted(paths):
        if not any((root / path).is_relative_to(root / other) or (root / other).is_relative_to(root / path)
                   for other in paths - {path}):  # fmt: skip
            put(root, path)
    seen = (found.relative_to(root) for found in root.rglob("*") if found.is_file())
    wanted, unwanted = matcher(patterns), matcher(exclude)
    expected = sorted(
        path.as_posix()
        for path in seen
        if not any(part.startswith(".") for part in path.parts) and "venv" not in path.parts[:-1]
        and not any(unwanted(above.as_posix()) for above in (path, *path.parents[:-1])) and wanted(path.as_posix())
    )  # fmt: skip
    assert Listing(root).files(patterns, exclude) == expected
    everything, listing = Listing(root).files(("**",), exclude), Listing(root)
    asked = {
        *paths,
        *(above for path in paths for above in map(str, PurePosixPath(path).parents)),
        "no",
        "a/no",
        "a//b",
    }
    assert {path for path in asked if listing.holds(path, exclude)} == asked.intersection(everything)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf8_is_listed_and_can_be_shown(tmp_path, refused):
    (tmp_path / os.fsdecode(b"caf\xe9")).mkdir()
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("x")
    refused[0][os.fsdecode(b"caf\xe9")] = PermissionError(13, "Permission denied")
    listing = Listing(tmp_path)
    assert listing.files(("**",)) == [os.fsdecode(b"caf\xe9.md")]
    assert [str(error).encode() for error in listing.closed.values()] == [
        b"caf\\udce9: no permission to read this. Change its permissions."
    ]


def old(*folders: Path) -> None:
    """Let folders be so old that a stamp tells."""
    for folder in folders:
        os.utime(folder, (1, 1))
    time.sleep(0.03)


@posix
def test_a_folder_that_is_as_it_was_is_not_read_again(tmp_path, monkeypatch):
    put(tmp_path, "a/x.md", "b/y.md")
    old(tmp_path, tmp_path / "a", tmp_path / "b")
    first = Listing(tmp_path)
    assert first.files(("**",)) == ["a/x.md", "b/y.md"]
    put(tmp_path, "b/z.md")
    read = []
    scan = listing_module._scan
    monkeypatch.setattr(
        listing_module, "_scan", lambda place, stamp: read.append(Path(place).name) or scan(place, stamp)
    )
    again = Listing(tmp_path, first.seen)
    assert not again.as_known(first.seen)
    assert again.files(("**",)) == ["a/x.md", "b/y.md", "b/z.md"]
    assert read == ["b"]


@posix
def test_links_and_folders_that_changed_just_now_are_always_read(tmp_path):
    put(tmp_path, "a/x.md", "real/y.md", "gone.txt")
    (tmp_path / "a" / "link.md").symlink_to(tmp_path / "gone.txt")
    old(tmp_path, tmp_path / "a", tmp_path / "real")
    first = Listing(tmp_path)
    assert "a/link.md" in first.files(("**",))
    (tmp_path / "gone.txt").unlink()
    assert "a/link.md" not in Listing(tmp_path, first.seen).files(("**",))
    put(tmp_path, "real/z.md")
    just = Listing(tmp_path, first.seen)
    just.files(("**",))
    assert just.seen[str(tmp_path / "real")][0] == ""


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(("x", "y", "z")), st.booleans()), max_size=12))
def test_what_is_known_changes_no_listing(tmp_path_factory, moves):
    root = tmp_path_factory.mktemp("blog")
    known, before = {}, None
    for folder, name, comes in moves:
        place = root / folder / name
        if comes:
            put(root, f"{folder}/{name}")
        elif place.exists():
            place.unlink()
        listing = Listing(root, known)
        same = listing.as_known(known) and bool(known)
        found = listing.files(("**",))
        assert found == Listing(root).files(("**",))
        assert not same or found == before
        known, before = listing.seen, found


def test_names_are_put_together_when_the_first_is_asked_for():
    asked = []
    names = LazyNames(lambda: asked.append(1) or ["a", "b"], {"a", "b"}.__contains__)
    assert "a" in names
    assert "c" not in names
    assert asked == []
    assert (names[0], names[1:], len(names), list(names)) == ("a", ["b"], 2, ["a", "b"])
    assert asked == [1]
