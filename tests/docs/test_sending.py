"""What the guide to sending says is what happens."""

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.newsletter import outcome, retry, sending
from inkwright.workspace.settings import load_settings

GUIDE = (Path(__file__).parents[2] / "docs/guide/sending.md").read_text(encoding="utf-8")


def test_the_settings_are_ones(tmp_path: Path) -> None:
    (written,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.S)
    (tmp_path / "inkwright.toml").write_text(written, encoding="utf-8")
    found = load_settings(tmp_path / "inkwright.toml")
    assert (found.relay.host, found.relay.connections, found.newsletter.bounces) == ("smtp.me.dev", 4, "bounces@me.dev")


def test_each_option_that_is_named_is_one() -> None:
    for line in re.findall(r"`inkwright (newsletter [^`]*)`", GUIDE):
        verb, *options = [word for word in shlex.split(line)[1:] if word.startswith("--") or word.isalpha()]
        said = CliRunner().invoke(main, ["newsletter", verb, "--help"])
        assert said.exit_code == 0, line
        assert all(option in said.output for option in options if option.startswith("--")), line


def test_the_times_of_the_table_are_those_of_the_program() -> None:
    waits = [int(wait.total_seconds() // 60) for wait in retry._WAITS]
    assert waits == [5, 15, 45, 2 * 60, 5 * 60, 10 * 60, 20 * 60]
    assert "after 5, 15, 45 minutes, 2, 5, 10, 20 hours; failed after the eighth try" in GUIDE
    assert retry.TRIES == 8
    assert (outcome.MOST / outcome.WINDOW, outcome.FIRST) == (0.2, 10)
    assert (sending.OUTAGE, sending.LEDGER_WAIT) == (120.0, 10.0)
