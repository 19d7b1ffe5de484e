"""Drawings of a workspace: found, exported, stale, missing; what `check` says of them."""

import json
import os
from pathlib import Path

import pytest

from inkwright.flows.check_exports import export_states
from inkwright.flows.exports import Exports
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace

BOX = {"type": "rectangle", "id": "a", "x": 0, "y": 0, "width": 9, "height": 9}
WORD = {"type": "text", "id": "b", "x": 1, "y": 1, "width": 9, "height": 9, "text": "Reader"}
PAGE = '<mxfile><diagram><mxGraphModel><root><mxCell id="2" value="{}"/></root></mxGraphModel></diagram></mxfile>'


def scene(*elements: object) -> str:
    return json.dumps({"elements": elements})


def state(folder: Path, target: str = "parts.excalidraw", inside: bool = True) -> tuple[str, str]:
    found = Exports(Workspace(folder, inside)).of("posts/a.md", target)
    return (found.state, found.export) if found else ("none", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text("![P](parts.excalidraw)\n", encoding="utf-8")
    (tmp_path / "posts/parts.excalidraw").write_text(scene(BOX, WORD), encoding="utf-8")
    return tmp_path


def test_a_scene_without_an_export_is_drawn(folder: Path) -> None:
    assert state(folder) == ("drawn", "")
    assert state(folder, "other.excalidraw") == ("none", "")
    (folder / "posts/parts.excalidraw").write_text("{", encoding="utf-8")
    assert state(folder) == ("missing", "")


def test_a_file_of_drawio_needs_an_export(folder: Path) -> None:
    (folder / "posts/p.drawio").write_text(PAGE.format("Reader"), encoding="utf-8")
    assert state(folder, "p.drawio") == ("missing", "")
    (folder / "posts/p.drawio.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert state(folder, "p.drawio") == ("unknown", "posts/p.drawio.png")
    (folder / "posts/p.svg").write_text("<svg/>", encoding="utf-8")
    assert state(folder, "p.drawio") == ("unknown", "posts/p.drawio.png")


def test_a_word_that_the_export_lacks_makes_it_stale(folder: Path) -> None:
    (folder / "posts/parts.svg").write_text("<svg><text>Reader</text></svg>", encoding="utf-8")
    assert state(folder) == ("unknown", "posts/parts.svg")
    (folder / "posts/parts.excalidraw").write_text(scene({**WORD, "text": "Writer"}), encoding="utf-8")
    assert state(folder) == ("stale", "posts/parts.svg")


def test_a_source_that_changed_since_its_export_was_first_seen_is_stale(folder: Path) -> None:
    export = folder / "posts/parts.excalidraw.png"
    export.write_bytes(b"\x89PNG\r\n\x1a\nfirst")
    assert state(folder)[0] == "unknown"
    (folder / "posts/parts.excalidraw").write_text(scene(BOX), encoding="utf-8")
    os.utime(folder / "posts/parts.excalidraw", (1, 1))  # times say nothing
    assert state(folder)[0] == "stale"
    export.write_bytes(b"\x89PNG\r\n\x1a\nsecond")
    assert state(folder)[0] == "unknown"
    (folder / "posts/parts.excalidraw").write_text(scene(BOX, WORD), encoding="utf-8")
    assert state(folder)[0] == "stale"


def test_a_touched_file_is_not_stale_and_outside_a_workspace_nothing_is_written(folder: Path) -> None:
    (folder / "posts/parts.excalidraw.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for time in (1, 2_000_000_000):
        os.utime(folder / "posts/parts.excalidraw", (time, time))
        assert state(folder, inside=False)[0] == "unknown"
    assert not (folder / ".inkwright").exists()


def test_a_drawing_that_is_kept_as_a_note(folder: Path) -> None:
    (folder / "art").mkdir()
    note = f"---\nx: y\n---\n## Drawing\n```json\n{scene(WORD)}\n```\n"
    (folder / "art/Big plan.excalidraw.md").write_text(note, encoding="utf-8")
    assert state(folder, "Big plan.excalidraw") == ("drawn", "")
    assert state(folder, "../art/Big%20plan.excalidraw") == ("drawn", "")
    (folder / "art/Big plan.excalidraw.svg").write_text("<svg><text>Reader</text></svg>", encoding="utf-8")
    assert state(folder, "Big plan.excalidraw") == ("unknown", "art/Big plan.excalidraw.svg")


def test_unreadable_files_are_no_crash(folder: Path) -> None:
    (folder / "posts/parts.excalidraw").write_bytes(b"\xff\xfe\x00")
    assert state(folder)[0] == "missing"
    (folder / "posts/parts.svg").write_text("<svg/>", encoding="utf-8")
    assert state(folder)[0] == "unknown"


def test_states_by_target_of_a_document(folder: Path) -> None:
    workspace = Workspace(folder, True)
    document = parse(workspace.read("posts/a.md"))
    states = export_states(workspace, document, "posts/a.md")
    assert {target: found.state for target, found in states.items()} == {"parts.excalidraw": "drawn"}


def test_what_is_remembered_keeps_itself_out_of_git(folder: Path) -> None:
    (folder / "inkwright.toml").touch()
    (folder / "posts/parts.excalidraw.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    assert state(folder)[0] == "unknown"
    assert {place.name for place in (folder / ".inkwright").iterdir()} == {"exports.db", ".gitignore"}
