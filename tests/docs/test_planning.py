"""The guide to planning: its week is one, its command runs."""

import re
from pathlib import Path

from click.testing import CliRunner

from inkwright.cli.commands.plan import week
from inkwright.cli.main import main
from inkwright.workspace.folder import open_workspace

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "planning.md").read_text(encoding="utf-8")


def test_the_week_of_the_guide_is_kept(tmp_path, monkeypatch):
    settings = re.search(r"```toml\n(.*?)```", GUIDE, re.S)[1]
    (tmp_path / "inkwright.toml").write_text(settings)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/kv-cache.md").write_text("---\ntitle: KV\n---\n\nx\n")
    monkeypatch.chdir(tmp_path)
    assert len(open_workspace().settings.plan.week) == 3
    line = next(line for line in GUIDE.splitlines() if line.startswith("$ inkwright plan week") and "--ics" in line)
    result = CliRunner().invoke(main, line.split()[2:])
    assert result.exit_code == 0, result.output
    assert "4.5 hours in 3 sittings" in result.output
    assert (tmp_path / "week.ics").is_file()


def test_every_option_is_in_the_guide():
    options = [option for one in week.params for option in one.opts if option.startswith("--") and option != "--format"]
    assert options
    assert all(option in GUIDE for option in options)
