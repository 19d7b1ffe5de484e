"""What a model may say: questions and doubts, never a sentence to paste."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inkwright
from inkwright.critic import contract as rules
from inkwright.critic.contract import INSERTABLE, NEITHER, refusal
from inkwright.critic.personas import contract, shipped

POST = (
    "The cache evicts the coldest block first, and latency fell from 45 ms to 31 ms on one A100.\n"
    "We call a block hot when two requests touched it. Batches of 64 don’t fit, so Redis was replaced by a file.\n"
    "Naïve eviction costs 12 % of throughput."
)
GOOD = [
    "What was held constant between the two runs?",
    "Why did you replace Redis with a file?",
    "How often was the latency of 45 ms measured?",
    'What does "hot" mean for a block that is read once?',
    "What does “hot” mean here?",
    "What does `A100` stand for, and who has one?",
    "How is the author's “hot” different from 'coldest'?",
    "Why should a reader believe that eviction is the cause?",
    "Is the 12 % an average over all batches?",
    "Does the latency change when the batches get smaller?",
    "Would this hold with more than one process?",
    "Who decides when a block is cold?",
    "Can a reader repeat this without an A100?",
    "Did you measure with the cache turned off?",
    "Why do you say that the block is the right unit?",
    "Would you recommend this to a team without a cluster?",
    "What happens if the file is read while it is written?",
    "How does this compare with the LRU that most servers use?",
    "Where does the remaining time go?",
    "What made you choose a file instead of a database?",
    "What would have shown that the author's guess was wrong?",
    "Is naïve eviction what other servers do?",
    "Why don't batches of 64 fit?",
    "How long does an insert take?",
    "What does it cost a month to run this?",
    "Have other causes been ruled out?",
    "Can you tell the two effects apart?",
    "Do you know how large the noise is?",
    "What is better about this than the default?",
]
DOUBTS = [
    "I doubt that one A100 stands for a cluster.",
    "I doubt whether the gain survives under load.",
    "I do not see how eviction explains the whole gain.",
    "I do not see why the first number is the baseline.",
    'I cannot tell whether "hot" is a property of the block or of the moment.',
    "Unclear whether the 12 % were measured or guessed.",
    "Unclear which version of the server was used.",
    "I am not sure what the file holds after a restart.",
    "I do not follow why latency and not throughput was chosen.",
]
SMUGGLED = [
    'How about "The cache drops whatever was used least recently"?',
    'Why not say "the cache drops the block that was used least recently"?',
    "Why not say that the cache drops the block used least recently?",
    "Could you write that the cache drops old blocks?",
    "Would it read better as a claim about blocks?",
    "Would this be clearer as a table?",
    "What if the sentence said the cache keeps warm blocks?",
    "Does the reader understand it if the sentence said blocks age?",
    "What about: The cache keeps warm blocks and drops cold ones?",
    "Is it clear? Try: the cache keeps warm blocks.",
    "Why is this here, rewrite it as a list of blocks?",
    "Can this be rephrased?",
    "Is `evict(block)` what you mean?",
    "Is `` what you mean?",
    "Is “The” “cache” “file” what you mean?",
    "What does this mean?\n\nThe cache keeps warm blocks.",
    "What does **this** mean?",
    "What does this mean - the cache keeps warm blocks?",
    "What does this mean; the cache keeps warm blocks?",
    "What does this mean (the cache keeps warm blocks)?",
    "What is this, change it to a claim about blocks?",
    "Why don't you say that the cache keeps warm blocks?",
    "Why do you not say that the cache keeps warm blocks?",
    "Why does 'the cache keeps warm blocks' not stand here?",
    "Why does ‘the cache keeps warm blocks’ not stand here?",
    "Why does «the cache keeps warm blocks» not stand here?",
    "Why does 「the cache keeps warm blocks」 not stand here?",
    'Why does "the cache not stand here?',
    "Did latency fall by 31.1 %?",
    "Is this described at https://cache.example/how?",
    "What\u200b does this mean?",
    "What does this mean\u202e?",
    "What does this m\u0435an?",
    "What does \x1b[31mthis mean?",
    "What does this mean, for example the cache keeps warm blocks?",
    "What is the point, something like a faster cache?",
    "Which words, please?",
    "Is the number right, it should read 30 ms?",
    "What does the reader think if you said blocks age?",
    "Unclear whether it holds, better to say that blocks age.",
    "I doubt that this is right, write that blocks age.",
    "What does this mean when the cache keeps warm blocks and drops the cold ones so that every later request of the "
    "same user finds what it needs without asking the slow store again and again?",
]
VERBS = (
    "write rewrite improve draft compose generate complete continue polish edit rephrase reword summarise summarize "
    "shorten expand translate fix mend"
)
NO_QUESTION = [
    "The cache keeps warm blocks.",
    "This section needs numbers.",
    "Should this be a table?",
    "what does this mean?",
    "What a fast cache.",
    "What's the point?",
    "In short, what does it cost?",
    "",
    "?",
    "I doubt that this holds.",
]
NO_DOUBT = [
    "I doubt it.",
    "I do not see the point.",
    "Unclear.",
    "Doubtful whether it holds.",
    "What was measured?",
    "I doubt that this holds",
    "I doubt that this holds!",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_good_question_is_shown(text: str) -> None:
    assert refusal(text, "question", POST) is None


@pytest.mark.parametrize("text", DOUBTS)
def test_a_good_doubt_is_shown(text: str) -> None:
    assert refusal(text, "doubt", POST) is None


@pytest.mark.parametrize("text", SMUGGLED)
def test_what_could_be_pasted_is_not(text: str) -> None:
    assert refusal(text, "question", POST) is not None
    assert refusal(text, "doubt", POST) is not None


@pytest.mark.parametrize("text", NO_QUESTION)
def test_a_question_asks(text: str) -> None:
    assert refusal(text, "question", POST) == NEITHER


@pytest.mark.parametrize("text", NO_DOUBT)
def test_a_doubt_has_a_fixed_stem(text: str) -> None:
    assert refusal(text, "doubt", POST) == NEITHER


def test_two_sentences_are_prose() -> None:
    assert refusal("Is it the cache. Does the cache keep warm blocks?", "question", POST) == INSERTABLE
    assert refusal("I doubt that it is the cache. The cache keeps warm blocks.", "doubt", POST) == INSERTABLE


def test_the_length_is_bounded() -> None:
    assert refusal(f"What is {'a ' * 27}block?", "question", POST) is None
    assert refusal(f"What is {'a ' * 28}block?", "question", POST) == INSERTABLE
    assert refusal(f"What is a {'b' * 189}?", "question", POST) is None
    assert refusal(f"What is a {'b' * 190}?", "question", POST) == INSERTABLE


@given(st.lists(st.sampled_from([*"?.!\"'“”‘’«»`*:;,()-\n\x1b", " ", "What", "I doubt that", "the cache", "64", "7"])))
def test_whatever_passes_is_one_plain_line(parts: list[str]) -> None:
    for kind in ("question", "doubt"):
        for text in ("".join(parts), "What " + "".join(parts) + "?", "I doubt that " + "".join(parts) + "."):
            if refusal(text, kind, POST) is None:
                assert len(text) <= 200 and len(text.split()) <= 30 and text.isprintable() and "7" not in text
                assert text.endswith("?" if kind == "question" else ".") and text.count("?") == (kind == "question")
                assert text.split()[0] in ("What", "I") and not set(text) & set("`*:;()!\n\x1b«»")
                assert all(said in POST for said in re.findall(r"[\"“”]([^\"“”]*)[\"“”]", text))


def test_the_model_is_told_what_will_be_refused() -> None:
    told = contract()
    assert all(stem in told for stem in rules.STEMS)
    assert all(word in told for word in rules.OPENINGS)
    assert f"{rules.LONGEST} characters" in told and f"{rules.MOST_WORDS} words" in told


def test_the_example_that_the_model_is_shown_is_allowed() -> None:
    assert '"text": "What was measured here?"' in contract()
    assert refusal("What was measured here?", "question", POST) is None


PACKAGE = Path(inkwright.__file__).parent
OURS = [
    contract(), *shipped().values(), *(path.read_text("utf-8") for path in sorted(PACKAGE.glob("critic/*.py"))),
    *((PACKAGE / folder / "critic.py").read_text("utf-8") for folder in ("flows", "cli/commands", "model")),
]  # fmt: skip


@pytest.mark.parametrize("text", OURS)
def test_no_prompt_and_no_code_asks_for_prose(text: str) -> None:
    lowered = " ".join(text.lower().split())
    for verb in VERBS.split():
        for noun in ("post", "article", "text", "paragraph", "sentence", "section", "title", "introduction", "prose"):
            for article in ("the", "a", "this", "my", "your", "their", "its"):
                assert not re.search(rf"\b{verb} {article} {noun}\b", lowered)
