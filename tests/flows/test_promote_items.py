"""Ticking off, the gate, the calendar and today's step."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from click.testing import CliRunner

from inkwright.cli.commands.promote import command
from inkwright.flows.board import board
from inkwright.flows.load import load_site
from inkwright.flows.promote import Wish, promote
from inkwright.flows.promote_calendar import save_items
from inkwright.flows.promote_items import tick
from inkwright.flows.promote_steps import promotion_steps
from inkwright.flows.today import steps
from inkwright.model.errors import UsageError
from inkwright.promote.checklist import ITEMS
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record

from .promote_blog import SETTINGS, TODAY, make_blog, snapshot


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    return make_blog(tmp_path)


def gate(blog: Workspace) -> tuple[bool, str, str]:
    found = next(one for one in board(blog, TODAY).posts[0].gates if one.stage == "promoted")
    return found.passed, found.missing, found.command


def test_what_is_ticked_off_is_kept_and_can_be_taken_back(blog: Workspace) -> None:
    tick(blog, "slow-cache", ["linkedin", "2"], TODAY)
    again = {item.id: item for item in tick(blog, "slow-cache", ["linkedin"], "2026-12-01").items}
    assert again["linkedin"].done == again["x"].done == TODAY
    assert load_record(blog, "slow-cache").promotion["done"] == {"linkedin": TODAY, "x": TODAY}
    after = {item.id: item for item in tick(blog, "slow-cache", ["x"], TODAY, undo=True).items}
    assert after["x"].open and after["linkedin"].done
    tick(blog, "slow-cache", ["linkedin"], TODAY, undo=True)
    assert "done" not in load_record(blog, "slow-cache").promotion


def test_drafts_made_later_keep_what_is_done(blog: Workspace) -> None:
    tick(blog, "slow-cache", ["linkedin"], TODAY)
    found = promote(blog, "slow-cache", TODAY, Wish(("x",)))
    assert next(item for item in found.items if item.id == "linkedin").done == TODAY


def test_an_unknown_item_changes_nothing(blog: Workspace) -> None:
    before = snapshot(blog.root)
    for typed in (["linkedin", "pigeons"], []):
        with pytest.raises(UsageError):
            tick(blog, "slow-cache", typed, TODAY)
    assert snapshot(blog.root) == before


def test_the_gate_reads_the_list(blog: Workspace) -> None:
    assert gate(blog) == (False, "not yet", "inkwright promote slow-cache")
    promote(blog, "slow-cache", TODAY, Wish(("x",)))
    assert gate(blog) == (False, "the promotion checklist is open", "inkwright promote slow-cache")
    tick(blog, "slow-cache", [item.id for item in ITEMS if item.id != "answer"], TODAY)
    assert gate(blog) == (True, "", "")


def test_a_tutorial_is_not_done_without_its_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blog = make_blog(tmp_path, template="tutorial")
    tick(blog, "slow-cache", [item.id for item in ITEMS if item.id != "answer"], TODAY)
    assert not gate(blog)[0]


def test_open_items_make_a_calendar_whose_entries_move_and_never_double(blog: Workspace) -> None:
    blog.path("inkwright.toml").write_text(SETTINGS + 'timezone = "Europe/Berlin"\n')
    tick(blog, "slow-cache", ["linkedin"], TODAY)
    now = datetime(2026, 11, 21, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    found = promote(blog, "slow-cache", TODAY, Wish(("x",)))
    assert save_items(blog, found, str(blog.root / "a.ics"), now) == (9, 3)
    first = icalendar.Calendar.from_ical((blog.root / "a.ics").read_bytes()).walk("VEVENT")
    assert [event["dtstart"].dt.isoformat() for event in first][:1] == ["2026-11-21T11:00:00+00:00"]
    assert "inkwright promote slow-cache done x" in str(first[0]["description"])
    save_items(blog, found, str(blog.root / "a.ics"), now)
    again = icalendar.Calendar.from_ical((blog.root / "a.ics").read_bytes()).walk("VEVENT")
    assert [event["uid"] for event in again] == [event["uid"] for event in first]
    assert len({event["uid"] for event in first}) == 9


@pytest.mark.parametrize(
    ("hour", "days"), [(9, ["21", "21", "21", "28", "28", "25", "25", "11", "11"]), (15, ["22", "22", "22", "29"])]
)
def test_what_is_over_is_counted_from_now_on_and_no_entry_lies_in_the_past(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hour: int, days: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    blog = make_blog(tmp_path, date="2026-11-11")
    tick(blog, "slow-cache", ["linkedin"], TODAY)
    found = promote(blog, "slow-cache", TODAY, Wish(("x",)))
    now = datetime(2026, 11, 21, hour, tzinfo=ZoneInfo("UTC"))
    assert save_items(blog, found, str(tmp_path / "a.ics"), now)[1] == 5
    made = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    when = [event["dtstart"].dt for event in made]
    assert all(one >= now for one in when)
    assert [f"{one:%d}" for one in when][: len(days)] == days


def test_the_writer_is_told_which_days_are_counted_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_blog(tmp_path, date="2024-01-11")
    said = CliRunner().invoke(command, ["slow-cache", "--ics", "a.ics"]).output
    assert said.endswith("10 of them were due before; their days are counted from now on.\n")


def test_a_post_without_a_date_has_no_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blog = make_blog(tmp_path, date="")
    found = promote(blog, "slow-cache", TODAY, Wish(("x",)))
    with pytest.raises(UsageError, match="no date yet"):
        save_items(blog, found, str(tmp_path / "a.ics"), datetime(2026, 11, 21, tzinfo=ZoneInfo("UTC")))
    assert CliRunner().invoke(command, ["slow-cache"]).output.count("on the day") == 4


def test_a_foreign_file_is_not_written_over(blog: Workspace) -> None:
    (blog.root / "a.ics").write_text("mine")
    found = promote(blog, "slow-cache", TODAY, Wish(("x",)))
    with pytest.raises(UsageError, match="not made here"):
        save_items(blog, found, str(blog.root / "a.ics"), datetime(2026, 11, 21, tzinfo=ZoneInfo("UTC")))


def promotion(blog: Workspace, today: str) -> list[str]:
    return [step.what for step in promotion_steps(blog, load_site(blog, today), today)]


def test_today_names_what_is_due_and_stops_naming_it(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("x",)))
    assert promotion(blog, "2026-11-19") == []
    assert promotion(blog, TODAY) == ["post the LinkedIn draft (and 3 more): slow-cache"]
    tick(blog, "slow-cache", ["linkedin", "x", "reddit", "chat"], TODAY)
    assert promotion(blog, TODAY) == []
    assert promotion(blog, "2026-11-27")[0].startswith("comment on 2-3 related posts")
    assert promotion(blog, "2027-06-01") == []
    assert [step.command for step in steps(blog, "2026-11-27")][-1] == "inkwright promote slow-cache"


def test_a_post_published_this_week_without_drafts_is_named(blog: Workspace) -> None:
    blog.path("inkwright/posts").mkdir(parents=True)
    blog.path("inkwright/posts/slow-cache.toml").write_text('[publishing]\nstate = "published"\n')
    assert promotion(blog, TODAY) == ["tell people of slow-cache"]
    assert promotion(blog, "2026-12-21") == []


def test_a_post_of_this_week_that_git_or_a_hand_published_is_named(blog: Workspace) -> None:
    (step,) = promotion_steps(blog, load_site(blog, TODAY), TODAY)
    assert (step.what, step.command) == ("tell people of slow-cache", "inkwright promote slow-cache")
    assert step.why.startswith("it is dated 2026-11-20")
    assert promotion(blog, "2026-11-19") == promotion(blog, "2026-11-28") == []


@pytest.mark.parametrize("word", ["draft: true", "published: false"])
def test_a_post_that_the_site_does_not_show_is_not_named(blog: Workspace, word: str) -> None:
    post = blog.path("posts/slow-cache.md")
    post.write_text(post.read_text().replace("pillar:", f"{word}\npillar:"))
    assert promotion(blog, TODAY) == []


def test_a_post_that_was_taken_back_is_not_named(blog: Workspace) -> None:
    blog.path("inkwright/posts").mkdir(parents=True)
    blog.path("inkwright/posts/slow-cache.toml").write_text('[publishing]\nstate = "unpublished"\n')
    assert promotion(blog, TODAY) == []


@pytest.mark.parametrize(("name", "said"), [("gone/a.ics", "no folder"), ("posts/slow-cache.md/a.ics", "no folder")])
def test_a_calendar_goes_into_no_folder_that_is_not_there(blog: Workspace, name: str, said: str) -> None:
    before = snapshot(blog.root)
    done = CliRunner().invoke(command, ["slow-cache", "--ics", name])
    assert isinstance(done.exception, UsageError) and said in str(done.exception)
    assert not blog.path("gone").exists() and snapshot(blog.root) == before


def test_who_asks_for_a_calendar_is_shown_that_and_not_all_drafts(blog: Workspace) -> None:
    said = CliRunner().invoke(command, ["slow-cache", "--to", "x,slack", "--ics", "a.ics"]).output
    assert "entries written to a.ics" in said
    assert "2 drafts are in inkwright/promotion/slow-cache, 2 of them new" in said
    assert "[ ]" not in said and "slack.md" not in said
