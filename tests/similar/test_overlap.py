import pytest
from tests.hostile_parts import ONE_WORD, THREE_LETTERS

from inkwright.similar.overlap import Overlap, Source


def said(text: str) -> list[str]:
    return text.split()


PASSAGE = said(
    "a cold cache answers every request from the disk until the working set has been read once which took us nine"
    " minutes on the old machines and nobody had told the people who were on call that night"
)
BEFORE = said("first we looked at something else entirely for a while and wrote down every single step")
OTHER = said(
    "the scheduler picks whichever worker has the shortest queue and hands it the next batch so that no machine waits"
    " longer than the others even when one of them is slower than we had hoped at the start of the week"
)


def test_word_for_word() -> None:
    (found,) = Source([*BEFORE, *PASSAGE, *OTHER]).overlaps(PASSAGE)
    assert found == Overlap(0, len(PASSAGE), len(BEFORE), len(BEFORE) + len(PASSAGE), len(PASSAGE))


def test_unrelated() -> None:
    assert Source([*BEFORE, *OTHER]).overlaps(PASSAGE) == []
    assert Source([]).overlaps(PASSAGE) == []
    assert Source(PASSAGE).overlaps([]) == []


def test_a_shared_phrase_is_no_copy() -> None:
    source = Source([*BEFORE, *said("in the rest of this post we will look at the"), *OTHER])
    assert source.overlaps(said("in the rest of this post we will look at caches and why they were cold")) == []


@pytest.mark.parametrize("every", [6, 8, 11])
@pytest.mark.parametrize("change", ["drop", "swap", "add"])
def test_light_edits(every: int, change: str) -> None:
    edited = []
    for at, word in enumerate(PASSAGE):
        if at % every != every - 1:
            edited.append(word)
        elif change == "swap":
            edited.append("other")
        elif change == "add":
            edited += [word, "rather"]
    (found,) = Source([*OTHER, *PASSAGE, *BEFORE]).overlaps(edited)
    assert found.shared >= len(PASSAGE) * 0.8
    assert found.source_start >= len(OTHER)


def test_two_passages_from_two_places() -> None:
    source = Source([*PASSAGE, *BEFORE * 9, *OTHER])
    ours = said("and then this is ours alone as nobody else says it")
    found = source.overlaps([*OTHER, *ours, *PASSAGE])
    assert [one.start for one in found] == [0, len(OTHER) + len(ours)]


@pytest.mark.parametrize(("source", "copied"), [ONE_WORD, THREE_LETTERS])
def test_words_that_repeat_without_end_are_no_passage(source: list[str], copied: list[str]) -> None:
    assert Source(source).overlaps(copied) == []
