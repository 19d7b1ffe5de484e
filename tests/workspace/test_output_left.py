"""A folder that is as a build left it: little of it is read, and nothing that was changed there goes unseen."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inkwright.model.errors import UnwritableError
from inkwright.model.post import Page
from inkwright.workspace import output_left
from inkwright.workspace.folder import Workspace
from inkwright.workspace.manifest import LINES, Manifest
from inkwright.workspace.output import Output, built_files
from inkwright.workspace.output_left import LeftOutput

PAGES = ("index.html", "a/index.html", "a/pic.svg", "b/index.html")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("", "utf-8")
    return Workspace(tmp_path, inside=True)


def filled(workspace: Workspace) -> Output:
    output = Output(workspace, "public")
    output.open(())
    for path in PAGES:
        output.put(Page(path, path.encode()))
        os.utime(workspace.root / "public" / path, (1, 1))
    for path in PAGES:
        output.put(Page(path, path.encode()))  # with the time that it has now
    output.finish()
    return output


def left(workspace: Workspace) -> LeftOutput:
    output = LeftOutput(workspace, "public")
    output.open(())
    return output


def swapped(place: Path) -> None:
    place.rename(place.with_suffix(".away"))
    place.symlink_to(place.with_suffix(".away"))


CHANGES: dict[str, Callable[[Path], object]] = {
    "longer": lambda place: place.write_text("by hand, and longer", "utf-8"),
    "as long": lambda place: place.write_bytes(b"x" * place.stat().st_size),
    "gone": lambda place: place.unlink(),
    "a link": swapped,
    "a folder": lambda place: (place.unlink(), place.mkdir()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("path", PAGES)
def test_a_file_that_is_not_as_it_was_left_is_seen(workspace: Workspace, path: str, change) -> None:
    seen = filled(workspace).seen()
    assert left(workspace).same(seen, {})
    change(workspace.root / "public" / path)
    assert not left(workspace).same(seen, {})


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_so_is_one_that_was_made_again_since(workspace: Workspace, change) -> None:
    seen = filled(workspace).seen()
    first = left(workspace)
    assert first.same(seen, {})
    first.put(Page("a/index.html", b"anew"))
    first.finish()
    assert (first.written, first.files) == (1, len(PAGES))
    assert not left(workspace).same(seen, {})
    assert left(workspace).same(seen, first.given)
    change(workspace.root / "public" / "a" / "index.html")
    assert not left(workspace).same(seen, first.given)


def test_a_file_of_which_no_time_is_known_is_never_the_same(workspace: Workspace) -> None:
    output = filled(workspace)
    output._now["gone.html"] = "what others wrote"
    assert not left(workspace).same(output.seen(), {})


def test_the_list_says_what_was_put_and_is_not_read_for_that(workspace: Workspace, monkeypatch) -> None:
    seen = filled(workspace).seen()
    monkeypatch.setattr(Manifest, "read", None)
    since: dict[str, str] = {}
    for turn in range(LINES - 1):
        output = left(workspace)
        assert output.same(seen, since)
        output.put(Page("b/index.html", f"{turn}".encode()))
        output.finish()
        since |= output.given
    monkeypatch.undo()
    output = left(workspace)
    output.put(Page("b/index.html", b"the last"))
    output.finish()
    whole = Output(workspace, "public")
    whole.open(())
    for path in PAGES:
        assert whole.keep(path, built_files(workspace, "public")[path])
    assert output.as_listed == whole.as_listed
    assert "b/index.html" in output.given


def test_a_file_is_kept_that_holds_what_it_should(workspace: Workspace) -> None:
    filled(workspace)
    digests = built_files(workspace, "public")
    output = left(workspace)
    assert output.keep("index.html", digests["index.html"])
    assert not output.keep("index.html", digests["b/index.html"])
    assert not output.keep("other.html", digests["index.html"])


def test_no_page_leaves_the_folder_through_a_link(workspace: Workspace) -> None:
    filled(workspace)
    public, outside = workspace.root / "public", workspace.root / "outside"
    (public / "a").rename(outside)
    (public / "a").symlink_to(outside)
    with pytest.raises(UnwritableError, match="leads out"):
        left(workspace).put(Page("a/index.html", b"anew"))
    assert (outside / "index.html").read_bytes() == b"a/index.html"


def test_what_was_written_before_a_failure_is_on_the_list(workspace: Workspace, monkeypatch) -> None:
    seen = filled(workspace).seen()
    output = left(workspace)
    assert output.same(seen, {})
    output.put(Page("index.html", b"anew"))
    output.give_up()
    assert built_files(workspace, "public")["index.html"] == output.given["index.html"].partition(" ")[0]

    def full(self: Manifest, out: str, changed: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output_left.Output, "_save", None)
    monkeypatch.setattr(Manifest, "add", full)
    output.give_up()
    with pytest.raises(UnwritableError):
        output.finish()
