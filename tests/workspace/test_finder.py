import pytest

from inkwright.model.found import Wanted
from inkwright.model.index import IndexedFile
from inkwright.model.note import Idea, LogEntry
from inkwright.workspace.finder import Finder, Line
from inkwright.workspace.index import in_memory

FILES = (
    IndexedFile(
        "notes/gpu/a.md", "note", "gpu/a", "Warps", "2026-01-02", ("gpu/warp", "x"), "warps diverge", first_line=4
    ),
    IndexedFile("notes/b.md", "note", "b", "B", text="a warp", aliases=("Lane group",), origin="paper", sort="code"),
    IndexedFile("posts/p.md", "post", "p", "P", "2026-05-05", text="warps in a post"),
    IndexedFile(
        "ideas.md",
        "ideas",
        "ideas",
        "ideas",
        text="warp idea",
        ideas=(Idea("warp idea", "2026-02-02", (("from", "paper"),), 1), Idea("done", "", (), 2, True)),
    ),
    IndexedFile(
        "log/d.md", "log", "d", "d", text="log of warps", log=(LogEntry("2026-03-03", "10:00", "warps", "p", 1),)
    ),
)


@pytest.fixture
def finder():
    return Finder(in_memory(FILES))


def test_matches_hold_what_was_asked_and_no_captured_lines(finder):
    rows = finder.matches('"warp"', Wanted(), 10)
    assert {row.id for row in rows} == {"gpu/a", "b", "p"}
    first = next(row for row in rows if row.id == "gpu/a")
    assert (first.tags, first.first_line, first.date) == (("gpu/warp", "x"), 4, "2026-01-02")
    assert rows == sorted(rows, key=lambda row: -row.score) and rows[0].id == "gpu/a"
    assert len(finder.matches('"warp"', Wanted(), 1)) == 1


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(kind="post"), {"p"}), (Wanted(kind="code"), {"b"}), (Wanted(origin="paper"), {"b"}),
        (Wanted(tag="gpu"), {"gpu/a"}), (Wanted(tag="GPU/warp"), {"gpu/a"}), (Wanted(tag="war"), set()),
        (Wanted(since="2026-05-01"), {"p"}), (Wanted(kind="note", tag="x"), {"gpu/a"}),
    ],
)  # fmt: skip
def test_wishes(finder, wanted, ids):
    assert {row.id for row in finder.matches('"warp"', wanted, 10)} == ids


def test_other_names_count_as_the_title_does(finder):
    (row,) = finder.matches('"lane group"', Wanted(), 10)
    assert (row.title, finder.names(row.no)) == ("B", ("B", "Lane group"))
    assert finder.text(row.no) == "a warp"
    assert finder.text(99) == "" and finder.names(99) == ()


def test_counts_scores_and_files(finder):
    assert finder.total == 5
    assert finder.count('"warp"') == 5 and finder.count('"absent"') == 0
    nos = [row.no for row in finder.files("note")]
    assert finder.scores('"warp"', nos).keys() == set(nos)
    assert finder.scores('"warp"', []) == {}
    assert [row.path for row in finder.files("post", "log")] == ["log/d.md", "posts/p.md"]


def test_captured_lines(finder):
    assert finder.lines('"warp"') == [
        Line("ideas.md", 1, "idea", "2026-02-02", "warp idea", "paper", False),
        Line("ideas.md", 2, "idea", "", "done", "", True),
        Line("log/d.md", 1, "log", "2026-03-03", "warps", "", False, "p"),
    ]
    assert [line.kind for line in finder.lines('"warp"', "2026-03-01")] == ["log"]
    assert finder.lines('"absent"') == [] and len(finder.lines()) == 3
