import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.topics import topics
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

NOTES = {
    "warp": "# Warp divergence\n\nA kernel on the gpu stalls when threads of a warp diverge.",
    "occupancy": "# Occupancy of a gpu kernel\n\nRegisters limit how many threads of a kernel run.",
    "triton": "# Triton vs CUDA kernel\n\nThe gpu kernel is compiled for blocks of threads.",
    "rye": "# Rye bread\n\nRye flour drinks water; the starter rises.",
    "wheat": "# Wheat bread\n\nThe starter wants flour and water.",
    "spelt": "# Spelt bread\n\nSpelt flour wants less water; feed the starter.",
    "tram": "# Late again\n\nIt rained.",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    for name, text in NOTES.items():
        open_workspace(tmp_path).write(f"notes/{name}.md", text)
    (tmp_path / "ideas.md").write_text("- 2026-01-02 gpu kernel threads, a warp each\n- [x] gpu kernel done\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    result = CliRunner().invoke(main, ["topics", *args])
    assert result.exit_code == 0, result.output
    return result.output


def grouped(folder):
    return {one.label: {member.key for member in one.members} for one in topics(open_workspace(folder))[0]}


def label_of(folder, key):
    return next(label for label, keys in grouped(folder).items() if key in keys)


def test_topics_are_listed_with_notes_ideas_terms_and_kind(folder):
    said = run("--explain")
    assert "notes/triton.md  Triton vs CUDA kernel" in said and "ideas.md:1" in said and "done" not in said
    assert "comparison" in said or "deep-dive" in said
    data = json.loads(run("--format", "json"))
    assert data["version"] == 1 and [one["path"] for one in data["alone"]] == ["notes/tram.md"]
    assert not (folder / "inkwright").exists()


def test_what_was_decided_by_hand_survives_grouping_again(folder):
    gpu, bread = label_of(folder, "notes/warp.md"), label_of(folder, "notes/rye.md")
    run("rename", gpu, "GPU kernels")
    run("split", bread, "Rye", "notes/rye.md")
    run("move", "Late again", "Rye")
    (folder / "notes" / "ptx.md").write_text("# PTX of a kernel\n\nThe gpu threads run what the kernel became.\n")
    (folder / "notes" / "oats.md").write_text("# Oat bread\n\nOat flour, water, starter.\n")
    after = grouped(folder)
    assert {"notes/warp.md", "notes/occupancy.md", "notes/triton.md", "notes/ptx.md"} <= after["GPU kernels"]
    assert {"notes/rye.md", "notes/tram.md"} <= after["Rye"] and "notes/wheat.md" in after[bread]
    run("merge", bread, "Rye")
    assert {"notes/rye.md", "notes/wheat.md", "notes/tram.md"} <= grouped(folder)[bread]
    assert "Rye" not in grouped(folder)
    run("pin", "GPU kernels")
    kept = (folder / "inkwright" / "topics.toml").read_text()
    run("pin", "GPU kernels")
    assert "notes/ptx.md" in kept and kept == (folder / "inkwright" / "topics.toml").read_text()


def test_an_unknown_topic_or_note_is_one_sentence(folder):
    label = label_of(folder, "notes/rye.md")
    for args, said in ((("rename", "zzz", "x"), "no topic"), (("move", "zzz", label), "no note")):
        result = CliRunner().invoke(main, ["topics", *args])
        assert isinstance(result.exception, UsageError) and said in str(result.exception)
    assert not (folder / "inkwright").exists()
