"""Benchmarks of real commands, from the file that declares them to the page that shows them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.flows.bench_run import bench_run
from inkwright.flows.build import build
from inkwright.flows.check import check
from inkwright.model.bench import BenchRun
from inkwright.model.errors import UsageError
from inkwright.model.run import Foreign
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
PLAN = """runs = 4
versions = { sqlite = "python -c 'import sqlite3; print(sqlite3.sqlite_version)'" }

[bench.quick]
command = "python work.py 1"

[bench.slow]
command = "python work.py 3"
json = "ms"
label = "Three times"
"""
WORK = "import json, sys\nprint(json.dumps({'ms': 10 * int(sys.argv[1])}))\n"
POST = """---
title: A
date: 2026-01-01
---

It takes 1 ms<!--=bench.json#slow.median .0f ms-->.

```table from=bench.json columns="label, median, mad, n"
Both of them.
```

```chart from=bench.json x=label y=median error=mad alt="Three times takes longest"
```
"""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    write("inkwright.toml", 'title = "T"\nbase_url = "https://t.example"\n')
    write("posts/a/index.md", POST)
    write("posts/a/bench.toml", PLAN)
    write("posts/a/work.py", WORK)
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def ran(*names: str, **given: object) -> list[BenchRun]:
    return list(bench_run(open_workspace(Path.cwd()), names, TODAY, **given))  # type: ignore[arg-type]


def inkwright(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "inkwright", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def test_from_the_command_to_the_five_facts_under_the_table(blog: Path) -> None:
    (done,) = ran("a", runs=3)
    assert (done.problem, done.error, done.results) == ("", "", "posts/a/bench.json")
    quick, slow = done.rows
    assert (quick.name, quick.n, quick.unit, slow.label, slow.median, slow.mad) == (
        "quick", 3, "ms", "Three times", 30.0, 0.0,
    )  # fmt: skip
    assert 1 < quick.min <= quick.median <= quick.max < 60_000
    data = json.loads(Path("posts/a/bench.json").read_text(encoding="utf-8"))
    assert len(data["quick"]["samples"]) == 3 and data["facts"]["date"] == TODAY
    assert set(data["facts"]["versions"]) == {"python", "sqlite"}

    build(open_workspace(blog), TODAY)
    page = Path("public/posts/a/index.html").read_text(encoding="utf-8")
    tables = page.split('<small class="facts">')[1:]
    assert len(tables) == 2
    for said in (table.split("</small>")[0] for table in tables):
        machine, versions, date, n, spread = said.split(" · ")
        assert machine.startswith("Machine: ") and data["facts"]["machine"]["cpu"] in machine and "cores" in machine
        assert (
            versions
            == f"Versions: python {data['facts']['versions']['python']}, sqlite {data['facts']['versions']['sqlite']}"
        )
        assert (date, n) == ("Date: 2026-11-21", "n: 3")
        assert spread.startswith("Spread: median absolute deviation, 0.0 to ") and spread.endswith(" % of the median")
    assert "not stated" not in page and "bench.toml" not in page

    (checked,) = check(["posts/a/index.md"], TODAY, force=True)
    rules = [finding.rule for finding in checked.findings]
    assert "stale-number" in rules and not {"broken-data-block", "benchmark-without-facts", "broken-binding"} & {*rules}


def test_a_failing_command_is_named_and_the_earlier_results_stay(blog: Path) -> None:
    ran("a")
    before = Path("posts/a/bench.json").read_bytes()
    write("posts/a/work.py", "import sys\nsys.exit('the disk is on fire')\n")
    (done,) = ran("a")
    assert done.problem.startswith("posts/a/bench.toml: `quick` (python work.py 1) ended with status 1")
    assert "the disk is on fire" in done.problem and not done.rows
    assert Path("posts/a/bench.json").read_bytes() == before


def test_an_interruption_keeps_the_earlier_results_and_the_posts_that_are_done(blog: Path) -> None:
    write("posts/b.md", "# B\n")
    write("posts/b.bench.toml", '[bench.x]\ncommand = "true"\n')
    seen: list[tuple[int, int]] = []

    def interrupt(done: int, total: int) -> None:
        seen.append((done, total))
        if total == 11 and done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ran(progress=interrupt)
    assert Path("posts/a/bench.json").exists() and not Path("posts/b.bench.json").exists()
    assert not list(Path("posts").glob(".*"))


def test_a_file_of_ones_own_is_never_replaced(blog: Path) -> None:
    for text in ("{}", "no json", '{"facts": {"by": "me"}}', "[]"):
        write("posts/a/bench.json", text)
        (done,) = ran("a")
        assert done.error == (
            "posts/a/bench.json: it was not written by `bench run`. Move it, or give it another name."
        )
        assert Path("posts/a/bench.json").read_text(encoding="utf-8") == text


def test_what_is_wrong_with_the_file_is_said_with_its_line(blog: Path) -> None:
    write("posts/a/bench.toml", '[bench.a]\ncommand = "true"\nrnus = 3\n')
    (done,) = ran("a")
    assert done.error == "posts/a/bench.toml:3: [bench.a] has no key `rnus`. Did you mean `runs`?"
    Path("posts/a/bench.toml").unlink()
    (done,) = ran("a")
    assert done.error == "posts/a/index.md: it declares no benchmarks. Write them into posts/a/bench.toml."
    assert ran() == []
    with pytest.raises(UsageError):
        ran("nothing-like-it")


def test_what_somebody_else_committed_is_asked_about_once(blog: Path) -> None:
    author = ["-c", "user.name=M", "-c", "user.email=m@x.example"]
    for words in (
        ["init", "-q"],
        ["add", "."],
        [*author, "commit", "-qm", "x"],
        ["config", "user.email", "me@x.example"],
    ):
        subprocess.run(["git", *words], check=True, capture_output=True)
    asked: list[Foreign] = []

    def refuse(code: Foreign) -> bool:
        asked.append(code)
        return False

    (done,) = ran("a", consent=refuse)
    assert "m@x.example wrote these benchmarks, and you have not agreed to run them" in done.error
    shown = "\n".join(asked[0].pieces)
    assert "python work.py 1" in shown and "json.dumps" in shown and not Path("posts/a/bench.json").exists()
    (done,) = ran("a", consent=lambda _: True)
    assert not done.error and not done.problem
    (done,) = ran("a", consent=refuse)
    assert not done.error and len(asked) == 1
    facts = json.loads(Path("posts/a/bench.json").read_text(encoding="utf-8"))["facts"]
    assert len(facts["commit"]) == 12
    write("posts/a/work.py", WORK + "# changed\n")
    (done,) = ran("a", consent=refuse)
    assert done.error and len(asked) == 2
    ran("a", consent=lambda _: True)
    facts = json.loads(Path("posts/a/bench.json").read_text(encoding="utf-8"))["facts"]
    assert facts["commit"][12:] == " and changes"


def test_the_command_line(blog: Path) -> None:
    done = inkwright("bench", "run", "--n", "2")
    assert done.returncode == 0, done.stderr
    assert "posts/a/index.md: written to posts/a/bench.json" in done.stdout and "Three times" in done.stdout
    told = json.loads(inkwright("bench", "run", "a", "--n", "1", "--format", "json").stdout)
    assert told["version"] == 1
    assert [row["n"] for row in told["posts"][0]["rows"]] == [1, 1] and told["posts"][0]["rows"][1]["mad"] is None
    write("posts/a/work.py", "raise SystemExit(3)\n")
    failed = inkwright("bench", "run", "a")
    assert failed.returncode == 1 and "ended with status 3" in failed.stderr and "Traceback" not in failed.stderr
    Path("posts/a/bench.toml").unlink()
    assert inkwright("bench", "run", "a").returncode == 2
    empty = inkwright("bench", "run")
    assert empty.returncode == 0 and "No post here declares benchmarks" in empty.stdout
    assert "Example: inkwright bench run" in inkwright("bench", "--help").stdout
