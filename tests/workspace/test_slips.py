from pathlib import Path

import pytest

from inkwright.model.grammar import Slip
from inkwright.model.span import Span
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.slips import FILE, kept_slips

SLIPS = (Slip("DidPast", "Grammar", Span(4, 7), "Use `run`.", "run"), Slip("AllowTo", "Grammar", Span(0, 3), "Why"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    return open_workspace(tmp_path)


def test_what_was_said_is_known_in_the_next_run(workspace: Workspace) -> None:
    with kept_slips(workspace, "1") as kept:
        kept.keep("a text \ud800", SLIPS)
        kept.keep("a fine one", ())
    with kept_slips(workspace, "1") as kept:
        assert kept.get("a text \ud800") == SLIPS
        assert kept.get("a fine one") == ()
        assert kept.get("another") is None


def test_another_edition_knows_nothing(workspace: Workspace) -> None:
    with kept_slips(workspace, "1") as kept:
        kept.keep("a text", SLIPS)
    with kept_slips(workspace, "2") as kept:
        assert kept.get("a text") is None


def test_an_error_loses_nothing(workspace: Workspace) -> None:
    with pytest.raises(KeyError), kept_slips(workspace, "1") as kept:
        kept.keep("a text", SLIPS)
        raise KeyError
    with kept_slips(workspace, "1") as kept:
        assert kept.get("a text") == SLIPS


def test_a_spoilt_file_knows_nothing(workspace: Workspace) -> None:
    (workspace.make_state() / FILE).write_bytes(b"no database" * 100)
    with kept_slips(workspace, "1") as kept:
        assert kept.get("a text") is None


def test_outside_a_workspace_nothing_is_written(tmp_path: Path) -> None:
    with kept_slips(open_workspace(tmp_path), "1") as kept:
        kept.keep("a text", SLIPS)
        assert kept.get("a text") == SLIPS
    assert list(tmp_path.iterdir()) == []
