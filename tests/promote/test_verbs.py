"""Sentences and fragments."""

import pytest

from inkwright.promote.verbs import has_verb, may_have_verb


@pytest.mark.parametrize(
    "text",
    [
        "The cache is full.",
        "Our server restarts twice a day.",
        "We moved the queue to a smaller machine.",
        "P2P reduced the median by 43%.",
        "Plan in tokens.",
        "Nobody reads the logs.",
        "The fix cost an afternoon.",
        "Gemma, a family of small models, runs on a laptop.",
        "Sprints are working sessions.",
        "The list consists of ten hosts.",
        "Our ring cut the memory of a cache by half.",
    ],
)
def test_a_sentence_has_its_verb(text: str) -> None:
    assert has_verb(text)


@pytest.mark.parametrize(
    "text",
    [
        "Shared caching with transfer between instances and global indexing.",
        "A pool of 64 shared prefixes, larger than any single cache.",
        "One cache against another for logs, measured on 50,000 records.",
        "High-performance interfaces for faster data transfer between servers.",
        "Overnight batch work, minutes of meetings, and autonomous agents.",
        "Smart routing for scheduling incoming requests to hosts that are likely to have hot caches of past work.",
        "Added the new table to the file that was there.",
        "",
    ],
)
def test_a_fragment_has_none(text: str) -> None:
    assert not has_verb(text)


def test_a_paragraph_gets_the_benefit_of_the_doubt_but_no_caption() -> None:
    assert may_have_verb("Multi-turn loops zigzag over long prefixes.")
    assert not may_have_verb("Comparing baseline and congested states for both transports.")
    assert not may_have_verb("Continuously trains the model from live traffic.")
    assert not may_have_verb("")
