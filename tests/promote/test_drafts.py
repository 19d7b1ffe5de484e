"""Drafts: the author's own sentences, within each network's limits, and questions where the post says nothing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.promotion import Person, Subject
from inkwright.promote.check import check
from inkwright.promote.counting import length
from inkwright.promote.drafts import draft
from inkwright.promote.layout import parts
from inkwright.promote.networks import names, network
from inkwright.promote.sayings import sayings
from inkwright.promote.score import Scored, Scores
from inkwright.text.markdown import parse_text

from .sample import POST

URL = "https://me.dev/posts/slow-cache/"
TITLE = "Why our cache of sessions was slow"


def scored(text: str) -> tuple[Scored, ...]:
    return Scores(sayings(parse_text(text)), TITLE, lambda word: 3.0).scored


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def body(text: str) -> str:
    """A draft without what we say ourselves: comments, questions, the title, addresses."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    return re.sub(r"\[\?[^\]]*\]|https?://\S+|^## .*$|^---$", "\n", text, flags=re.M)


@pytest.mark.parametrize("name", names())
def test_every_sentence_of_a_draft_stands_in_the_post(name: str) -> None:
    made = draft(network(name), Subject(TITLE, URL, "slow-cache"), scored(POST))
    for line in body(made.text).split("\n"):
        assert letters(line) in letters(TITLE) or all(
            letters(said) in letters(POST) for said in re.split(r"(?<=[.?!]) ", line)
        )
    assert all(letters(saying.text) in letters(POST) for saying in made.sayings)


@pytest.mark.parametrize("name", names())
def test_a_draft_keeps_its_networks_rules_but_for_what_is_left_to_the_writer(name: str) -> None:
    made = draft(network(name), Subject(TITLE, URL, "slow-cache"), scored(POST))
    assert {one.rule.partition("/")[2] for one in check(made.text, network(name))} <= {"blank"}
    assert made.open == made.text.count("[? ")


def test_linkedin_begins_with_the_finding_and_ends_with_the_address() -> None:
    made = draft(network("linkedin"), Subject(TITLE, URL, "slow-cache"), scored(POST))
    first, *_, last = [line for line in made.text.split("-->")[1].split("\n") if line]
    assert re.search(r"\d+ (?:ms|times)", first)
    assert last == URL
    assert 3 <= len(made.sayings) <= 5


def test_a_finding_opens_although_a_commonplace_is_nearer_to_the_title() -> None:
    text = (
        "A fast cache of sessions is critical to our shop because a slow cache makes every page of it slow.\n\n"
        "## Results\n\nOne pass less took the median down from 48 ms to 4 ms.\n"
    )
    made = draft(network("linkedin"), Subject(TITLE, URL, "slow-cache"), scored(text))
    assert made.sayings[0].text.startswith("One pass less")


def test_a_post_without_findings_gives_plain_sentences_instead_of_questions() -> None:
    text = (
        "The cache supports three kinds of sessions.\n\nSessions of a year ago are kept in one large file.\n\n"
        "Slow disks hold the sessions of people who left.\n"
    )
    made = draft(network("linkedin"), Subject(TITLE, URL, "slow-cache"), scored(text))
    assert made.open == 0
    assert made.sayings[0].text == "The cache supports three kinds of sessions."


def test_what_the_description_says_is_not_said_again() -> None:
    said = "Our cache of sessions was slow, and 31 ms of the 48 ms were spent twice."
    text = f"---\ntitle: {TITLE}\ndescription: '{said}'\n---\n\n{said} Nobody knew why.\n"
    about = f"{TITLE} {said}"
    found = Scores(sayings(parse_text(text)), about, lambda word: 3.0).scored
    assert len([one for one in found if one.saying.text == said]) == 2
    made = draft(network("x"), Subject(TITLE, URL, "slow-cache"), found)
    assert made.text.count(said) == 1


def test_the_rest_keeps_the_order_of_the_post() -> None:
    made = draft(network("mastodon"), Subject(TITLE, URL, "slow-cache"), scored(POST))
    middle = [saying.span for saying in made.sayings][1:-1]
    assert middle == sorted(middle)


def test_an_empty_post_gives_questions_only() -> None:
    made = draft(network("x"), Subject(TITLE, "", "x"), ())
    assert len(parts(made.text, network("x"))) == 5
    assert letters(body(made.text)) == ""
    assert made.open == 6
    assert "[? The address of the post?]" in made.text


def test_reddit_asks_why_it_fits_and_takes_the_authors_own_question() -> None:
    made = draft(network("reddit"), Subject(TITLE, URL, "x"), scored(POST))
    assert made.text.split("-->")[1].strip().startswith(TITLE)
    assert "[? Which subreddit" in made.text
    assert "Have you ever found a cost that no graph had shown?" in made.text


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("What the cache costs", "What the cache costs"),
        ("What the cache costs: " + "a long story " * 6, "What the cache costs"),
        ("Cold: " + "a long story " * 9, "[? A title of at most 80 characters?]"),
        ("word " * 30, "[? A title of at most 80 characters?]"),
    ],
)
def test_a_title_is_cut_at_a_clause_or_asked_for(title: str, shown: str) -> None:
    made = draft(network("hacker-news"), Subject(title, URL, "x"), ())
    assert made.text.split("-->")[1].strip() == f"{shown}\n\n{URL}"


def test_people_are_three_at_most_each_with_a_question() -> None:
    people = tuple(Person(f"Ada B{n}", "posts/x.md", n, "named in a footnote") for n in range(5))
    made = draft(network("people"), Subject(TITLE, URL, "x", people=people), scored(POST))
    assert [line for line in made.text.split("\n") if line.startswith("## ")] == ["## Ada B0", "## Ada B1", "## Ada B2"]
    assert made.open == 3
    nobody = draft(network("people"), Subject(TITLE, URL, "x"), ())
    assert nobody.open == 1


def test_two_runs_give_the_same() -> None:
    for name in names():
        one, other = (draft(network(name), Subject(TITLE, URL, "x"), scored(POST)).text for _ in range(2))
        assert one == other


_WORDS = st.sampled_from(
    ["cache", "halves", "costs", "48 ms", "is", "日本語の文章", "🚀", "👨\u200d👩\u200d👧", "naïve",
     "https://a.dev/long/address", "README.md", "Donaudampfschifffahrtsgesellschaftskapitän", "x" * 90, "because",
     "we", "measured", "e\u0301", "and", "—", ";", "the", "our"]
)  # fmt: skip
_SENTENCE = st.lists(_WORDS, min_size=4, max_size=30).map(lambda words: f"Our cache {' '.join(words)}.")
_TEXT = st.lists(st.lists(_SENTENCE, max_size=4).map(" ".join), max_size=8).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(_TEXT, st.sampled_from([URL, "", "https://me.dev/" + "long/" * 50, "https://me.dev/" + "long/" * 70]))
def test_no_message_is_ever_longer_than_its_network_takes(text: str, url: str) -> None:
    found = scored(text)
    for name in names():
        page = network(name)
        for part in parts(draft(page, Subject("Our cache 日本語", url, "x"), found).text, page):
            assert not page.limit or length(part.sent, page.counting) <= page.limit


def test_a_sentence_too_long_for_a_message_is_cut_where_a_clause_ends() -> None:
    head = "Our cache of sessions took 48 ms because the client serialised every session that it was given twice over"
    text = f"{head}; {' '.join(['serialisation-of-enormous-customer-portals'] * 5)} did so again."
    made = draft(network("x"), Subject(TITLE, URL, "x"), scored(text))
    assert made.sayings[0].text == f"{head}."


@pytest.mark.parametrize("name", [name for name in names() if network(name).slots])
def test_no_draft_holds_what_would_be(name: str) -> None:
    unreal = "If 48 ms were the median of the cache of sessions, 200 requests could be 12 times slower."
    told = "Nobody knew why the cache was slow, because each page reads a session."
    subject = Subject(TITLE, URL, "slow-cache")
    assert unreal not in draft(network(name), subject, scored(f"{unreal}\n\n{told}")).text
