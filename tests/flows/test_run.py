"""`run` on a workspace: what is shown, what is written, what the exit code says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.evidence.snippets import prove
from inkwright.flows.run import run
from inkwright.model.errors import ConflictError, UsageError
from inkwright.model.run import PostRun, RunOptions
from inkwright.workspace.folder import open_workspace

GOOD = "---\ntitle: Good\n---\n\n```python\nprint(4)\n```\n\n```output\n4\n```\n"
WRONG = "---\ntitle: Wrong\n---\n\n```python\nprint(5)\n```\n\n```output\n4\n```\n\nThe end, with `4`.\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    for name, text in (("good", GOOD), ("wrong", WRONG), ("none", "---\ntitle: None\n---\n\nNo code.\n")):
        (tmp_path / "posts" / name).mkdir(parents=True)
        (tmp_path / "posts" / name / "index.md").write_text(text, encoding="utf-8")
    return tmp_path


def inkwright(blog: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "inkwright", "run", *args], cwd=blog, capture_output=True, text=True, check=False
    )


def test_all_posts_without_names(blog: Path) -> None:
    done = {result.path: result for result in run(open_workspace(blog), [], "2026-01-02")}
    assert [snippet.state for snippet in done["posts/good/index.md"].snippets] == ["verified"]
    assert done["posts/wrong/index.md"].failed == 1
    assert done["posts/none/index.md"].snippets == ()


def test_a_mismatch_is_exit_1_with_its_line(blog: Path) -> None:
    done = inkwright(blog, "wrong")
    assert done.returncode == 1
    assert "line 10" in done.stdout
    assert inkwright(blog, "good").returncode == 0


def test_what_a_run_gave_is_kept_in_the_record(blog: Path) -> None:
    inkwright(blog, "good", "none")
    kept = (blog / "inkwright/posts/good.toml").read_text(encoding="utf-8")
    assert "verified = 1" in kept
    assert not (blog / "inkwright/posts/none.toml").exists()


def test_an_output_behind_no_snippet_is_named_and_fails_nothing(blog: Path) -> None:
    text = GOOD + "\nIt also said:\n\n```output\n5\n```\n\n> ```text output\n> 6\n> ```\n"
    (blog / "posts/good/index.md").write_text(text, encoding="utf-8")
    done = inkwright(blog, "good")
    assert done.returncode == 0
    assert "line 15: nothing is compared with this output" in done.stdout
    assert "line 19: nothing is compared" in done.stdout
    assert "line 9" not in done.stdout
    assert inkwright(blog, "good").stdout.count("nothing is compared") == 2
    assert json.loads(inkwright(blog, "good", "--format", "json").stdout)["posts"][0]["loose"] == [15, 19]


def test_outside_a_workspace_nothing_is_kept(blog: Path) -> None:
    (blog / "inkwright.toml").unlink()
    before = sorted(blog.rglob("*"))
    assert inkwright(blog, "posts/good/index.md").returncode == 0
    assert sorted(blog.rglob("*")) == before


def test_running_changes_no_post(blog: Path) -> None:
    before = {path: path.read_bytes() for path in blog.rglob("*") if path.is_file()}
    inkwright(blog)
    assert {path: path.read_bytes() for path in before} == before


def test_update_rewrites_the_output_only(blog: Path) -> None:
    done = inkwright(blog, "wrong", "--update")
    assert done.returncode == 0, done.stdout
    assert "1 output rewritten" in done.stdout
    assert (blog / "posts/wrong/index.md").read_text(encoding="utf-8") == WRONG.replace("output\n4", "output\n5")


def test_json_holds_lines_and_reasons(blog: Path) -> None:
    printed = json.loads(inkwright(blog, "--format", "json").stdout)
    assert printed["version"] == 1
    wrong = next(post for post in printed["posts"] if post["path"] == "posts/wrong/index.md")
    assert wrong["snippets"][0]["failed_line"] == 10


def test_a_post_that_cannot_be_read_does_not_hide_the_others(blog: Path) -> None:
    (blog / "posts/good/index.md").write_bytes(b"---\ntitle: x\n---\n\xff\n")
    done = inkwright(blog)
    assert done.returncode == 1
    assert "posts/good/index.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert "posts/wrong/index.md" in done.stdout


def test_an_unknown_name_is_a_sentence(blog: Path) -> None:
    with pytest.raises(UsageError, match="good"):
        list(run(open_workspace(blog), ["goot"], "2026-01-02"))


def test_a_post_that_changed_meanwhile_is_not_overwritten(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = blog / "posts/wrong/index.md"

    def typed_meanwhile(*arguments: object) -> object:
        place.write_text(WRONG + "typed meanwhile", encoding="utf-8")
        return prove(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("inkwright.flows.run.prove", typed_meanwhile)
    with pytest.raises(ConflictError, match="changed on disk"):
        list(run(open_workspace(blog), ["wrong"], "2026-01-02", RunOptions(update=True)))
    assert place.read_text(encoding="utf-8").endswith("typed meanwhile")


def post(blog: Path, name: str, text: str, toml: str = "") -> Path:
    (blog / "inkwright.toml").write_text(toml, encoding="utf-8")
    place = blog / "posts" / name / "index.md"
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"---\ntitle: {name}\n---\n\n{text}", encoding="utf-8")
    return place


def ran(blog: Path, name: str, **options: bool) -> PostRun:
    (result,) = run(open_workspace(blog), [name], "2026-01-02", RunOptions(**options))
    return result


def states(result: PostRun) -> list[str]:
    return [snippet.state for snippet in result.snippets]


def test_an_unchanged_post_starts_no_process(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ran(blog, "good")
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a process was started"))
    second = ran(blog, "good")
    assert (first.cached, second.cached, states(second)) == (False, True, ["verified"])


def test_what_a_run_rests_on_makes_it_run_again(blog: Path) -> None:
    place = post(blog, "data", "```python\nprint(open('x.csv').read())\n```\n")
    (place.parent / "x.csv").write_text("1", encoding="utf-8")
    assert not ran(blog, "data").cached
    assert ran(blog, "data").cached
    assert not ran(blog, "data", again=True).cached
    (place.parent / "x.csv").write_text("2", encoding="utf-8")
    assert not ran(blog, "data").cached
    (blog / "uv.lock").write_text("numpy 1", encoding="utf-8")
    assert not ran(blog, "data").cached
    place.write_text(place.read_text(encoding="utf-8").replace("print(", "print(1, "), encoding="utf-8")
    assert not ran(blog, "data").cached


def test_a_failed_post_is_run_again(blog: Path) -> None:
    assert [ran(blog, "wrong").cached for _ in range(2)] == [False, False]


def test_other_languages_run_when_they_are_listed(blog: Path) -> None:
    text = "```bash\nX=3\n```\n\n```sh\necho $X\n```\n\n```output\n3\n```\n\n```go\nfunc\n```\n"
    post(blog, "shell", text)
    assert states(ran(blog, "shell")) == ["unsupported", "unsupported", "unsupported"]
    post(blog, "shell", text, '[run]\nlanguages = { sh = "bash -eu" }\n')
    result = ran(blog, "shell")
    assert states(result) == ["verified", "verified", "unsupported"]
    assert result.snippets[2].reason == "go is not listed under [run] languages"


def test_transcripts_are_compared_and_updated_line_by_line(blog: Path) -> None:
    text = "```pycon\n>>> x = 2\n>>> x + 2\n5\n\n>>> x\n2\n```\n\n```console\n$ echo a\nb\n```\n"
    place = post(blog, "talk", text, '[run]\nlanguages = { bash = "bash" }\n')
    result = ran(blog, "talk")
    assert [(snippet.state, snippet.failed_line) for snippet in result.snippets] == [("failed", 8), ("failed", 16)]
    assert ran(blog, "talk", update=True).failed == 0
    after = text.replace("\n5\n", "\n4\n").replace("\nb\n", "\na\n")
    assert place.read_text(encoding="utf-8").endswith(f"---\n\n{after}")


def test_files_and_what_is_made(blog: Path) -> None:
    text = (
        "```python file=tools/helper.py\nanswer = 42\n```\n\n```json file=a.json\n[1]\n```\n\n"
        "```python writes=out.txt\nimport json, tools.helper\n"
        "_ = open('out.txt', 'w').write(str(tools.helper.answer + json.load(open('a.json'))[0]))\n"
        "_ = open('left.txt', 'w').write('x')\n```\n"
    )
    place = post(blog, "files", text)
    before = ran(blog, "files")
    assert [(snippet.state, snippet.cause) for snippet in before.snippets] == [
        ("verified", ""),
        ("failed", "file not saved"),
    ]
    assert before.snippets[1].wrote == ("left.txt",)
    assert [entry.name for entry in place.parent.iterdir()] == ["index.md"]
    updated = ran(blog, "files", update=True)
    assert (updated.made, updated.failed) == (("out.txt",), 0)
    assert (place.parent / "out.txt").read_text(encoding="utf-8") == "43"
    assert sorted(entry.name for entry in place.parent.iterdir()) == ["index.md", "out.txt"]
    assert ran(blog, "files").cached
    (place.parent / "out.txt").write_text("44", encoding="utf-8")
    assert ran(blog, "files").snippets[1].cause == "file differs"


PYPLOT = """
numbers = [1]
def get_fignums(): return numbers
def close(what): numbers.clear()
class figure:
    def __init__(self, number): pass
    def savefig(self, name, metadata): open(name, "w").write("<svg/>")
"""


def test_open_figures_are_kept_under_the_name_that_the_fence_gives(blog: Path) -> None:
    text = "```python figure=plot.svg\nimport matplotlib.pyplot\n```\n\n![](plot.svg)\n"
    place = post(blog, "figure", text)
    library = place.parent / "matplotlib"
    library.mkdir()
    (library / "__init__.py").write_text("rcParams = {}\n", encoding="utf-8")
    (library / "pyplot.py").write_text(PYPLOT, encoding="utf-8")
    assert ran(blog, "figure").snippets[0].cause == "figure not saved"
    assert not (place.parent / "plot.svg").exists()
    updated = ran(blog, "figure", update=True)
    assert (place.parent / "plot.svg").read_text(encoding="utf-8") == "<svg/>"
    assert updated.snippets[0].cause == "no alt text"
    place.write_text(place.read_text(encoding="utf-8").replace("![]", "![A plot]"), encoding="utf-8")
    assert ran(blog, "figure").failed == 0
    place.write_text(text.replace("import matplotlib.pyplot", "x = 1").replace("![]", "![A plot]"), encoding="utf-8")
    assert ran(blog, "figure").snippets[0].cause == "figure missing"


def test_norun_wants_a_reason(blog: Path) -> None:
    post(blog, "norun", "```python norun\nx\n```\n\n```python norun='a GPU'\nx\n```\n")
    result = ran(blog, "norun")
    assert [(snippet.state, snippet.cause) for snippet in result.snippets] == [("failed", "no reason"), ("skipped", "")]


def test_the_report_counts_reasons_and_other_languages(blog: Path) -> None:
    post(blog, "share", GOOD.partition("---\n\n")[2] + "\n```python norun='a GPU'\nx\n```\n\n```go\nx\n```\n")
    printed = json.loads(inkwright(blog, "share", "wrong", "--report", "--format", "json").stdout)
    assert printed["shares"][0] == {"verified": 1, "runnable": 2, "with_reason": 1, "other": 1}
    assert printed["total"] == {"verified": 1, "runnable": 3, "with_reason": 1, "other": 1}
    shown = inkwright(blog, "share", "wrong", "--report").stdout
    assert "total" in shown
    assert "33 %" in shown


def test_isolated_with_other_packages_is_another_run(blog: Path) -> None:
    post = blog / "posts/alone/index.md"
    post.parent.mkdir()
    post.write_text("---\ntitle: Alone\nrequires: []\n---\n\n```python\nprint(4)\n```\n", encoding="utf-8")
    assert [ran(blog, "alone", isolated=True).cached for _ in range(2)] == [False, True]
    post.write_text(post.read_text(encoding="utf-8").replace("[]", "[nosuch]"), encoding="utf-8")
    assert "nosuch" in ran(blog, "alone", isolated=True).error


def test_isolated_asks_before_the_network_and_needs_nothing_when_nothing_is_declared(blog: Path) -> None:
    post(blog, "alone", "```python\nimport click\n```\n")
    result = ran(blog, "alone", isolated=True)
    assert result.snippets[0].cause == "missing package"
    assert "click" in result.snippets[0].reason
    place = post(blog, "needs", "```python\nimport click\n```\n")
    place.write_text(
        place.read_text(encoding="utf-8").replace("---\n\n", "requires: [click]\n---\n\n"), encoding="utf-8"
    )
    asked = ran(blog, "needs", isolated=True)
    assert "--online" in asked.error
    assert "click" in asked.error


def test_a_hostile_post_ends_and_the_next_one_runs(blog: Path) -> None:
    codes = (
        "while True: pass",
        "block = 'x' * 1_000_000\nfor _ in range(1000): print(block)",
        "import os, signal\nos.killpg(os.getpgid(os.getppid()), signal.SIGKILL)\nwhile True: pass",
        "input()",
        "open('/etc/inkwright-was-here', 'w')",
        "print('still here')",
    )
    fences = "".join(f"```python\n{code}\n```\n\n" for code in codes)
    post(blog, "a-hostile", fences, "[run]\ntimeout = 1.5\n")
    done = {result.path.split("/")[1]: result for result in run(open_workspace(blog), [], "2026-01-02")}
    causes = [snippet.cause for snippet in done["a-hostile"].snippets]
    assert causes[:2] == ["time limit", "output limit"]
    assert causes[2] in ("killed", "time limit", "error")
    assert causes[3:] == ["asks for input", "writes outside", ""]
    assert states(done["good"]) == ["verified"]


def test_nothing_that_a_post_prints_acts_on_the_terminal(blog: Path) -> None:
    post(blog, "loud", "```python\nraise ValueError('\\x1b[2J\\u202e\\rok')\n```\n")
    done = inkwright(blog, "loud")
    assert "\\x1b[2J\\u202e" in done.stdout
    assert not {"\x1b", "\u202e"} & set(done.stdout)


def test_no_snippet_writes_over_its_post(blog: Path) -> None:
    place = post(
        blog, "eats", "```python writes=index.md\nimport os\nos.remove('index.md')\nopen('index.md', 'w')\n```\n"
    )
    before = place.read_bytes()
    done = inkwright(blog, "eats", "--update")
    assert (done.returncode, place.read_bytes()) == (1, before)
    assert "`index.md` is the author's to write" in done.stdout
