"""Drawing for a workspace: remembered under `.inkwright/`, never outside a workspace."""

from inkwright.flows import editions
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.editions import drawing_edition
from inkwright.render.diagrams import drawn as module
from inkwright.workspace.folder import Workspace

FLOW = "flowchart LR\n  A --> B\n"


def test_a_second_build_draws_nothing(tmp_path, monkeypatch):
    first = Draughtsman(Workspace(tmp_path, True))
    made = first("mermaid", FLOW)
    first.close()
    assert (tmp_path / ".inkwright/cache/diagrams.db").exists()
    monkeypatch.setattr(module, "picture", None)
    assert Draughtsman(Workspace(tmp_path, True))("mermaid", FLOW) == made


def test_another_edition_draws_again(tmp_path, monkeypatch):
    first = Draughtsman(Workspace(tmp_path, True))
    first("mermaid", FLOW)
    first.close()
    assert drawing_edition() == drawing_edition()
    monkeypatch.setattr(editions, "stamp", lambda name: "newer")
    drawn_again = []
    draw = module.picture

    def picture(*asked):
        drawn_again.append(asked)
        return draw(*asked)

    monkeypatch.setattr(module, "picture", picture)
    Draughtsman(Workspace(tmp_path, True))("mermaid", FLOW)
    assert [asked[2] for asked in drawn_again] == ["light", "dark"]


def test_nothing_is_written_before_the_first_picture_nor_outside_a_workspace(tmp_path):
    Draughtsman(Workspace(tmp_path, True)).close()
    outside = Draughtsman(Workspace(tmp_path, False))
    outside("mermaid", FLOW)
    outside.close()
    Draughtsman(Workspace(tmp_path, True), keep=False)("mermaid", FLOW)
    assert list(tmp_path.iterdir()) == []


def test_what_a_page_shows_for_the_file_of_a_drawing_program(tmp_path):
    (tmp_path / "a.excalidraw").write_text('{"elements": [{"type": "rectangle", "width": 9, "height": 9}]}')
    (tmp_path / "b.drawio").write_text("<mxfile/>")
    draw = Draughtsman(Workspace(tmp_path, False))
    assert draw.shown("post.md", "a.excalidraw").light.width > 9
    assert draw.shown("post.md", "b.drawio") is None
    assert draw.shown("post.md", "c.excalidraw") is None
    (tmp_path / "b.drawio.svg").write_text("<svg/>")
    assert draw.shown("post.md", "b.drawio") is None
    draw.look_again()
    assert draw.shown("post.md", "b.drawio") == "b.drawio.svg"
    (tmp_path / "a.excalidraw").write_bytes(b"\xff\x00")
    assert draw.shown("post.md", "a.excalidraw") is None
    (tmp_path / "a.excalidraw").write_text("{")
    assert draw.shown("post.md", "a.excalidraw").fault is not None
