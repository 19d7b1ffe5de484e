"""The report: every number on it is the one that the commands print, and nothing else of the workspace is."""

import json
import os
import stat
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.flows.report_blog import SECRET, make_blog
from tests.measure.report.read_page import Read, figures

from inkwright.cli import clock
from inkwright.cli.main import main
from inkwright.measure.mail_rates import share
from inkwright.measure.report.parts import words
from inkwright.measure.report.render import MADE_BY
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    workspace = make_blog(tmp_path / "blog")
    monkeypatch.chdir(workspace.root)
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda timezone="UTC": real(timezone).replace(year=2026, month=11, day=21))
    return workspace


def run(*args: str) -> Any:
    return CliRunner().invoke(main, list(args))


def refused(*args: str) -> str:
    error = run(*args).exception
    assert isinstance(error, UsageError)
    return str(error)


def told(*args: str) -> Any:
    return json.loads(run(*args, "--format", "json").output)


@pytest.fixture
def page(blog: Workspace) -> str:
    done = run("stats", "report")
    assert done.exit_code == 0
    assert done.output == f"Written: {blog.root / 'private/stats.html'}\n"
    return (blog.root / "private/stats.html").read_text(encoding="utf-8")


def row_of(found: Read, name: str) -> dict[str, float | None]:
    (row,) = [row for row in found.rows if row[0][0] == name]
    return dict(zip(found.head, (value for _, value in row), strict=True))


def test_posts(page: str) -> None:
    found, posts = figures(page)["posts-counts"], told("stats", "posts")["posts"]
    known = {words(post["title"]): post for post in posts if post["values"]}
    assert len(known) == 12 and {row[0][0] for row in found.rows} == set(known)
    for name, post in known.items():
        row = row_of(found, name)
        for metric in ("views", "likes", "sent", "opens", "clicks"):
            assert row[metric.capitalize()] == post["values"].get(metric)
    assert dict(found.drawn()) == {name: post["values"]["views"] for name, post in known.items()}
    bars = [float(bar.attrib["width"]) for bar in found.svg.iter("{http://www.w3.org/2000/svg}rect")]
    views = [value for _, value in found.drawn()]
    assert bars == pytest.approx([bars[0] * value / views[0] for value in views], abs=0.2)
    differ = [said for post in posts for said in post["disagree"]]
    assert differ and figures(page)["posts-differ"].texts("What they count") == differ


def test_life(page: str) -> None:
    lives = told("stats", "life")["life"]
    assert lives["posts"] and lives["together"] and lives["year_posts"]
    found = figures(page)["life-posts"]
    assert found.texts("Post") == [words(one["title"]) for one in lives["posts"]]
    assert found.column("Views") == [one["views"] for one in lives["posts"]]
    for column, kind in (("Search engines", "search"), ("Shares", "social"), ("Letters", "newsletter"), ("All", "all")):
        assert found.column(column) == [
            next((half["days"] for half in one["halves"] if half["kind"] == kind), None) for one in lives["posts"]
        ]
    found = figures(page)["life-halves"]
    assert found.column("Views in the first year") == [half["views"] for half in lives["year"]]
    assert [days for _, days in found.drawn()] == [half["days"] for half in lives["year"] if half["days"] is not None]
    found = figures(page)["life-days"]
    assert found.column("Posts (n)") == [one["posts"] for one in lives["together"]]
    a_day: dict[str, float] = defaultdict(float)
    for label, value in found.drawn():
        a_day[label.partition(",")[0]] += value
    for one in lives["together"]:
        views = sum(one["per_post"].values())
        assert row_of(found, one["label"])["All"] == pytest.approx(views)
        assert a_day[one["label"]] == pytest.approx(views / (one["last"] - one["first"] + 1), abs=0.03)


def test_pillars(page: str) -> None:
    shares, mails = told("stats", "pillars")["pillars"], told("stats", "newsletter")["pillars"]
    found = figures(page)["pillars-words"]
    assert found.texts("Pillar") == [one["pillar"] or "(no pillar)" for one in shares]
    for column, key in (("Posts", "posts"), ("Words", "words"), ("Share of words", "share")):
        assert found.column(column) == [one[key] for one in shares]
    assert [value for _, value in found.drawn()] == [one["words"] for one in shares]
    found = figures(page)["pillars-mails"]
    assert found.column("Mails") == [one["sent"] for one in mails]
    for name, key in (("opened", "opened"), ("clicked", "clicked")):
        assert found.column(f"Share {name}") == [one[key]["value"] for one in mails]
        assert found.column(f"{name} from") == [one[key]["low"] for one in mails]
        assert found.column(f"{name} to") == [one[key]["high"] for one in mails]
        assert found.column(f"n {name}") == [one[key]["of"] for one in mails]
    shown = [one[key] for one in mails for key in ("opened", "clicked")]
    expected = [100 * one[end] for one in shown for end in ("value", "low", "high")]
    assert [number for one in found.ranges() for number in one] == pytest.approx(expected, abs=0.051)


def test_themes(page: str) -> None:
    used = told("stats", "next")["next"]
    assert used["metric"] == "views" and len(used["themes"]) == 2 and used["proposals"]
    found = figures(page)["themes-use"]
    assert found.texts("Pillar") == [one["theme"] for one in used["themes"]]
    assert found.column("Posts (n)") == [one["posts"] for one in used["themes"]]
    for metric in ("views", "clicks", "likes"):
        for column, key in ((metric.capitalize(), "value"), (f"{metric} from", "low"), (f"{metric} to", "high")):
            assert found.column(column) == [one["per_post"][metric][key] for one in used["themes"]]
    views = [one["per_post"]["views"] for one in used["themes"]]
    assert found.ranges() == [pytest.approx([one["value"], one["low"], one["high"]]) for one in views]


def test_newsletter(page: str) -> None:
    found, issues = figures(page)["newsletter-mails"], told("stats", "newsletter")["issues"]
    assert found.texts("Subject") == [words(one["title"]) for one in issues] and len(issues) == 8
    for column, key in (("Sent (n)", "sent"), ("Opened at least", "opens_low"), ("Opened at most", "opens_high"),
                        ("Clicks", "clicks")):  # fmt: skip
        assert found.column(column) == [one[key] for one in issues]
    rates = [share(one[key], one["sent"]) for one in issues for key in ("opens_low", "clicks")]
    assert found.column("Share opened") == [one.value for one in rates[::2]]
    assert found.column("clicked to") == [one.high for one in rates[1::2]]
    expected = [100 * number for one in rates for number in (one.value, one.low, one.high)]
    assert [number for one in found.ranges() for number in one] == pytest.approx(expected, abs=0.051)


def test_writing(page: str) -> None:
    found, told_ = figures(page), told("stats", "writing")
    hours, months, posts = told_["writing"]["hours"], told_["writing"]["months"], dict(told_["cadence"]["months"])
    table = found["writing-hours"]
    for column, key in (("Begun at", "hour"), ("Sessions (n)", "sessions"), ("Minutes", "minutes"),
                        ("Words", "words"), ("Words an hour", "per_hour")):  # fmt: skip
        assert table.column(column) == [one[key] for one in hours]
    assert [value for _, value in table.drawn()] == [one["per_hour"] for one in hours]
    table = found["writing-months"]
    for one in months:
        row = row_of(table, one["month"])
        assert (row["Sessions"], row["Hours"], row["Words"], row["Drafts ended"]) == (
            one["sessions"], one["minutes"], one["words"], one["drafts"],
        )  # fmt: skip
    assert dict(table.drawn()).items() >= {f"{month}, posts published": count for month, count in posts.items()}.items()
    year = found["writing-year"]
    for one in months:
        days = [row for row in year.rows if row[0][0].startswith(one["month"])]
        if one["month"] > "2025-11":
            assert sum(row[1][1] or 0 for row in days) == one["minutes"]
    for month, count in posts.items():
        assert sum(row[2][1] or 0 for row in year.rows if row[0][0].startswith(month)) == count


def test_lead_times_and_the_goal(page: str) -> None:
    table, posts = figures(page)["lead-time-stages"], told("stats", "writing")["posts"]
    for column, key in (("Days from the idea", "from_idea"), ("from the first session", "from_start"),
                        ("from the ended draft", "from_draft"), ("Hours", "minutes")):  # fmt: skip
        assert table.column(column) == [one[key] for one in posts]
    drawn = [one[key] for one in posts[:8] for key in ("from_idea", "from_start", "from_draft")]
    assert [value for _, value in table.drawn()] == drawn
    goal = told("portfolio")["portfolio"]["target"]
    rows = figures(page)["goal-posts"].rows
    assert len(rows) == max(goal["goal"], goal["done"])
    assert [row[2][0] for row in rows[goal["done"] :]] == [f"by {day}" for day in goal["due"]]


def test_what_was_thought_stays_out(page: str) -> None:
    assert any(SECRET in one["name"] for one in told("stats", "next")["next"]["proposals"])
    assert SECRET not in page and "private thought" not in page


def test_it_is_renewed_but_nothing_else_is_replaced(blog: Workspace, page: str) -> None:
    assert run("stats", "report").exit_code == 0
    assert (blog.root / "private/stats.html").read_text(encoding="utf-8") == page
    blog.write("private/stats.html", "<p>mine</p>")
    assert "no report" in refused("stats", "report")
    assert blog.read("private/stats.html").text == "<p>mine</p>"
    (blog.root / "private/folder").mkdir()
    assert "no report" in refused("stats", "report", "--out", "private/folder")


@pytest.mark.parametrize(
    "out", ["stats.html", "posts/stats.html", "public/stats.html", ".inkwright/../a.html", "private/../b.html"]
)
def test_no_place_that_could_be_published(blog: Workspace, out: str) -> None:
    assert "could be published" in refused("stats", "report", "--out", out)
    assert not list(blog.root.glob("*.html")) and not list(blog.root.glob("p[ou]*/*.html"))


def test_another_place(blog: Workspace, tmp_path: Path) -> None:
    for out in (tmp_path / "mine.html", Path("private/sub/mine.html")):
        assert run("stats", "report", "--out", str(out)).exit_code == 0
        assert MADE_BY in (blog.root / out).read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_private_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inkwright.toml").touch()
    monkeypatch.chdir(tmp_path)
    done = run("stats", "report")
    assert done.exit_code == 0 and "Not in it yet: Newsletter. No mail went out yet" in done.output
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o700
    assert (tmp_path / "private/.gitignore").read_text() == "*\n"
    assert not (tmp_path / "private/inkwright.db").exists()


def test_a_build_leaves_it_out(blog: Workspace, page: str) -> None:
    assert run("build").exit_code == 0
    assert (blog.root / "public/index.html").exists()
    assert [path for path in (blog.root / "public").rglob("*") if "stats" in path.name] == []
    assert not any(MADE_BY.encode() in path.read_bytes() for path in (blog.root / "public").rglob("*.html"))


def test_outside_a_workspace_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "no workspace" in refused("stats", "report")
    assert list(tmp_path.iterdir()) == []
