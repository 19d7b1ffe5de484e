import pytest

from inkwright.model.paper import Paper, Passage
from inkwright.notes.paper_month import chosen, due, is_about, month_of, proposed, with_month, word_count
from inkwright.notes.papers import note_of, paper_in

NOVEMBER = "2026-11"


def note(title: str, date: str = "2026-11-01", passages: int = 0) -> str:
    marked = tuple(Passage(f"words {number}", "p. 1") for number in range(passages))
    return note_of(Paper(title, ("Ann Lee",), "2020", key=title.lower(), passages=marked), date)


def test_one_line_of_the_front_matter_says_the_month():
    text = note("Rings")
    made = with_month(text, NOVEMBER)
    assert month_of(made) == NOVEMBER and month_of(text) == "" and with_month(made, "") == text
    assert [line for line in made.splitlines() if line not in text.splitlines()] == ['month: "2026-11"']
    assert month_of(text.replace("kind: paper", "kind: paper\nmonth: soon")) == ""


@pytest.mark.parametrize(
    ("month", "day"), [("2026-11", "2026-11-30"), ("2028-02", "2028-02-29"), ("2026-12", "2026-12-31")]
)
def test_the_summary_is_due_on_the_last_day(month, day):
    assert due(month) == day


def test_words_of_ones_own_are_counted():
    assert (
        word_count("Two words.\n\n> quoted words\n\n```\ncode words\n```\n<!-- a comment -->\nThree it's more\n") == 5
    )


def test_the_summary_is_a_section_of_the_note_or_a_post():
    text = with_month(note("Rings"), NOVEMBER) + "\n## Summary\n\nOne two three.\n"
    found = chosen([("papers/x.md", note("X")), ("papers/rings.md", text)], NOVEMBER, 4, ())
    assert found and (found.key, found.words, found.written_in, found.due, found.done) == (
        "rings", 3, "papers/rings.md", "2026-11-30", False,
    )  # fmt: skip
    found = chosen([("papers/rings.md", text)], NOVEMBER, 4, [("posts/r.md", "One two three four.\n")])
    assert found and (found.words, found.written_in, found.done) == (4, "posts/r.md", True)
    assert chosen([("papers/rings.md", text)], "2026-12", 4, ()) is None


def test_a_post_is_about_the_paper_that_its_front_matter_names():
    assert is_about("@Rings", "rings") and not is_about("other", "rings") and not is_about(["rings"], "rings")


def test_the_proposal_is_what_ones_own_work_leans_on_and_says_why():
    def known(path, text):
        return path, text, paper_in(text)

    notes = [
        known("a", note("Alpha", passages=4)),
        known("b", note("Beta")),
        known("c", with_month(note("Gamma", passages=9), "2026-10")),
    ]
    found = proposed(notes, NOVEMBER, 1000, {"alpha": 0, "beta": 2})
    assert found and (found.key, found.reason) == ("beta", "2 of your texts name it")
    found = proposed(notes, NOVEMBER, 1000, {})
    assert found and (found.key, found.reason) == ("alpha", "it has 4 marked lines")
    newer = [known("a", note("Alpha", "2026-11-01")), known("b", note("Beta", "2026-11-02"))]
    found = proposed(newer, NOVEMBER, 1000, {})
    assert found and found.key == "beta" and found.reason.startswith("it is the newest")
    assert proposed(notes[2:], NOVEMBER, 1000, {}) is None
