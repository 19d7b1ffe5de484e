import pytest

from inkwright.lint.engine import check
from inkwright.lint.rule import with_defaults
from inkwright.lint.tokens import tokens
from inkwright.lint.weasels import weasels
from inkwright.model.context import Context
from inkwright.text.markdown import parse_text

PLAIN = "The job reads the table and writes a row to the log of the other host, which is what we have asked of it. "


def findings(text: str, **options: int) -> list[tuple[str, str]]:
    """The words named and what is said of each."""
    document = parse_text(text, "post.md")
    context = Context(options=with_defaults({"weasel-word": options}))
    return [(document.slice(one.span), one.message) for one in check(document, context, only=["weasel-word"])]


def named(text: str, **options: int) -> list[str]:
    return [word for word, _ in findings(text, **options)]


def test_a_passage_without_matches_has_none() -> None:
    (held,) = tokens(parse_text("The cache is small.", "post.md"))
    assert weasels(held, ()) == ()


@pytest.mark.parametrize("word", ["certainly", "essentially", "possibly", "definitely", "simply", "supposedly"])
def test_a_word_with_a_purpose_counts_behind_a_verb_and_beside_another_one(word: str) -> None:
    assert named(f"The lock, {word} a file, is held by one worker.") == []
    assert named(f"The lock is {word} held by one worker.") == [word]
    assert named(f"The lock, {word} a basically empty file, is held.") == [word, "basically"]
    assert named(f"The lock, {word} a file, is held. Basically nobody waits for it.") == ["Basically"]


def test_words_with_a_purpose_count_where_a_post_is_full_of_them() -> None:
    few = [f"{PLAIN}{word}, the lock is a file. {PLAIN}" for word in ("Certainly", "Essentially")]
    assert named("\n\n".join(few)) == []
    three = [*few, f"{PLAIN}Supposedly the lock is a file. {PLAIN}"]
    assert named("\n\n".join(three)) == ["Certainly", "Essentially", "Supposedly"]
    assert named("\n\n".join([*three, *[PLAIN] * 100])) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is not very small.",
        "It was as really slow as the old one.",
        "The run was extremely cheap at 12 dollars.",
        "Certainly a lock is cheap, but it is held for long.",
        "It is certainly cheap. But nobody uses it.",
        "We asked whether the disk is actually full.",
        "Watch *Very Fast Tables Are Really Fast* on the way.",
        "It is *very* fast, and __really__ small.",
    ],
)
def test_what_stands_around_a_word_shows_that_it_is_meant(text: str) -> None:
    assert named(text) == []


def test_the_same_words_without_it_are_named() -> None:
    assert named("It is very small.") == ["very"]
    assert named("The run was extremely cheap at the end of the month.") == ["extremely"]
    assert named("It is certainly cheap. We use it.") == ["certainly"]
    assert named("The disk is actually full.") == ["is actually"]


def test_a_post_with_as_many_as_good_writers_have_shows_the_clearest_and_counts_the_rest() -> None:
    said = [f"{PLAIN}It was a {word} odd run. " for word in ("very", "extremely", "incredibly", "truly", "totally")]
    post = "\n\n".join([*said, f"{PLAIN}The disk is really full.", *[PLAIN] * 20])
    shown = findings(post)
    assert [word for word, _ in shown] == ["very", "extremely", "really"]
    assert [message.endswith(" (3 more such words in this post)") for _, message in shown] == [False, False, True]
    assert len(named(post, shown=99)) == 6
    assert len(named(f"{post}\n\n{PLAIN * 90}")) == 5
    assert findings(post, shown=5)[-1][1].endswith(" (1 more such word in this post)")
    assert not any("more such" in message for _, message in findings(post, shown=6))


def test_a_post_with_more_than_good_writers_have_shows_all() -> None:
    post = "\n\n".join([f"{PLAIN}It was an extremely odd run."] * 6)
    assert named(post) == ["extremely"] * 6
