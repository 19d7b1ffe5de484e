"""What to write next, from readings to the terminal."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.contact import add_contact
from inkwright.flows.readings import Wanted, import_readings
from inkwright.flows.what_next import what_next
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TEXTS = {
    "GPU": "The kernel loads a tile of the matrix into shared memory, and the warp scheduler hides latency.",
    "Prose": "A draft is edited aloud, sentence by sentence, until no reader stumbles.",
}


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    return open_workspace(tmp_path)


def post(blog, name, theme, day, key="pillar"):
    front = f"---\ntitle: {theme} {name}\n{key}: {theme if key == 'pillar' else f'[{theme}]'}\ndate: {day}\n---\n\n"
    blog.path(f"posts/{name}.md").write_text(front + TEXTS[theme] + "\n", encoding="utf-8")


def fill(blog, posts=8, key="pillar", by_day=True):
    """Posts of both themes in turn; those on GPU have ten times the views in their first month."""
    rows = ["page,date,views"] if by_day else ["page,views"]
    for no in range(posts):
        theme, day = ("GPU", "Prose")[no % 2], date(2026, 1, 5) + timedelta(28 * no)
        post(blog, f"p{no}", theme, day.isoformat(), key)
        views = (300 + no) if theme == "GPU" else 30 + no
        rows += [f"/posts/p{no}/,{day},{views}", f"/posts/p{no}/,{day + timedelta(29)},2",
                 f"/posts/p{no}/,{day + timedelta(30)},9999"] if by_day else [f"/posts/p{no}/,{views}"]  # fmt: skip
    blog.path("views.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    import_readings(blog, str(blog.path("views.csv")), Wanted(source="log"), NOW)


def open_things(blog):
    blog.path("posts/begun.md").write_text("---\ntitle: Tiles\ndraft: true\n---\n\n" + TEXTS["GPU"], encoding="utf-8")
    blog.path("ideas.md").write_text(
        "- 2026-11-01 sentences that a reader stumbles over when a draft is edited\n"
        "- 2026-11-02 what the warp scheduler hides when shared memory is full\n- 2026-11-03 bread\n"
        "- 2026-11-04 loaves [pillar:: gpu]\n- 2026-11-05 kernel and tile [to:: begun]\n"
        "- [x] 2026-11-06 a warp and its latency\n",
        encoding="utf-8",
    )


def test_too_early_below_six_posts(blog):
    assert what_next(blog, TODAY).posts == 0
    fill(blog, 5)
    open_things(blog)
    found = what_next(blog, TODAY)
    assert found.early == "Too early to compare: 5 of 6 posts have readings." and found.proposals == ()
    assert [(one.theme, one.per_post["views"].low, one.others["views"].high) for one in found.themes] == [
        ("GPU", None, None), ("Prose", None, None),
    ]  # fmt: skip
    text = CliRunner().invoke(main, ["stats", "next"]).output
    assert "too early" in text and "95 %" not in text and "(" not in text.partition("\n")[2].partition("\nToo")[0]


def test_drafts_and_ideas_on_the_theme_that_readers_used(blog):
    fill(blog)
    open_things(blog)
    found = what_next(blog, TODAY)
    assert (found.by, found.metric, found.span, found.posts, found.early) == ("pillar", "views", "first 30 days", 8, "")
    assert [(one.theme, one.verdict, one.per_post["views"].posts) for one in found.themes] == [
        ("GPU", "more", 4), ("Prose", "less", 4),
    ]  # fmt: skip
    assert 300 < found.themes[0].per_post["views"].value < 310
    assert [(one.kind, one.name) for one in found.proposals] == [
        ("draft", "begun"), ("idea", "loaves"), ("idea", "what the warp scheduler hides when shared memory is full"),
    ]  # fmt: skip
    assert "It is near “GPU p" in found.proposals[2].why and found.proposals[1].why.endswith("do not overlap.")


def test_totals_are_compared_with_a_warning_and_tags_where_there_is_no_pillar(blog):
    fill(blog, key="tags", by_day=False)
    found = what_next(blog, TODAY)
    assert (found.by, found.span) == ("tag", "all") and "older posts had longer" in found.notes[0]
    assert [one.kind for one in found.proposals] == ["theme"]


def test_people_who_wrote_are_replies(blog):
    fill(blog)
    add_contact(blog, "Ann", "asks", TODAY, "reply", "p0")
    replies = what_next(blog, TODAY).themes[0].per_post["replies"]
    assert replies.posts == 4 and 0 < replies.value < 1
    add_contact(blog, "Ann", "asks again", TODAY, "reply", "p0")
    assert what_next(blog, TODAY).themes[0].per_post["replies"] == replies, "whoever writes twice is one person"


def test_young_posts_are_left_out_and_said(blog):
    fill(blog)
    post(blog, "young", "GPU", "2026-11-10")
    blog.path("y.csv").write_text("page,date,views\n/posts/young/,2026-11-10,5000\n", encoding="utf-8")
    import_readings(blog, str(blog.path("y.csv")), Wanted(source="log"), NOW)
    found = what_next(blog, TODAY)
    assert found.posts == 8 and found.notes[0].startswith("1 post is left out: younger than 30 days")


def test_as_text_and_as_json(blog):
    run = CliRunner().invoke
    assert "No readings yet" in run(main, ["stats", "next"]).output
    fill(blog)
    open_things(blog)
    text = run(main, ["stats", "next"]).output
    assert "1. the draft begun" in text and "more than the others" in text and "inkwright new --from-idea 4" in text
    found = json.loads(run(main, ["stats", "next", "--format", "json"]).output)
    assert found["version"] == 1 and len(found["next"]["proposals"]) == 3


def test_a_pillar_is_called_as_it_was_declared(blog):
    fill(blog)
    blog.write("inkwright.toml", 'pillars = ["gpu", "Prose"]\n')
    assert [one.theme for one in what_next(open_workspace(blog.root), TODAY).themes] == ["gpu", "Prose"]
