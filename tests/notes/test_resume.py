"""Lines of the log, ideas and notes that belong to a project, and the one file made of them."""

from inkwright.model.note import Idea, LogEntry
from inkwright.model.resume import Line, LinkedNote, Resume, Step
from inkwright.notes.resume import asked, ideas_for, links_in, log_lines, pack, projects

ENTRIES = [
    ("log/1.md", LogEntry("2026-11-20", "10:00", "tiles fit", "Triton", 3)),
    ("log/1.md", LogEntry("2026-11-20", "11:00", "lunch", "", 4)),
    ("log/2.md", LogEntry("2026-11-21", "09:00-09:30", "wrote [[kernel]] +3 words (0→3)", "", 1)),
    ("log/2.md", LogEntry("2026-11-21", "10:00", "why is it slow?", "other", 2)),
]


def test_links() -> None:
    assert links_in("[[a]] and ![[b c|x]], [[a#h|y]] again") == ["a", "b c"]
    assert links_in("none") == []


def test_log_lines_by_project_or_link() -> None:
    assert [line.text for line in log_lines(ENTRIES, ["triton", "kernel", ""])] == [
        "tiles fit", "wrote [[kernel]] +3 words (0→3)",
    ]  # fmt: skip
    assert log_lines(ENTRIES, [""]) == [] == log_lines([], ["triton"])
    assert log_lines(ENTRIES, ["Triton"])[0] == Line("log/1.md", 3, "tiles fit", "2026-11-20 10:00")


def test_ideas_bound_to_it_and_not_done() -> None:
    ideas = [
        Idea("one", "2026-11-01", (("to", "Triton"),), 4),
        Idea("two", fields=(("to", "triton"),), done=True),
        Idea("three"),
    ]
    assert ideas_for(ideas, ["triton"], "ideas.md") == [Line("ideas.md", 4, "one", "2026-11-01")]


def test_an_idea_for_a_section_says_so() -> None:
    idea = Idea("one", "", (("to", "triton#Why it matters"),), 4)
    assert ideas_for([idea], ["triton"], "ideas.md") == [Line("ideas.md", 4, "one (for Why it matters)")]


def test_questions_and_projects() -> None:
    assert [line.line for line in asked(log_lines(ENTRIES, ["triton", "other"]))] == [2]
    assert projects(ENTRIES) == ["other", "Triton"]


def test_the_pack_holds_everything_and_lowers_the_headings_of_notes() -> None:
    found = Resume(
        "triton", "project", ("posts/k.md",), (Line("log/1.md", 3, "tiles fit", "2026-11-20 10:00"),),
        (Line("ideas.md", 4, "an idea"),), (Line("posts/k.md", 9, "on CPU"),), (LinkedNote("gone"),),
        Line("posts/k.md", 20, "The end."), Step("write", "it is empty", "inkwright write k", 25),
    )  # fmt: skip
    note = "# Tiles\n\n```sh\n# a comment\n```\n\nSee https://example.org/a.\n"
    text = pack(found, [("posts/k.md", "- Why: 0 words")], [(LinkedNote("tiles", "notes/tiles.md"), note)])
    for part in ("Next step: write (it is empty).", "- Why: 0 words", "on CPU (posts/k.md:9)", "> The end.",
                 "- 2026-11-20 10:00 tiles fit", "- an idea", "- https://example.org/a", "### Tiles", "\n# a comment",
                 "## Linked, and not found\n\n- gone"):  # fmt: skip
        assert part in text
