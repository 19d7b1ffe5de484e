"""The guide to reading tells what the commands do."""

import re
from pathlib import Path

from click.testing import CliRunner

from inkwright.cli.commands import reading
from inkwright.cli.main import main
from inkwright.flows.reading_steps import SOON
from inkwright.notes.reading_feeds import FIRST, MOST

GUIDE = (Path(__file__).parents[2] / "docs/guide/reading.md").read_text(encoding="utf-8")


def test_every_word_and_option_is_in_the_guide():
    for name, command in reading.command.commands.items():
        assert f"reading {name}" in GUIDE
        options = [word for option in command.params for word in option.opts if word.startswith("--")]
        assert [word for word in options if word not in GUIDE and word != "--format"] == []


def test_keys_and_limits_are_those_of_the_program():
    assert all(f"| `{key}` |" in GUIDE for key in "pcdq") and "| space |" in GUIDE
    assert (MOST, FIRST, SOON) == (10, 14, 10) and "at most ten" in GUIDE and "two weeks back" in GUIDE
    assert "in the last ten days" in GUIDE


def test_the_commands_of_the_guide_do_what_it_shows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").touch()
    shown = re.findall(r"^\$ inkwright (.+)\n((?:[^$`\n].*\n)*)", GUIDE, re.M)
    assert len(shown) == 2
    for words, output in shown:
        arguments = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', words)]
        done = CliRunner().invoke(main, arguments, standalone_mode=False)
        assert done.exception is None and done.output.startswith(output), words
    log = next((tmp_path / "log").iterdir()).read_text()
    assert "read The book about queues [minutes:: 50]" in log and "- [x] " in (tmp_path / "reading.md").read_text()
