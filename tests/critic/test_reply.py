"""A model's words become questions bound to places, or nothing."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.critic.contract import refusal
from inkwright.critic.paragraphs import paragraphs
from inkwright.critic.reply import MOST, hear
from inkwright.model.critic import Heard
from inkwright.text.markdown import parse_text

TEXT = (
    "# On *caches*\n\nThe cache is fast. The cache is small; it’s `warm`.\n\n"
    "Latency fell to 45 ms. The cache is fast.\n\n```\nThe code is here.\n```\n"
)
DOCUMENT = parse_text(TEXT, "post.md")
PARAGRAPHS = paragraphs(DOCUMENT, code=True)
POST = "\n".join(one.text for one in PARAGRAPHS if one.number)


def part(**more: Any) -> dict[str, Any]:
    return {"paragraph": 2, "quote": "The cache is small", "kind": "question", "text": "How small is it?", **more}


def heard(*parts: Any) -> Heard:
    return hear(json.dumps({"questions": parts}), "sceptic", PARAGRAPHS)


def place(**more: Any) -> str:
    (question,) = heard(part(**more)).questions
    return f"{question.span.start}:{DOCUMENT.slice(question.span)}"


def test_a_question_keeps_its_reader_kind_and_words() -> None:
    (question,) = heard(part()).questions
    assert (question.persona, question.kind, question.text) == ("sceptic", "question", "How small is it?")
    assert DOCUMENT.slice(question.span) == "The cache is small"


def test_a_quote_is_first_looked_for_in_the_paragraph_it_names() -> None:
    first, second = TEXT.index("The cache is fast"), TEXT.rindex("The cache is fast")
    assert place(quote="The cache is fast", paragraph=2) == f"{first}:The cache is fast"
    assert place(quote="The cache is fast", paragraph=3) == f"{second}:The cache is fast"
    assert place(quote="cache", paragraph=2).startswith(str(TEXT.index("cache is fast")))


def test_a_quote_with_a_wrong_number_must_have_one_place() -> None:
    assert place(quote="Latency fell", paragraph=99).endswith(":Latency fell")
    assert place(quote="Latency fell", paragraph=None).endswith(":Latency fell")
    refused = heard(part(quote="The cache is fast", paragraph=99))
    assert refused.questions == () and refused.refused == {"about words that are not in the post": 1}


def test_straight_quotes_and_odd_spaces_are_the_same_words() -> None:
    assert place(quote="it's  warm").endswith(":it’s `warm")


@pytest.mark.parametrize("quote", ["", " ", "…", "the cache is small", "Cache rules", "The code is here", "x" * 5000])
def test_words_that_are_not_in_the_prose_are_refused(quote: str) -> None:
    assert heard(part(quote=quote)).refused == {"about words that are not in the post": 1}


@pytest.mark.parametrize(
    "odd",
    [
        None, 7, "text", [], {}, {"text": "How?"}, part(kind="edit"), part(text=7), part(text=None), part(quote=None),
        part(paragraph="2"), part(replacement="The cache holds ten blocks."), part(suggestion=""),
    ],
)  # fmt: skip
def test_a_misshapen_part_is_refused(odd: Any) -> None:
    found = heard(odd, part())
    assert found.refused == {"misshapen": 1} and len(found.questions) == 1 and found.parts == 2


def test_questions_come_in_the_order_of_the_post_and_once() -> None:
    found = heard(part(quote="Latency fell", paragraph=3), part(), part(), part(text="Is it small?"))
    assert [question.text for question in found.questions] == ["How small is it?", "Is it small?", "How small is it?"]
    assert found.refused == {"said twice": 1} and found.parts == 4


def test_no_more_than_a_screenful_is_looked_at() -> None:
    found = heard(*(part(text=f"How small is {'very ' * number}small?") for number in range(MOST + 3)))
    assert len(found.questions) == MOST and found.refused == {"more than was asked for": 3}


@pytest.mark.parametrize(
    "words",
    [
        "Here is a better version: the cache keeps warm blocks.", "", None, "null", "7", '"prose"', "{}",
        '{"questions": 7}',
        '{"questions": [], "post": "The cache keeps warm blocks."}', '{"questions": [', "[" * 100_000, "\ud800",
        'Sure!\n```json\n{"questions": []}\n```', '{"questions": []} The cache keeps warm blocks.',
    ],
)  # fmt: skip
def test_anything_but_a_list_is_broken(words: str | None) -> None:
    assert hear(words, "sceptic", PARAGRAPHS) == Heard("sceptic", broken=True)


@pytest.mark.parametrize(
    "wrapped", ['{{"questions": {}}}', "{}", "```json\n{}\n```", "```\n{}\n```", "<think>The cache is</think>\n{}"]
)
def test_usual_wrappings_are_taken_off(wrapped: str) -> None:
    assert len(hear(wrapped.format(json.dumps([part()])), "sceptic", PARAGRAPHS).questions) == 1


def test_an_empty_list_is_a_good_answer() -> None:
    assert heard() == Heard("sceptic")


WORDS = st.lists(
    st.sampled_from(
        ["What", "Why", "I doubt that", "Unclear whether", "the cache", "is", "rewrite", "instead say", '"', "“", "”",
         "'",
         "`", "45", "46", "?", ".", ":", ",", "\n", "faster", "warm", "it should", "[x](y)", "\x1b[0m", "\u200b"]
    ), max_size=12,
).map(" ".join)  # fmt: skip
TEXTS = st.one_of(WORDS, WORDS.map("What {}?".format), WORDS.map("I doubt that {}.".format), st.text(max_size=60))
PARTS = st.fixed_dictionaries(
    {
        "quote": st.sampled_from(["The cache", "Latency fell to 45 ms.", "nowhere", ""]),
        "kind": st.sampled_from(["question", "doubt", "fix"]),
        "text": TEXTS,
    },
    optional={"paragraph": st.integers(-1, 9), "replacement": TEXTS},
)
JSON = st.recursive(st.none() | st.integers() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=3))


@given(st.one_of(st.lists(st.one_of(PARTS, JSON), max_size=5).map(json.dumps), st.text(max_size=80)))
def test_whatever_comes_only_what_the_contract_allows_is_kept(words: str) -> None:
    found = hear(words, "sceptic", PARAGRAPHS)
    assert found.parts == len(found.questions) + sum(found.refused.values())
    for question in found.questions:
        assert refusal(question.text, question.kind, POST) is None
        assert DOCUMENT.slice(question.span) in ("The cache", "Latency fell to 45 ms.")
