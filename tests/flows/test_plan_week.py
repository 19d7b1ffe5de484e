"""A week for a post, as a table, as JSON and as a file for the calendar."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from inkwright.cli.commands.plan import command
from inkwright.flows.plan_week import plan_week, save_calendar
from inkwright.model.errors import SettingsError, UsageError
from inkwright.workspace.folder import Workspace, open_workspace

NOW = datetime(2027, 1, 1, 12, tzinfo=UTC)
POST = "---\ntitle: The cache\ndraft: true\npublish_by: 2027-01-06\n---\n\nText.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/cache.md").write_text(POST)
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def ran(*words: str) -> str:
    result = CliRunner().invoke(command, ["week", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_week_of_a_post(blog: Workspace) -> None:
    found = plan_week(blog, "cache", NOW)
    assert (found.minutes, found.title, found.publish_by) == (240, "The cache", "2027-01-06")
    assert found.sittings[0].start.date() == date(2027, 1, 4)
    assert "after its publish-by date 2027-01-06" in ran("cache", "--start", "2027-01-04")
    assert "publish-by" not in ran("cache", "--start", "2026-12-28")


def test_the_settings_have_a_week_of_their_own(blog: Workspace) -> None:
    blog.path("inkwright.toml").write_text('[plan]\nweek = ["sat 9:00 120 draft", "sun 10:30 45 read it aloud"]\n')
    found = json.loads(ran("cache", "--start", "2027-01-04", "--format", "json"))
    assert [(row["start"][:16], row["minutes"], row["what"]) for row in found["sittings"]] == [
        ("2027-01-09T09:00", 120, "draft"), ("2027-01-10T10:30", 45, "read it aloud"),
    ]  # fmt: skip
    assert (found["minutes"], found["post"]) == (165, "cache")


@pytest.mark.parametrize("wrong", ["mon 25:00 30 x", "mon 19:00 0 x", "mon 19:00 30", "may 19:00 30 x", "mon 9 1 x"])
def test_a_slot_that_is_none_is_named_with_its_line(blog: Workspace, wrong: str) -> None:
    blog.path("inkwright.toml").write_text(f'title = "x"\n[plan]\nweek = ["{wrong}"]\n')
    with pytest.raises(SettingsError, match=f"inkwright.toml:3: .*{wrong}"):
        plan_week(open_workspace(blog.root), "", NOW)


def test_without_ics_nothing_is_written_with_it_one_file(blog: Workspace) -> None:
    before = sorted(blog.root.rglob("*"))
    ran("cache")
    assert sorted(blog.root.rglob("*")) == before
    ran("cache", "--start", "2027-01-04", "--ics", "week.ics")
    first = Calendar.from_ical(blog.path("week.ics").read_bytes()).walk("VEVENT")
    blog.path("inkwright.toml").write_text('[plan]\nweek = ["mon 7:00 60 outline", "tue 7:00 60 draft"]\n')
    ran("cache", "--start", "2027-01-04", "--ics", "week.ics")
    second = Calendar.from_ical(blog.path("week.ics").read_bytes()).walk("VEVENT")
    assert [one["UID"] for one in second] == [one["UID"] for one in first[:2]]
    assert [one.start.hour for one in second] == [7, 7]


def test_a_file_of_the_writer_is_never_replaced(blog: Workspace) -> None:
    with pytest.raises(UsageError, match=r"posts/cache\.md: there is already a file"):
        save_calendar(blog, plan_week(blog, "", NOW), "posts/cache.md", NOW)
    assert blog.path("posts/cache.md").read_text() == POST


def test_no_such_post_and_no_such_day(blog: Workspace) -> None:
    with pytest.raises(UsageError, match="there is no post `nope`"):
        plan_week(blog, "nope", NOW)
    with pytest.raises(UsageError, match="no calendar is kept for 9999-12-31"):
        plan_week(blog, "", NOW, date(9999, 12, 31))


def test_a_folder_that_is_not_there_is_said_and_not_made(blog: Workspace) -> None:
    result = CliRunner().invoke(command, ["week", "cache", "--ics", "calendars/week.ics"])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception) == "calendars: there is no folder of that name. Make it, or name another."
    assert not blog.exists("calendars")
