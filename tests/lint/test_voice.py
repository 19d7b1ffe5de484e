import random

from inkwright.lint.habits import NEW, habits, mean_and_spread
from inkwright.lint.tokens import tokens
from inkwright.lint.voice import drifts, learn, share_in_english
from inkwright.model.voice import VoiceProfile
from inkwright.text.markdown import parse_text

CALM = (
    "the cache was cold when we looked at it so the first calls went to the disk and took a while",
    "we started the job at night and it found the table that had dropped out of the log",
    "after that the calls were fast and nobody had to wait for the machine in the cellar",
    "then we wrote down what we saw and went home because the job was done",
    "in the morning the graph was flat and the people on call had slept",
)
LOFTY = (
    "Notwithstanding the aforementioned considerations, every subsidiary undertaking shall furnish the secretariat with"
    " quarterly attestations; whosoever neglects this obligation forfeits, ipso facto, all entitlements hitherto vested"
    " in the constituent municipalities of the archdiocese, pursuant to the articles of incorporation, whereupon"
    " restitution becomes inadmissible."
)


def paragraph(seed: int) -> str:
    said = random.Random(seed).sample(CALM, 4)
    return " ".join(one[0].upper() + one[1:] + "." for one in said)


def profile(posts: int = 6) -> VoiceProfile:
    documents = [parse_text("\n\n".join(paragraph(10 * n + m) for m in range(6)), f"{n}.md") for n in range(posts)]
    learnt = learn("me", documents)
    assert learnt is not None
    return learnt


def test_what_is_learnt() -> None:
    learnt = profile()
    assert (learnt.author, learnt.posts, learnt.paragraphs) == ("me", 6, 36)
    assert learnt.words == sum(learnt.counts.values())
    assert 10 < learnt.features["words a sentence"][0] < 20
    assert learnt.usual < learnt.far


def test_too_little_is_not_learnt() -> None:
    assert learn("me", []) is None
    assert learn("me", [parse_text(paragraph(1), "post.md")]) is None


def test_a_foreign_paragraph_comes_first_and_is_far() -> None:
    text = "\n\n".join([*(paragraph(100 + n) for n in range(6)), LOFTY, *(paragraph(200 + n) for n in range(6))])
    document = parse_text(text, "post.md")
    learnt = profile()
    first, *rest = drifts(document, learnt)
    assert document.slice(first.span) == LOFTY
    assert first.distance > learnt.far
    assert all(drift.distance < learnt.far for drift in rest)
    assert len(first.differences) == 3
    assert NEW in {difference.feature for difference in first.differences}


def test_short_paragraphs_and_empty_posts_are_not_judged() -> None:
    assert drifts(parse_text("Notwithstanding. Ipso facto!\n", "post.md"), profile()) == []
    assert drifts(parse_text("", "post.md"), profile()) == []


def test_habits_of_a_paragraph() -> None:
    (held,) = tokens(parse_text("Cold. I'm not sure, but you don't wait (ever): why?", "post.md"))
    found = habits(held, {"wait": 1, "sure": 2})
    assert found["contractions"] == 20
    assert found["fragments, in % of sentences"] == 50
    assert found["“I”"] == 10
    assert found["“you”"] == 10
    assert found["commas"] == 10
    assert found["parentheses"] == found["question marks"] == found["colons"] == 10
    assert 0 < found[NEW] < 100


def test_mean_and_spread() -> None:
    assert mean_and_spread([]) == (0, 0)
    assert mean_and_spread([1, 3]) == (2, 1)


def test_common_words_are_common() -> None:
    assert share_in_english("the") > share_in_english("cache") > share_in_english("zxqv")
