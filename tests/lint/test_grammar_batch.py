from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.grammar_batch import batches
from inkwright.model.grammar import Slip
from inkwright.model.span import Span

TEXTS = st.lists(st.text(min_size=1, max_size=30), max_size=20)


def slip(start: int, end: int) -> Slip:
    return Slip("Any", "Grammar", Span(start, end), "why")


@given(TEXTS, st.integers(1, 80))
def test_every_text_is_in_one_batch_once_and_in_order(texts: list[str], chars: int) -> None:
    made = list(batches(texts, chars))
    assert [text for batch in made for text in batch.texts] == list(dict.fromkeys(texts))
    assert all(len(batch.texts) == 1 or sum(map(len, batch.texts)) <= chars for batch in made)


@given(TEXTS, st.integers(1, 80))
def test_what_is_marked_in_the_joined_text_comes_back_at_its_own(texts: list[str], chars: int) -> None:
    for batch in batches(texts, chars):
        whole = [slip(start, start + len(text)) for text, start in zip(batch.texts, batch.starts, strict=True)]
        assert [batch.joined[one.span.start : one.span.end] for one in whole] == list(batch.texts)
        assert batch.shared_out(whole) == {text: (slip(0, len(text)),) for text in batch.texts}


def test_a_slip_that_reaches_beyond_its_text_is_dropped_and_a_text_without_one_is_told() -> None:
    (batch,) = batches(["one", "two"])
    assert batch.shared_out([slip(2, 6)]) == {"one": (), "two": ()}
    assert batch.shared_out([slip(5, 8), slip(5, 6)]) == {"one": (), "two": (slip(0, 1), slip(0, 3))}


def test_without_texts_there_is_nothing_to_ask() -> None:
    assert list(batches([])) == []
