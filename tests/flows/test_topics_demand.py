import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.model.errors import UsageError
from inkwright.workspace.demand import load_demand
from inkwright.workspace.folder import open_workspace

NOTES = {
    "warp": "# Warp divergence\n\nA kernel on the gpu stalls for 3 ms when threads diverge.\n\n```c\nif (x) y();\n```",
    "occupancy": "# Occupancy of a gpu kernel\n\nRegisters limit how many threads of a kernel run: 12 % fewer.",
    "triton": "# Triton vs CUDA kernel\n\nThe gpu kernel is compiled for blocks of threads, 1.8x faster.",
    "rye": "---\nkind: paragraph\n---\n# Rye bread\n\nRye flour drinks water; the starter rises.",
    "wheat": "---\nkind: paragraph\n---\n# Wheat bread\n\nThe starter wants flour and water.",
    "spelt": "---\nkind: paragraph\n---\n# Spelt bread\n\nSpelt flour wants less water; feed the starter.",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    for name, text in NOTES.items():
        open_workspace(tmp_path).write(f"notes/{name}.md", text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args, code=0):
    result = CliRunner().invoke(main, ["topics", *args])
    assert result.exit_code == code, result.output
    return result


def test_evidence_is_kept_with_source_date_and_address_and_follows_a_rename(folder):
    run("demand", "gpu programming", "--source", "so", "--count", "50", "--url", "https://x", "--date", "2026-11-01")
    row = load_demand(open_workspace(folder))[0][0]
    assert (row.topic, row.source, row.count, row.url, row.date) == (
        "GPU programming",
        "so",
        50,
        "https://x",
        "2026-11-01",
    )
    run("rename", "GPU programming", "Kernels")
    assert json.loads(run("demand", "kernels", "--format", "json").stdout)["demand"][0]["count"] == 50
    assert "so" in run("show", "Kernels").stdout


def test_a_topic_that_is_not_there_yet_keeps_its_evidence(folder):
    done = run("demand", "Rust macros", "--source", "hn")
    assert "No topic is called that yet" in done.stderr
    assert load_demand(open_workspace(folder))[0][0].date


def test_a_file_is_taken_in_line_by_line_and_twice_gives_the_same(folder):
    (folder / "list.txt").write_text("cuda kernel threads\nrye flour starter\nholiday homes\n")
    done = run("demand", "import", "list.txt", "--source", "google")
    assert "text: 2 kept, 1 fit no topic, 0 not read." in done.stdout and "holiday homes" in done.stderr
    before = (folder / "inkwright" / "demand.toml").read_text()
    run("demand", "import", "list.txt", "--source", "google")
    assert (folder / "inkwright" / "demand.toml").read_text() == before
    run("demand", "import", "list.txt", "--topic", "GPU programming")
    assert len(load_demand(open_workspace(folder))[0]) == 5


def test_partial_results_are_kept_and_counted(folder):
    (folder / "so.json").write_text('{"items": [{"title": "cuda kernel?", "score": 3}, {"x": 1}]}')
    done = run("demand", "import", "so.json", code=1)
    assert "1 kept, 0 fit no topic, 1 not read" in done.stdout and "so.json:2: no phrase" in done.stderr


def test_wrong_use_is_one_sentence(folder):
    for args in (
        ("demand", "GPU programming", "--count", "5"),
        ("demand", "import", "a", "b"),
        ("demand", "--source", "so"),
    ):
        assert isinstance(run(*args, code=1).exception, UsageError)
    assert "No demand is noted yet" in run("demand").stdout


def test_the_matrix_places_each_topic_with_reasons(folder):
    run("demand", "cooking and baking", "--source", "so", "--count", "500")
    rows = {one["topic"]: one for one in json.loads(run("matrix", "--format", "json").stdout)["topics"]}
    gpu, bread = rows["GPU programming"], rows["cooking and baking"]
    assert gpu["place"] == "for your own sake" and gpu["prove_why"] == [
        "3 notes of yours with figures",
        "1 note of yours with code",
    ]
    assert bread["place"] == "prove it first" and bread["prove_why"] == ["only 3 clips in other people's words"]
    said = run("matrix").stdout
    assert "PROVE IT FIRST" in said and "so: 500" in said


def test_a_run_post_and_the_log_are_proof(folder):
    workspace = open_workspace(folder)
    workspace.write("posts/one.md", "---\ntitle: One\n---\n\n<!-- plan\n- x [[warp]]\n-->\n")
    workspace.write("posts/one.bench.json", "{}")
    workspace.write("inkwright/posts/one.toml", "[run]\nverified = 2\n")
    workspace.write("log/2026-11-20.md", "- 10:00 the gpu kernel has no bank conflict now\n- 11:00 lunch\n")
    rows = {one["topic"]: one for one in json.loads(run("matrix", "--format", "json").stdout)["topics"]}
    why = rows["GPU programming"]["prove_why"]
    assert "1 log entry" in why and "1 post whose code was run" in why and "1 post with benchmarks" in why


POST = (
    "---\ntitle: Warp divergence, measured\ntags: [gpu]\n---\n\nThreads of a kernel diverge.\n\n"
    "## When threads diverge\n\nMore.\n"
)


def test_a_list_is_held_against_a_post_and_its_questions_go_on(folder):
    workspace = open_workspace(folder)
    workspace.write("posts/warp.md", POST)
    (folder / "typed.txt").write_text("warp divergence\nwhen threads diverge?\nwarp divergence amd\nrye bread\n")
    assert "4 kept" in run("demand", "import", "typed.txt", "--post", "warp", "--source", "google").stdout
    assert {row.topic for row in load_demand(workspace)[0]} == {"Warp divergence, measured"}
    rows = json.loads(run("demand", "--post", "warp", "--format", "json").stdout)["phrases"]
    assert [(row["demand"]["text"], row["place"]) for row in rows] == [
        ("warp divergence amd", ""), ("warp divergence", "title"), ("when threads diverge?", "heading"),
    ]  # fmt: skip
    assert run("demand", "--post", "warp").stdout.splitlines()[1].startswith("nowhere")
    asked = run("demand", "--post", "warp", "--questions").stdout
    assert asked == "when threads diverge?\n"
    done = CliRunner().invoke(main, ["promote", "warp", "--questions", "-"], input=asked)
    assert "1 new question" in done.output


def test_a_list_belongs_to_a_topic_or_to_a_post(folder):
    done = run("demand", "import", "typed.txt", "--post", "warp", "--topic", "x", code=1)
    assert isinstance(done.exception, UsageError)
