"""Numbers that cannot lie (W2): the demo's results change, or its printed output, and `check` names each figure that is
stale now; `--fix` writes those figures and nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import inkwright

DEMO = Path(inkwright.__file__).parent / "demo" / "workspace"
BATCHING = "posts/dynamic-batching/index.md"
CACHE = "posts/kv-cache/index.md"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    shutil.copytree(DEMO, tmp_path / "blog", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "blog"


def inkwright_in(blog: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "inkwright", *args],
        cwd=blog, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def stale(blog: Path, post: str) -> tuple[int, list[tuple[str, str]]]:
    """The exit code of `check`, and of each stale figure its line as a reader sees it and the message."""
    done = inkwright_in(blog, "check", post, "--format", "json")
    lines = (blog / post).read_text(encoding="utf-8").splitlines()
    found = [one for one in json.loads(done.stdout)["findings"] if one["severity"] == "error"]
    assert {one["rule"] for one in found} <= {"stale-number", "stale-run"}
    return done.returncode, [(lines[one["line"] - 1], one["message"]) for one in found]


def measured_again(blog: Path, **values: float) -> None:
    """The results of the demo as after another measurement of greedy batching."""
    path = blog / "posts/dynamic-batching/results.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    data["steady"]["greedy"] |= values
    path.write_text(json.dumps(data, indent=2), encoding="utf-8")


def test_edited_results_name_both_sentences_and_the_table(blog: Path) -> None:
    assert stale(blog, BATCHING) == (0, [])
    measured_again(blog, p99=26.04, busy=0.91)
    code, found = stale(blog, BATCHING)
    assert code == 1
    assert [message for _, message in found] == [
        "the text says `20.9 ms`, results.json#steady.greedy.p99 now gives `26.0 ms`",
        "the table says `20.9`, results.json#steady.greedy.p99 now gives `26.0`",
        "the table says `0.98`, results.json#steady.greedy.busy now gives `0.91`",
        "the text says `0.98`, results.json#steady.greedy.busy now gives `0.91`",
    ]
    assert [line[:30] for line, _ in found] == [
        "Without batching the small ser", "| 300/s | greedy | 14.5<!--=re", "| 300/s | greedy | 14.5<!--=re",
        "Look at the last column, thoug",
    ]  # fmt: skip


def test_fixing_writes_the_figures_and_shows_them(blog: Path) -> None:
    before = (blog / BATCHING).read_bytes()
    measured_again(blog, p99=26.04, busy=0.91)
    done = inkwright_in(blog, "check", BATCHING, "--fix")
    assert done.returncode == 0
    assert "fixed 4 findings" in done.stderr
    shown = [line for line in done.stderr.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line[:9] for line in shown] == [
        "-Without ", "+Without ", "-| 300/s ", "+| 300/s ", "-Look at ", "+Look at ",
    ]  # fmt: skip
    assert (blog / BATCHING).read_bytes() == (
        before.replace(b"20.9 ms<!--=results.json#steady.greedy.p99", b"26.0 ms<!--=results.json#steady.greedy.p99")
        .replace(b"20.9<!--=results.json#steady.greedy.p99", b"26.0<!--=results.json#steady.greedy.p99")
        .replace(b"0.98<!--=results.json#steady.greedy.busy", b"0.91<!--=results.json#steady.greedy.busy")
    )
    assert stale(blog, BATCHING) == (0, [])


def test_results_that_go_away_are_told_once(blog: Path) -> None:
    (blog / "posts/dynamic-batching/results.json").unlink()
    done = inkwright_in(blog, "check", BATCHING, "--format", "json")
    assert done.returncode == 1
    errors = [one for one in json.loads(done.stdout)["findings"] if one["severity"] == "error"]
    assert sorted(one["rule"] for one in errors) == ["broken-binding", "broken-data-block"]
    one = next(one for one in errors if one["rule"] == "broken-binding")
    assert "there is no results.json beside the post" in one["message"]
    assert "36 more figures with it" in one["message"]


def test_printed_output_that_changed_names_the_sentence(blog: Path) -> None:
    assert inkwright_in(blog, "run", CACHE).returncode == 0
    text = (blog / CACHE).read_text(encoding="utf-8")
    (blog / CACHE).write_text(text.replace("d, n = 8, 64", "d, n = 8, 128"), encoding="utf-8")
    code, found = stale(blog, CACHE)
    assert code == 1
    assert [message for _, message in found] == [
        "the code or its output changed since this was last run: `inkwright run` it again"
    ]
    assert inkwright_in(blog, "run", CACHE, "--update").returncode == 0
    code, found = stale(blog, CACHE)
    assert code == 1
    assert [message for _, message in found] == [
        "the text says `2,080`, the output `counts.0` now gives `8,256`",
        "the text says `64`, the output `counts.1` now gives `128`",
    ]
    assert inkwright_in(blog, "check", CACHE, "--fix").returncode == 0
    assert "drops from 8,256<!--=#counts.0 ,d--> to 128<!--=#counts.1-->" in (blog / CACHE).read_text(encoding="utf-8")
