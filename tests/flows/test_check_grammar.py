"""Asking Harper: which texts are sent, what is kept, what is said when there is no answer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.cli.main import run
from inkwright.flows import check_grammar
from inkwright.flows.check import check
from inkwright.flows.check_grammar import ask_grammar
from inkwright.model.answers import Answers
from inkwright.model.errors import UsageError
from inkwright.process.harper import Harper

TODAY = "2026-11-21"
PROGRAM = Path(__file__).parent.parent / "process" / "fake_harper.py"
FAKE = Harper((sys.executable, str(PROGRAM)), "1")
SLIP = "It had went down twice.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder; the fake program notes its starts in `bin` beside it."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "blog").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path / "blog")
    return tmp_path


def sent(folder: Path) -> list[list[str]]:
    """The texts of each start so far."""
    log = folder / "bin" / "starts.log"
    return [json.loads(line)["texts"] for line in log.read_text().splitlines()] if log.exists() else []


def asked(*paths: str, wanted: bool | None = True, find: Harper | None = FAKE) -> tuple[check_grammar.Slips, list[str]]:
    said: list[str] = []
    return ask_grammar(paths, wanted, said.append, lambda: find), said


def findings(*paths: str) -> list[str]:
    answers = Answers(slips=asked(*paths)[0])
    return [
        f"{one.path}: {one.document.slice(finding.span)}"
        for one in check(paths, TODAY, answers=answers)
        for finding in one.findings
        if finding.rule == "grammar-slip"
    ]


def command(monkeypatch: pytest.MonkeyPatch, *args: str) -> object:
    """The exit code of `check` with these arguments."""
    monkeypatch.setattr(sys, "argv", ["inkwright", "check", *args])
    monkeypatch.setattr(ask_grammar, "__defaults__", (lambda: FAKE,))
    with pytest.raises(SystemExit) as ended:
        run()
    return ended.value.code


def post(name: str, text: str = SLIP) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_many_files_are_one_start_and_each_text_is_sent_once(folder: Path) -> None:
    paths = [post(f"{number}.md", f"{SLIP}\nPost {number}.\n") for number in range(50)]
    slips, _ = asked(*paths)
    (texts,) = sent(folder)
    assert "".join(texts).count("had went") == 1
    assert len(slips) == 51


def test_a_great_deal_is_sent_in_several_lots(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_grammar, "AT_ONCE", 2)
    words = "The cache was cold and the disk was slow again. " * 1000
    path = post("a.md", "".join(f"Part {number}. {words}It had went {number}.\n\n" for number in range(5)))
    slips, _ = asked(path)
    assert [len(texts) for texts in sent(folder)] == [2, 2, 1]
    assert [len(found) for found in slips.values()] == [1] * 5


def test_unchanged_posts_start_no_program_and_a_changed_paragraph_is_sent_alone(folder: Path) -> None:
    Path("inkwright.toml").write_text("")
    path = post("a.md", f"{SLIP}\nThe disk is full.\n")
    first, _ = asked(path)
    assert asked(path)[0] == first
    assert len(sent(folder)) == 1
    post("a.md", f"{SLIP}\nThe disk had went.\n")
    assert len(asked(path)[0]) == 2
    assert sent(folder)[1:] == [["The disk had went."]]


def test_another_edition_is_asked_anew(folder: Path) -> None:
    Path("inkwright.toml").write_text("")
    asked(post("a.md"))
    asked("a.md", find=Harper(FAKE.command, "2"))
    assert len(sent(folder)) == 2


def test_outside_a_workspace_nothing_is_kept(folder: Path) -> None:
    asked(post("a.md"))
    assert [place.name for place in Path().iterdir()] == ["a.md"]


def test_without_the_wish_nothing_is_asked(folder: Path) -> None:
    assert asked(post("a.md"), wanted=None) == ({}, [])
    Path("inkwright.toml").write_text("[check]\ngrammar = true\n")
    assert asked("a.md", wanted=False) == ({}, [])
    assert sent(folder) == []
    assert len(asked("a.md", wanted=None)[0]) == 1


def test_wanted_outright_it_must_be_there_and_set_it_is_a_remark(folder: Path) -> None:
    Path("inkwright.toml").write_text("[check]\ngrammar = true\n")
    with pytest.raises(UsageError, match=r'not installed. Install it: pip install "inkwright\[grammar\]"'):
        asked(post("a.md"), find=None)
    slips, said = asked("a.md", wanted=None, find=None)
    assert slips == {} and len(said) == 1 and 'pip install "inkwright[grammar]"' in said[0]


def test_a_program_that_fails_is_a_remark(folder: Path) -> None:
    assert asked(post("a.md", "FAKE stammers.\n")) == (
        {},
        ["the grammar checker Harper was of no use: its answer cannot be read; everything else was checked."],
    )


def test_a_file_that_cannot_be_read_stops_nothing(folder: Path) -> None:
    Path("bad.md").write_bytes(b"\xff\xfe\x00")
    assert len(asked("bad.md", "missing.md", post("a.md"))[0]) == 1


def test_what_a_rule_of_our_own_says_is_not_said_again(folder: Path) -> None:
    assert findings(post("a.md")) == []  # `wrong-verb-form` has it
    assert findings(
        post("b.md", "---\ntitle: x\n---\n<!-- inkwright: allow-file wrong-verb-form -- quoted -->\n" + SLIP)
    ) == ["b.md: went"]


def test_the_command_mends_it_and_checks_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("inkwright.toml").write_text('[check]\noff = ["wrong-verb-form"]\n')
    assert command(monkeypatch, post("a.md"), "--grammar", "--fix", "--unsafe", "--fail-on", "suggestion") == 0
    assert Path("a.md").read_text() == SLIP.replace("went", "gone")


def test_what_was_ignored_stays_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("inkwright.toml").write_text('[check]\noff = ["wrong-verb-form"]\n')
    assert command(monkeypatch, post("a.md"), "--grammar", "--ignore-always", "1:grammar-slip") == 0
    capsys.readouterr()
    command(monkeypatch, "a.md", "--grammar")
    assert "grammar-slip" not in capsys.readouterr().out


@pytest.mark.parametrize("more", [["-"], ["a.md", "--watch"]])
def test_it_does_not_go_with_a_stream(folder: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]) -> None:
    post("a.md")
    assert command(monkeypatch, "--grammar", *more) == 2


def test_a_user_without_the_extra_is_told_what_to_install(folder: Path) -> None:
    """The command as a process, in which the package cannot be found."""
    post("a.md")
    code = (
        "import importlib.util as u, sys; find = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'harper' else find(name, *rest)\n"
        "sys.argv = ['inkwright', 'check', 'a.md', *sys.argv[1:]]\n"
        "from inkwright.cli.main import run; run()"
    )
    flag = subprocess.run([sys.executable, "-c", code, "--grammar"], capture_output=True, text=True, check=False)
    assert flag.returncode == 2
    assert flag.stderr.count("\n") == 1 and 'pip install "inkwright[grammar]"' in flag.stderr
    Path("inkwright.toml").write_text("[check]\ngrammar = true\n")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "had went" in done.stdout and 'pip install "inkwright[grammar]"' in done.stderr
