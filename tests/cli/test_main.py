"""The face: help from file names, one sentence for an error, the exit codes of the contract."""

import importlib
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from inkwright.cli.main import GROUPS, command_names, describe, main, module_name

HEAVY = ("msgspec", "yaml", "asyncio", "importlib.metadata", "rich", "pyromark", "pygments", "minijinja", "tomlkit")


def inkwright(*args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "inkwright", *args], capture_output=True, text=True, check=False, cwd=cwd
    )


@pytest.mark.parametrize("name", command_names())
def test_every_command_has_a_line_a_group_and_an_example(name: str) -> None:
    summary, group = describe(name)
    assert len(summary) > 10
    assert group in GROUPS
    command = importlib.import_module(f"inkwright.cli.commands.{module_name(name)}").command
    assert isinstance(command, click.Command)
    assert f"inkwright {name}" in (command.epilog or ""), "the epilog shows an example"
    assert command.help


@pytest.mark.parametrize("name", command_names())
def test_what_prints_json_has_a_schema(name: str) -> None:
    module = importlib.import_module(f"inkwright.cli.commands.{module_name(name)}")
    options = {option for parameter in module.command.params for option in parameter.opts}
    assert not options.intersection({"--format"}) or hasattr(module, "OUTPUT")


def test_schemas_are_printed() -> None:
    names = inkwright("schema").stdout.splitlines()
    assert len(names) > 30
    for name in names:
        done = CliRunner().invoke(main, ["schema", *name.split()])
        assert done.exit_code == 0, (name, done.output)
        assert '"$ref"' in done.stdout or '"type"' in done.stdout


def test_an_unknown_command_is_one_sentence() -> None:
    done = inkwright("schemaa")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "inkwright schema" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_missing_choice_is_one_line() -> None:
    done = inkwright("export", "warm")
    assert done.returncode == 2
    assert done.stderr.startswith("inkwright: Missing option '--to'. Choose from: astro,")
    assert len(done.stderr.splitlines()) == 1


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom inkwright.cli.main import main\n"
        "main(['--help'], standalone_mode=False, prog_name='inkwright')\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "Usage: inkwright" in done.stdout


def test_version_and_bare_call() -> None:
    assert inkwright("--version").stdout.startswith("inkwright, version 0")
    bare = inkwright()
    assert bare.returncode == 0
    assert "Usage:" in bare.stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("paper", "add"), "Missing argument 'SOURCE...'. For example: inkwright paper add refs.bib\n"),
        (("search",), "Missing argument 'WORDS...'. For example: inkwright search \"triton kernel\""),
        (("today", "--minutes", "x"), "'x' is not a whole number."),
        (("plan", "week", "a", "--start", "2027-13-01"), "'2027-13-01' is no date; write it as 2027-01-31."),
    ],
)
def test_wrong_use_is_told_in_plain_words_with_an_example(typed: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = inkwright(*typed, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


def test_what_ends_is_not_searched_for_cycles_once_more() -> None:
    code = (
        "import atexit, gc, sys\natexit.register(lambda: print(gc.get_freeze_count() > 0))\n"
        "from inkwright.cli.main import run\nsys.argv = ['inkwright', '--version']\nrun()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True"
