"""At most three next steps that fit."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.today import command
from inkwright.flows.idea import capture_idea
from inkwright.flows.readings import Wanted, import_readings
from inkwright.flows.today import steps
from inkwright.flows.write import begin
from inkwright.workspace.folder import Workspace, open_workspace

TODAY = "2026-11-21"
PLAN = "<!-- plan\n- the tile decides everything\n-->\n"
DRAFT = "---\ntitle: {name}\ndraft: true\ntags: [x]\ntemplate: none\npublish_by: {due}\n---\n\n## One\n{plan}\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def draft(blog: Workspace, name: str, due: str = "", plan: str = PLAN) -> None:
    blog.path(f"posts/{name}.md").write_text(DRAFT.format(name=name, due=due, plan=plan))


def test_an_empty_workspace_begins_with_a_question(blog: Workspace) -> None:
    found = steps(blog, TODAY)
    assert [step.command for step in found] == ["inkwright prompt"]
    assert "no post is on its way" in found[0].why
    assert steps(blog, TODAY, 2) == []


def test_three_at_most_open_first_then_due(blog: Workspace) -> None:
    for name in ("a", "b", "c", "d"):
        draft(blog, name, "2026-11-24" if name == "c" else "")
    begin(blog, "d", datetime(2026, 11, 21, 9, tzinfo=UTC) - timedelta(minutes=5))
    found = steps(blog, TODAY)
    assert [step.post for step in found] == ["d", "c", "a"]
    assert found[0].command == "inkwright write d"
    assert "publish by 2026-11-24" in found[1].why
    assert found[1].command == "inkwright write c --minutes 25"


def test_a_date_that_has_passed_is_no_reproach(blog: Workspace) -> None:
    draft(blog, "a", "2026-11-01")
    said = " ".join(f"{step.what} {step.why}" for step in steps(blog, TODAY)).lower()
    assert "2026-11-01" in said
    assert not any(word in said for word in ("late", "overdue", "missed", "behind", "should have"))


def test_only_what_fits(blog: Workspace) -> None:
    draft(blog, "a")
    draft(blog, "b", plan="<!-- plan\n- ? does it hold on CPU\n-->\n")
    capture_idea(blog, "an old one", "2026-09-01")
    assert [step.minutes for step in steps(blog, TODAY, 15)] == [15, 10, 5]
    assert [step.command for step in steps(blog, TODAY, 5)] == ["inkwright ideas --stale 14d", "inkwright prompt"]


def test_published_posts_and_broken_ones_are_left_alone(blog: Workspace) -> None:
    blog.path("posts/done.md").write_text("---\ntitle: Done\n---\n\nText.\n")
    blog.path("posts/broken.md").write_bytes(b"\xff\xfe")
    assert [step.post for step in steps(blog, TODAY)] == [""]


def test_as_text_and_as_json(blog: Workspace) -> None:
    draft(blog, "a")
    text = CliRunner().invoke(command, []).output
    assert text.startswith("1. a: write “the tile decides everything” (about 25 minutes)\n   “One” has 0 words\n   -> ")
    found = json.loads(CliRunner().invoke(command, ["--format", "json", "--minutes", "12"]).output)
    assert found["steps"][0]["command"] == "inkwright write a --minutes 12"
    assert "Nothing of this fits" in CliRunner().invoke(command, ["--minutes", "1"]).output


def test_a_pile_of_notes_without_a_post_leads_to_its_topics(blog: Workspace) -> None:
    for name in "abc":
        blog.write(f"notes/{name}.md", f"# {name}\n\nWords.\n")
    first, second = steps(blog, TODAY)
    assert (first.command, first.why) == ("inkwright topics", "3 notes are there and no post is on its way")
    assert second.command == "inkwright prompt"
    draft(blog, "one")
    assert "inkwright topics" not in [step.command for step in steps(blog, TODAY)]


def counted(blog: Workspace, rows: dict[str, tuple[int, int]]) -> None:
    """Readings of posts: views on one day of the last quarter and on one of the quarter before; of another page on one
    of each month, so that one knows that somebody went on counting."""
    lines = [f"/about/,2026-{month:02}-15,1" for month in (8, 9, 10)]
    lines += [
        f"/posts/{id_}/,2026-11-02,{now}\n/posts/{id_}/,2026-07-02,{before}" for id_, (now, before) in rows.items()
    ]
    blog.path("views.csv").write_text("page,date,views\n" + "\n".join(lines) + "\n")
    import_readings(blog, str(blog.path("views.csv")), Wanted(), datetime(2026, 11, 21, tzinfo=UTC))


def test_the_post_that_lost_most_readers_is_named_with_its_numbers(blog: Workspace) -> None:
    for name, more in (("a", ""), ("b", ""), ("fresh", "updated: 2026-10-20\n"), ("held", "")):
        blog.path(f"posts/{name}.md").write_text(f"---\ntitle: {name}\ndate: 2025-01-01\n{more}---\n\nText.\n")
    counted(blog, {"a": (40, 120), "b": (90, 900), "fresh": (0, 5000), "held": (80, 90)})
    first = steps(blog, TODAY)[0]
    assert (first.post, first.command) == ("b", "inkwright stale b")
    assert first.why == "90 views in the last three months, 900 in the three before (table)"
    draft(blog, "due", "2026-11-22")
    assert [step.post for step in steps(blog, TODAY)][:2] == ["due", "b"]
    assert "inkwright stale b" not in [step.command for step in steps(blog, TODAY, 10)]


def test_a_ledger_that_cannot_be_read_is_left_to_doctor(blog: Workspace) -> None:
    blog.path("private").mkdir()
    blog.path("private/inkwright.db").write_text("no database")
    assert [step.command for step in steps(blog, TODAY)] == ["inkwright prompt"]


def test_without_a_ledger_none_is_opened(blog: Workspace) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "inkwright", "today"], cwd=blog.root, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "inkwright.flows.stale_steps" in loaded
    assert not any(name.startswith(("sqlalchemy", "alembic", "inkwright.ledger")) for name in loaded)
