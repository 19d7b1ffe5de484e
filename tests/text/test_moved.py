"""Passages that stand elsewhere after a change say what a text read anew says."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.markdown import parse_text
from inkwright.text.moved import Moved, count
from inkwright.text.prose import passages, word_count
from inkwright.text.versions import follow

BLOCKS = (
    "# A heading of four",
    "One sentence here. Another *one* follows.",
    "- an item\n- a second one\n\n  with a paragraph of its own",
    "> A quoted line with `code` in it.",
    "| a | b |\n|---|---|\n| some words | more words |",
    "A note[^n] is here.\n\n[^n]: What the note says.",
)


@given(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6), st.lists(st.sampled_from(BLOCKS), max_size=3))
def test_moved_passages_are_those_of_the_text_read_anew(blocks: list[str], above: list[str]) -> None:
    """Again and again, whether somebody looked at the words in between or not."""
    before = parse_text("\n\n".join(blocks))
    passages(before)
    for at in range(len(above)):
        text = "\n\n".join([*reversed(above[: at + 1]), *blocks])
        after = parse_text(text)
        follow(after, before)
        assert word_count(after) == word_count(parse_text(text))
        if at % 2:
            assert passages(after) == passages(parse_text(text))
        passages(after)
        before = after
    assert passages(before) == passages(parse_text(before.text))


def test_no_chain_of_earlier_passages_grows() -> None:
    """A moved passage that moves again keeps the first one only, and counts without placing a word."""
    before = first = parse_text("Some words of a text.")
    kept = passages(first)
    for count_ in range(1, 4):
        after = parse_text("# Up\n\n" * count_ + "Some words of a text.")
        follow(after, before)
        passages(after)
        before = after
    moved = passages(before)[-1]
    assert isinstance(moved, Moved)
    assert moved.was is kept[0]
    assert count(moved) == 5
    assert [before.slice(word) for word in moved.words] == ["Some", "words", "of", "a", "text"]
    assert hash(moved) == hash(passages(parse_text(before.text))[-1])
