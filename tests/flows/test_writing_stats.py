"""What the log tells about writing, and how long a post may take."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.estimate import command as estimate_command
from inkwright.cli.commands.stats import command as stats_command
from inkwright.flows.writing_stats import effort, writing_stats
from inkwright.workspace.folder import Workspace, open_workspace

OCTOBER = """- 06:10-07:10 wrote [[a]] +900 words (0→900)
- 21:00-22:00 wrote [[a]] +300 words (900→1200)
- 22:05 ended the draft of [[a]] (1200 words)
"""
NOVEMBER = """# Day

- 06:20-07:20 wrote [[b]] +700 words (0→700)
- 21:30-22:30 wrote [[b]] +500 words (700→1200)
- 12:00 lunch
- 22:40 ended the draft of [[a]] (1300 words)
"""
POST = "---\ntitle: C\n---\n\n## One\n<!-- section: one 400-600 -->\n\nFour words stand here.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    for folder in ("posts", "log"):
        (tmp_path / folder).mkdir()
    (tmp_path / "posts/c.md").write_text(POST)
    (tmp_path / "log/2026-10-05.md").write_text(OCTOBER)
    (tmp_path / "log/2026-11-02.md").write_text(NOVEMBER)
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def fifth(blog: Workspace) -> None:
    blog.append_line("log/2026-11-03.md", "- 09:00-10:00 wrote [[b]] +600 words (1200→1800)")


def test_four_sessions_are_too_few(blog: Workspace) -> None:
    found = writing_stats(blog)
    assert (found.sessions, found.minutes, found.words) == (4, 240, 2400)
    assert found.per_hour is None and not found.best
    assert "4 sessions are" in effort(blog, "c").unknown
    assert "Too little is known" in CliRunner().invoke(stats_command, ["writing"]).output
    assert "Too little is known" in CliRunner().invoke(estimate_command, ["c"]).output


def test_five_sessions_tell_speed_best_hours_and_months(blog: Workspace) -> None:
    fifth(blog)
    found = writing_stats(blog)
    assert found.per_hour == 600
    assert [(hour.hour, hour.per_hour) for hour in found.best] == [(6, 800), (21, 400)]
    assert [(one.month, one.sessions, one.drafts) for one in found.months] == [("2026-10", 2, 1), ("2026-11", 3, 0)]
    text = CliRunner().invoke(stats_command, []).output
    assert "Best hours to begin: 06:00 (800 an hour in 2 sessions), 21:00" in text
    assert json.loads(CliRunner().invoke(stats_command, ["--format", "json"]).output)["writing"]["per_hour"] == 600


def test_the_rest_of_a_post(blog: Workspace) -> None:
    fifth(blog)
    found = effort(blog, "c")
    assert (found.words, found.goal, found.left) == (4, 500, 496)
    assert (found.low, found.high) == (round(496 * 60 / 700), round(496 * 60 / 500))
    text = CliRunner().invoke(estimate_command, ["c"]).output
    assert "496 words to go: 43 min to 1 h (from 5 sessions on all posts)" in text
    assert json.loads(CliRunner().invoke(estimate_command, ["c", "--format", "json"]).output)["estimate"]["low"] == 43


def test_an_empty_log(blog: Workspace) -> None:
    for name in ("2026-10-05", "2026-11-02"):
        blog.path(f"log/{name}.md").unlink()
    assert "No session is in the log yet" in CliRunner().invoke(stats_command, []).output


def test_one_short_session_is_one_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "log").mkdir()
    (tmp_path / "log/2026-11-02.md").write_text("- 09:00-09:20 wrote [[b]] +60 words (0→60)\n")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(stats_command, []).output.startswith("1 session, 20 minutes, +60 words\n")
