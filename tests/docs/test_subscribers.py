"""The guide to readers tells what the commands do."""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands import subscribers
from inkwright.cli.main import main
from inkwright.ledger.backup import KEPT
from inkwright.newsletter.csv_formats import FORMATS

GUIDE = (Path(__file__).parents[2] / "docs/guide/subscribers.md").read_text(encoding="utf-8")
SUBSTACK = "email,active_subscription,email_disabled\na@example.com,true,false\nb@example.com,false,true\nnobody,,\n"
DAY = f"{datetime.now(UTC):%Y-%m-%d}"


def test_every_word_option_and_format_is_in_the_guide():
    for name, command in subscribers.command.commands.items():
        assert f"subscribers {name}" in GUIDE
        options = [word for option in command.params for word in option.opts if word.startswith("--")]
        assert [word for word in options if word not in GUIDE] == []
    services = [one.label for one in FORMATS if one.name not in ("inkwright", "csv")]
    assert [label for label in services if label not in GUIDE] == []
    assert KEPT == 14 and "fourteen are kept" in GUIDE


def test_the_commands_of_the_guide_do_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_LEDGER", raising=False)
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "list.csv").write_text(SUBSTACK)
    shown = re.findall(r"^\$ inkwright (.+)\n((?:[^$`].*\n|\n)*)", GUIDE, re.M)
    assert len(shown) == 3
    for words, output in shown:
        done = CliRunner().invoke(main, shlex.split(words), standalone_mode=False)
        told = done.stdout + done.stderr
        assert all(re.sub(r"\d{4}-\d\d-\d\d", DAY, line) in told for line in output.splitlines()), words
    (settings,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.S)
    (tmp_path / "inkwright.toml").write_text(settings)
    (words,) = re.findall(r"`inkwright (subscribers add \S+ --list \w+)`", GUIDE)
    CliRunner().invoke(main, shlex.split(words), catch_exceptions=False)
    shown = CliRunner().invoke(main, ["subscribers", "list", "--list", "gpu"]).output
    assert shown.splitlines()[-1].split()[:2] == ["ada@example.com", "Ada"]
