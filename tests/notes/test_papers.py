from hypothesis import example, given
from hypothesis import strategies as st

from inkwright.model.paper import FIELDS, Paper, Passage
from inkwright.notes.papers import (
    answered_on,
    apart,
    arxiv_in,
    doi_in,
    file_name,
    is_article,
    key_of,
    note_of,
    open_fields,
    paper_in,
    sections,
)
from inkwright.text.front_matter import read_front_matter

TODAY = "2026-11-21"
ATTENTION = Paper(
    "Attention Is All You Need", ("Ashish Vaswani", "Noam Shazeer"), "2017", arxiv="1706.03762",
    abstract="We propose.", passages=(Passage("Only attention.", "p. 2", "Bold."),),
)  # fmt: skip


def test_a_note_asks_the_questions_and_keeps_what_is_needed_to_cite():
    text = note_of(ATTENTION, TODAY)
    data = read_front_matter(text).data
    assert data["key"] == "vaswani2017attention" and data["kind"] == "paper" and data["authors"][1] == "Noam Shazeer"
    assert data["url"] == "https://arxiv.org/abs/1706.03762"
    assert open_fields(text) == FIELDS and FIELDS[-1] == "My view"
    assert "> Only attention.\n>\n> — p. 2\n\nBold.\n" in text and "> We propose." in text


def test_what_is_filled_in_is_open_no_more():
    text = note_of(ATTENTION, TODAY).replace("## Problem\n", "## Problem\n\nRecurrence is slow.\n")
    text = text.replace("## Method\n", "## Method\n\n<!-- to do -->\n")
    assert open_fields(text) == FIELDS[1:]
    assert sections(text)["problem"] == "Recurrence is slow."


PIECES = st.sampled_from(
    ["## Problem", "## METHOD ##", "## Result  ", "### Limits", "##Data", "Words.", "\n", "\n\n", "<!-- x -->", "<!--",
     "-->", " ", "\t", "## ", "# ", "---\n", "## Problem: ", "## Other\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
@example("## Problem\n ## Problem")
@example("## Problem\n## ")
@example("## Problem\n##  ")
def test_a_glance_at_the_headings_tells_the_same_as_reading_the_note(text):
    told = sections(text)
    assert open_fields(text) == tuple(name for name in FIELDS if not told.get(name.lower()))


def test_the_same_paper_is_known_by_number_or_title():
    held = [one for one in [paper_in(note_of(ATTENTION, TODAY))] if one]
    for same in (Paper("Other", arxiv="1706.03762"), Paper("Attention is all you need!"), ATTENTION):
        assert apart([same], held) == ([], [same])
    for other in (Paper("Attention Is Not All You Need"), Paper("Other", arxiv="1706.03763"), Paper("RT", ("A",))):
        assert apart([other], held) == ([other], [])
    assert len(apart([Paper("RT", ("A",)), Paper("RT", ("B",)), Paper("RT", ("A",))], [])[0]) == 2


def test_what_two_sources_tell_of_one_paper_comes_together():
    (joined,), old = apart([Paper("A paper about caches", key="k"), Paper("A Paper About Caches", doi="10.1234/x",
                            passages=(Passage("w"),))], [])  # fmt: skip
    assert not old and (joined.key, joined.doi, len(joined.passages)) == ("k", "10.1234/x", 1)


def test_a_note_is_read_on_the_day_it_says_once_a_question_is_answered():
    text = note_of(ATTENTION, TODAY)
    answered = text.replace("## Problem\n", "## Problem\n\nRecurrence is slow.\n")
    assert answered_on(text) == "" and answered_on(answered) == TODAY
    assert answered_on(answered.replace("kind: paper", "kind: paper\nread: 2026-12-01")) == "2026-12-01"


def test_one_article_is_known_by_its_address_or_a_long_title():
    assert is_article(Paper("A", url="https://e.org/x/"), Paper("B", url="http://www.e.org/x?utm_source=y"))
    assert not is_article(
        Paper("The same long title", url="https://e.org/x"), Paper("The same long title", url="https://e.org/y")
    )
    assert is_article(Paper("The same long title!"), Paper("the same long title", url="https://e.org/y"))
    assert not is_article(Paper("Page"), Paper("Page"))


def test_numbers_as_people_write_them():
    for written in (
        "1706.03762",
        "arXiv:1706.03762v5",
        "https://arxiv.org/pdf/1706.03762v2.pdf",
        "arxiv.org/abs/1706.03762",
    ):
        assert arxiv_in(written) == "1706.03762"
    assert arxiv_in("hep-th/9901001") == "hep-th/9901001"
    assert [arxiv_in(text) for text in ("refs.bib", "2026", "notes/1234567", "10.1145/3.4")] == [""] * 4
    assert doi_in("https://doi.org/10.1145/359576.359579.") == "10.1145/359576.359579" and doi_in("1706.03762") == ""


words = st.text(max_size=40)


@given(words, st.lists(words, max_size=3), words, words, words, words)
def test_any_words_make_a_note_that_is_read_back(title, authors, year, key, text, place):
    paper = Paper(title, tuple(authors), year, key, abstract=text, passages=(Passage(text, place, text),))
    note = note_of(paper, TODAY)
    assert read_front_matter(note).problems == ()
    assert open_fields(note) == FIELDS
    assert key_of(paper) and not set(file_name(paper)) & set('/\\.:*?"<>|')
