"""Languages besides Python: a shell and node keep their state, any other gets a process for each snippet."""

import shutil
from pathlib import Path

import pytest

from inkwright.model.snippet import Cell, CellResult
from inkwright.process.languages import known_languages, line_of
from inkwright.process.launch import Limits
from inkwright.process.runner import Runner

BASH = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
NODE = pytest.mark.skipif(not shutil.which("node"), reason="needs node")


def ran(folder: Path, language: str, command: str, *codes: str, mode: str = "cell") -> list[CellResult]:
    cells = [Cell(number, language, f"{code}\n", mode) for number, code in enumerate(codes, 1)]  # type: ignore[arg-type]
    return Runner(folder, Limits(timeout=10.0, commands={language: command})).run(cells)


@BASH
def test_snippets_of_a_shell_share_it(tmp_path: Path) -> None:
    results = ran(tmp_path, "bash", "bash -eu", 'X=3; f() { echo "f $1"; }; cd /', "f $X", "pwd; cat")
    assert [result.output for result in results] == ["", "f 3\n", "/\n"]


@BASH
def test_a_command_that_fails_is_named_with_its_line_and_status(tmp_path: Path) -> None:
    first, second, third = ran(tmp_path, "bash", "bash -eu", "X=1", "echo on\nls /no-such\necho off", "echo ${X:-gone}")
    assert (first.state, second.output, second.error_name, second.error_line) == ("ok", "on\n", "exit 2", 2)
    assert "no-such" in second.error_message
    assert (third.output, third.lost) == ("gone\n", True)
    (unbound,) = ran(tmp_path, "bash", "bash -eu", "echo 1\necho $NOT_SET")
    assert (unbound.error_line, "NOT_SET" in unbound.error_message) == (2, True)


@BASH
def test_statements_of_a_shell_transcript_may_fail_and_show_their_errors(tmp_path: Path) -> None:
    first, second = ran(tmp_path, "bash", "bash -eu", "ls /no-such", "echo on", mode="exchange")
    assert ("no-such" in first.output, first.error_name, second.output) == (True, "exit 2", "on\n")


@BASH
def test_a_shell_that_hangs_or_leaves_is_followed_by_another(tmp_path: Path) -> None:
    cells = [Cell(1, "bash", "sleep 60 & wait\n"), Cell(2, "bash", "exit 0\n"), Cell(3, "bash", "echo on\n")]
    first, second, third = Runner(tmp_path, Limits(timeout=1.0, commands={"bash": "bash"})).run(cells)
    assert (first.state, second.state, third.output) == ("timeout", "ok", "on\n")


@NODE
def test_snippets_of_node_share_their_scope(tmp_path: Path) -> None:
    (tmp_path / "local.mjs").write_text("export default 7; export const b = 8;", encoding="utf-8")
    codes = (
        "const a = 3; console.log(a)",
        "import path, { basename as base } from 'node:path'\nimport x, { b } from './local.mjs'\nconsole.log(a, x, b)",
        "console.log(base('x/y'), typeof path.join, require('os').EOL.length)",
        "const late = await new Promise((done) => setTimeout(() => done(5), 20))\nconsole.log(late)",
    )
    results = ran(tmp_path, "javascript", "node", *codes)
    assert [result.output for result in results] == ["3\n", "3 7 8\n", "y function 1\n", "5\n"]


@NODE
def test_errors_of_node_have_their_name_and_line(tmp_path: Path) -> None:
    first, second, third = ran(
        tmp_path, "javascript", "node", "let x = 1\nboom()", "x +", "console.log(x); process.exit(2)"
    )
    assert (first.error_name, first.error_line) == ("ReferenceError", 2)
    assert second.error_name == "SyntaxError"
    assert (third.state, third.output) == ("killed", "1\n")


def test_any_other_language_gets_its_snippet_as_a_file(tmp_path: Path) -> None:
    first, second = ran(tmp_path, "awk", "awk -f", "BEGIN { print 3 }", "BEGIN { exit 4 }")
    assert (first.output, second.error_name) == ("3\n", "exit 4")
    (placed,) = ran(tmp_path, "words", "wc -w {file}", "one two three")
    assert placed.output.split()[0] == "3"


def test_how_commands_are_understood() -> None:
    found = known_languages(
        {"bash": "/bin/bash -eu", "javascript": "node", "typescript": "node --import tsx"}, "python3"
    )
    assert {name: language.way for name, language in found.items()} == {
        "python": "python", "bash": "shell", "javascript": "node", "typescript": "file",
    }  # fmt: skip
    assert known_languages({"python": "python3.12"}, "x")["python"].command == ("python3.12",)


def test_the_line_in_a_complaint() -> None:
    script = Path("/run/snippet2.rb")
    assert line_of("/run/snippet2.rb:7:in `f': no (Error)", script) == 7
    assert line_of("snippet2.rb: line 3: x: unbound variable", script) == 3
    assert line_of("something else:9", script) == 0
