"""Baseline, ignores that stay, and the phase of the writer, as the command does them."""

import json
import sys
from pathlib import Path

import pytest

from inkwright.cli.main import run
from inkwright.flows.check_phase import HABIT_POSTS, phase

TODAY = "2026-11-21"
POST = "posts/a/index.md"
HEAD = "---\ntitle: A cache\ndate: 2026-01-02\n---\n\n"
WEAK = "The cache is very fast.\n"
BROKEN = "\nSee [the notes](./gone.md).\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("inkwright.toml", "")
    write(POST, HEAD + WEAK + BROKEN)
    return tmp_path


def write(path: str, text: str) -> None:
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def call(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["inkwright", "check", *args])
        with pytest.raises(SystemExit) as ended:
            run()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return call


def rules(said: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(said)["findings"]]


def test_after_a_baseline_only_new_findings_show_and_block(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    assert command()[0] == 1
    code, said, _ = command("--baseline")
    assert (code, said.startswith("inkwright/baseline.json keeps ")) == (0, True)
    code, said, _ = command("--new", "--format", "json")
    assert (code, rules(said)) == (0, [])
    write(
        POST, HEAD + "Something else came first, in 3 words.\n\n" + WEAK + BROKEN + "\nSee [what we kept](./lost.md).\n"
    )
    code, said, _ = command("--new", "--format", "json")
    assert (code, rules(said)) == (1, ["broken-link"])
    assert len(rules(command("--format", "json")[1])) > 1


def test_a_sentence_that_was_copied_is_new_once(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    command("--baseline")
    write(POST, HEAD + WEAK + BROKEN + BROKEN)
    assert rules(command("--new", "--format", "json")[1]).count("broken-link") == 1


def test_the_baseline_is_sorted_readable_and_keeps_other_files(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    write("posts/b/index.md", HEAD + BROKEN)
    write("posts/c/index.md", HEAD + BROKEN)
    command("--baseline")
    whole = Path("inkwright/baseline.json").read_text(encoding="utf-8")
    command("--baseline")
    assert Path("inkwright/baseline.json").read_text(encoding="utf-8") == whole
    kept = json.loads(whole)
    assert kept["version"] == 1
    assert list(kept["findings"]) == sorted(kept["findings"]) == [POST, "posts/b/index.md", "posts/c/index.md"]
    assert all(names == sorted(names) for names in kept["findings"].values())
    Path("posts/c/index.md").unlink()
    write(POST, HEAD)
    command("--baseline", POST)
    after = json.loads(Path("inkwright/baseline.json").read_text(encoding="utf-8"))["findings"]
    assert after["posts/b/index.md"] == kept["findings"]["posts/b/index.md"]
    assert "posts/c/index.md" not in after
    assert not any(name.startswith("broken-link") for name in after.get(POST, []))


def test_an_ignored_finding_stays_away_after_the_text_moves(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    before = Path(POST).read_bytes()
    code, said, _ = command(POST, "--ignore", "8:broken-link")
    assert code == 0
    assert "[broken-link]" in said
    assert "inkwright/posts/a.toml" in said
    assert Path(POST).read_bytes() == before
    assert command(POST)[0] == 0
    write(POST, HEAD + "# A heading\n\nMore in front.\n" + BROKEN + "\nAnd below.\n")
    assert "broken-link" not in rules(command(POST, "--format", "json")[1])
    write(POST, HEAD + "See [the numbers](./gone.md).\n")
    assert "broken-link" in rules(command(POST, "--format", "json")[1])


def test_ignores_add_up_and_a_line_alone_means_all_of_it(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    command(POST, "--ignore", "8:broken-link")
    command("a", "--ignore", "6")
    found = json.loads(command(POST, "--format", "json")[1])["findings"]
    assert not [one for one in found if one["line"] in (6, 8)]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((POST, "--ignore", "8:weasel-word"), "This line has broken-link"),
        ((POST, "--ignore", "8:brokn-link"), "broken-link"),
        ((POST, "--ignore", "500"), "500"),
        ((POST, "--ignore", "weasel-word"), "LINE:RULE"),
        (("--ignore", "8"), "one post"),
        (("--new",), "inkwright check --baseline"),
        (("--new", "--baseline"), "one at a time"),
    ],
)
def test_wrong_use_is_one_sentence_and_keeps_nothing(blog: Path, command, args, said) -> None:  # type: ignore[no-untyped-def]
    code, out, err = command(*args)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
    assert not Path("inkwright").exists()


def test_a_baseline_that_is_none_is_named(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    for wrong in ("{", "[]", '{"findings": 3}'):
        write("inkwright/baseline.json", wrong)
        code, _, err = command("--new")
        assert code == 2
        assert "inkwright/baseline.json" in err


@pytest.mark.parametrize("args", [("--baseline",), ("--new",), ("--ignore", "1")])
def test_outside_a_workspace_nothing_is_kept(tmp_path: Path, monkeypatch, command, args) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    write("a.md", WEAK)
    code, _, err = command("a.md", *args)
    assert code == 2
    assert "workspace" in err
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def many() -> str:
    return HEAD + "".join(f"Case {number} is very good.\n\n" for number in range(12)) + BROKEN


def test_habit_shows_what_blocks_and_five_cuts(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    write(POST, many())
    code, said, _ = command()
    total = len(rules(command("--format", "json")[1]))
    shown = [line for line in said.splitlines() if line.startswith(f"{POST}:")]
    assert code == 1
    assert sum(": error: " in line for line in shown) == 1
    assert len(shown) == 6
    assert f"... and {total - 6} more; --all shows them." in said
    for option in ("--all", "--no-adapt"):
        code, said, _ = command(option)
        assert code == 1
        assert sum(line.startswith(f"{POST}:") for line in said.splitlines()) == total


def test_the_setting_counts_more_than_the_posts(blog: Path, command) -> None:  # type: ignore[no-untyped-def]
    write(POST, many())
    write("inkwright.toml", '[check]\nphase = "quality"\n')
    assert "--all" not in command()[1]
    write("inkwright.toml", '[check]\nphase = "habits"\n')
    code, _, err = command()
    assert code == 2
    assert "inkwright.toml:2" in err


def test_six_published_posts_end_the_habit(blog: Path) -> None:
    for number in range(1, HABIT_POSTS):
        assert phase([POST], TODAY) == "habit"
        write(f"posts/p{number}/index.md", HEAD)
    assert phase([POST], TODAY) == "quality"
    write("posts/p1/index.md", HEAD.replace("title", "draft: true\ntitle"))
    assert phase([POST], TODAY) == "habit"
    write("posts/p1/index.md", HEAD.replace("2026", "2027"))
    assert phase([], TODAY) == "habit"


def test_outside_a_workspace_nobody_knows_the_writer(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WEAK, encoding="utf-8")
    assert phase([str(tmp_path / "a.md")], TODAY) == "quality"
