"""What a note says, taken apart: every word is the note's own, and no paragraph is passed over."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import inkwright
from inkwright.model.point import Point, Raw
from inkwright.plan.marks import bullet_line
from inkwright.plan.points import LONGEST, MOST, points, together
from inkwright.plan.signs import weight
from inkwright.text.front_matter import read_front_matter
from inkwright.text.markdown import parse_text
from inkwright.text.plan_marks import plan_marks

NOTE = """\
# Retries

Our retries made the outage longer. At the peak 71 % of the requests were retries.
I forgot the jitter, so all clients came back in the same second.

What helped:

1. cap the retries at 10 % of the traffic
2. add jitter

```python
sleep(random() * backoff)
```

> A quoted sentence of somebody else.

- [ ] measure it again with **half** the clients
- [x] tell Ana

| retries | p99 |
|---|---|
| 0 | 80 ms |

## Limits

It does nothing for [[slow-start|slow starts]]. <!-- a secret -->
"""


def taken(text: str, **known: object) -> list[Point]:
    return list(points(Raw("note", "notes/note.md", 1, "The title", text, **known))[0])  # type: ignore[arg-type]


def texts(text: str) -> list[str]:
    return [point.text for point in taken(text)]


def names(point: Point) -> set[str]:
    return {sign.name for sign in point.signs}


def test_each_paragraph_and_item_gives_its_points_in_the_notes_words() -> None:
    assert texts(NOTE) == [
        "Our retries made the outage longer.",
        "At the peak 71 % of the requests were retries.",
        "I forgot the jitter, so all clients came back in the same second.",
        "cap the retries at 10 % of the traffic",
        "add jitter",
        "measure it again with half the clients",
        "tell Ana",
        "retries · p99",
        "It does nothing for slow starts.",
    ]


def test_what_a_point_is_shows_in_its_signs() -> None:
    found = {point.text: point for point in taken(NOTE)}
    assert "figure" in names(found["At the peak 71 % of the requests were retries."])
    assert "error" in names(found["I forgot the jitter, so all clients came back in the same second."])
    assert {"step", "figure"} <= names(found["cap the retries at 10 % of the traffic"])
    assert {"step", "code"} <= names(found["add jitter"]), "the fence below it is its code"
    assert "task" in names(found["measure it again with half the clients"])
    assert "task" not in names(found["tell Ana"]), "a ticked box is done"
    assert "figure" in names(found["retries · p99"]), "a table shows figures"
    last = found["It does nothing for slow starts."]
    assert (last.heading, last.line) == ("Limits", 26)
    assert "limit" in names(last)


def test_a_sentence_that_only_leads_to_code_or_a_table_counts_less_than_one_that_says_it() -> None:
    lead, said = taken("Then I ran this and it failed:\n\n```\nx\n```\n\nThen I ran this and it failed.\n")
    assert names(lead) >= names(said)
    assert weight(replace(lead, signs=tuple(one for one in lead.signs if one.name != "code"))) < weight(said) / 2
    (table,) = taken("The plan looks like this:\n\n| id | detail |\n|---|---|\n| 1 | scan |\n")
    assert (table.text, "figure" in names(table)) == ("The plan looks like this:", True)


def test_a_sentence_that_says_what_the_title_says_counts_more() -> None:
    text = "It works on my machine today.\n\nPartial indexes make the queue scan cheap.\n"
    plain, titled = points(Raw("n", "n.md", 1, "Partial indexes for a queue", text))[0]
    assert weight(titled) > weight(plain)
    assert "about" in names(titled)
    assert "about" not in names(plain)


def test_a_paper_and_a_clip_say_so() -> None:
    assert "paper" in names(taken("Tiles are the basic value.", paper=True)[0])
    assert "link" in names(taken("Banks are queues.", url="https://example.org/banks")[0])


def test_a_captured_line_is_one_point() -> None:
    line = Raw("", "ideas.md", 3, "x", "Why is it fast? Compile times, it takes 40 s!")
    (point,) = points(line)[0]
    assert (point.text, point.note, point.line) == (line.text, "", 3)
    assert "figure" in names(point)
    assert points(Raw("", "ideas.md", 3, "", " - "))[0] == ()


def test_what_others_said_stays_in_the_note() -> None:
    assert texts("> All of this is quoted.\n>\n> - and this\n") == ["The title"]


def test_a_note_without_words_has_its_title_and_one_without_a_title_nothing() -> None:
    assert texts("") == texts("```\ncode\n```\n") == ["The title"]
    assert points(Raw("n", "n.md", 1, "", ""))[0] == ()


def test_of_a_book_in_one_file_the_strongest_points_are_taken_and_the_rest_is_counted() -> None:
    plain = "".join(f"A plain remark of number words here {'x' * n}.\n\n" for n in range(40))
    found, cut = points(Raw("n", "n.md", 1, "T", plain + "It failed with an error after 40 ms.\n"))
    assert len(found) == MOST
    assert cut == 41 - MOST
    assert found[-1].text == "It failed with an error after 40 ms."


def test_many_notes_give_fewer_points_each() -> None:
    text = "".join(f"A plain remark of its own, number {n}.\n\n" for n in range(9))
    few, many = ([Raw(f"n{no}", f"n{no}.md", 1, "T", text) for no in range(count)] for count in (3, 100))
    assert (len(together(few)[0]), together(few)[1]) == (27, 0)
    assert (len(together(many)[0]), together(many)[1]) == (300, 600)
    assert together([]) == ([], 0)


def test_a_long_sentence_is_cut_at_a_gap() -> None:
    (text,) = texts("word " * 100)
    assert len(text) <= LONGEST + 2
    assert text.endswith("word …")


WORD = re.compile(r"[^\W_]+")
PIECES = st.lists(
    st.one_of(
        st.sampled_from([
            "# Head\n", "## Limits\n",
            "- ", "1. ", "- [ ] ", "* [x] ", "> ", "```\n", "| a | b |\n|---|---|\n", "\n", "\n\n",
            "**bold**", "`code_name`", "[[note|label]]", "[text](https://e.org/x)", "![alt](a.png)",
            "-->", "*/", "? ", "Q: ",
            "40 ms. ", "It failed: ", "<!-- gone -->", "$x$", "[^1]", "&amp;", "\\*", "  ", "[[", "]]", "[x] ",
        ]),
        st.text("abc XYZ.,:!?-*_`[]()<>#|\n\t\r é中", max_size=12),
    ),
    max_size=30,
)  # fmt: skip


@given(PIECES)
@settings(max_examples=400, deadline=None)
def test_a_point_has_only_letters_of_the_note_in_their_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    for point in taken(text):
        if point.text != "The title":
            letters = iter(text)
            assert all(char in letters for char in re.sub(r"[\W_]+", "", point.text)), point.text


def test_words_of_real_notes_stay_whole() -> None:
    for path in sorted((Path(inkwright.__file__).parent / "demo" / "workspace" / "notes").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        own = set(WORD.findall(text))
        for point in taken(text[read_front_matter(text).span.end :]):
            assert set(WORD.findall(point.text)) <= own, (path, point.text)


@given(PIECES)
@settings(max_examples=400, deadline=None)
def test_a_point_reads_back_as_the_bullet_it_was(pieces: list[str]) -> None:
    for point in taken("".join(pieces)):
        line = bullet_line(point.text, "note")
        (plan,) = plan_marks(parse_text(f"<!-- plan\n{line}\n-->\n"))
        (bullet,) = plan.bullets
        assert (bullet.text, bullet.note) == (point.text, "note")
        assert not bullet.question
        assert not bullet.ticked
