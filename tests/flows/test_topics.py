import json

import pytest
from click.testing import CliRunner

from inkwright.cli.commands._topics_text import FEW, MANY, print_topics
from inkwright.cli.main import main
from inkwright.flows.topics import grouping, topics
from inkwright.model.errors import UsageError
from inkwright.model.topic import Grouping, Member, Topic
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


def test_interest_pillar_and_project_are_kept_shown_and_warn(folder):
    label = label_of(folder, "notes/warp.md")
    run("set", label, "--interest", "2", "--project", "triton", "--pillar", "GPU")
    said = run("show", label.upper())
    assert "[interest 2 of 5 (low) · pillar GPU · project triton]" in said
    assert "Think twice: you rated your interest 2 of 5" in said and "-> inkwright new --topic" in said
    run("set", label, "--interest", "4", "--pillar", "")
    said = run("show", label)
    assert "[interest 4 of 5 · project triton]" in said and "Think twice" not in said
    run("rename", label, "Kernels")
    found = json.loads(run("show", "Kernels", "--format", "json"))["topics"][0]["topic"]
    assert (found["interest"], found["project"]) == (4, "triton")


def test_a_pillar_must_be_one_of_those_declared(folder):
    (folder / "inkwright.toml").write_text('pillars = ["GPU work"]\n')
    label = label_of(folder, "notes/warp.md")
    result = CliRunner().invoke(main, ["topics", "set", label, "--pillar", "GPU wrk"])
    assert isinstance(result.exception, UsageError) and "Did you mean" in result.exception.hint
    run("set", label, "--pillar", "gpu work")
    assert 'pillar = "GPU work"' in (folder / "inkwright" / "topics.toml").read_text()


def test_a_target_steers_the_kind_and_an_unknown_one_is_refused(folder):
    kinds = {
        who: json.loads(run("list", "--target", who, "--format", "json"))["topics"][0]["post"]
        for who in ("product", "research")
    }
    assert kinds["product"] != kinds["research"]
    result = CliRunner().invoke(main, ["topics", "--target", "bank"])
    assert isinstance(result.exception, UsageError) and "research, product" in result.exception.hint


def test_of_too_many_notes_the_newest_are_grouped_and_the_others_counted(folder, monkeypatch):
    monkeypatch.setattr("inkwright.flows.topics_texts.MOST", 3)
    (folder / "notes" / "warp.md").write_text("---\ndate: 2026-02-02\n---\n" + NOTES["warp"])
    run("pin", label_of(folder, "notes/warp.md"))
    found = grouping(open_workspace(folder))
    paths = {member.path for one in found.topics for member in one.members} | {one.path for one in found.alone}
    assert found.left_out == 4 and "notes/warp.md" in paths
    result = CliRunner().invoke(main, ["topics"])
    assert "4 older ones were left out" in result.stderr


def test_many_topics_show_a_few_notes_each_and_how_to_see_the_rest(capsys):
    def topic(number, notes):
        members = (Member(f"n{one}.md", f"n{one}.md", 1, f"N{one}", "note") for one in range(notes))
        return Topic(f"T{number}", tuple(members), ("a", "b"), post="tutorial")

    print_topics(Grouping(tuple(topic(number, 9) for number in range(MANY + 1)), ()), False)
    shown = capsys.readouterr().out
    assert shown.count("  n0.md  N0") == MANY + 1 and shown.count("  n3.md") == 0
    assert shown.count(f"... and {9 - FEW} more") == MANY + 1
    assert "-> inkwright topics show T0 " in shown and "-> inkwright new --topic T0 " in shown
    print_topics(Grouping((topic(0, 9),), ()), False)
    shown = capsys.readouterr().out
    assert "  n8.md  N8" in shown and "topics show" not in shown
