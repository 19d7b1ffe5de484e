from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from inkwright.cli.main import main
from inkwright.model.found import Asked
from inkwright.notes.questions import grouped, question_in, questions_of

SAME = [
    (
        "Why is the first CUDA kernel launch so slow?",
        "why does the first kernel launch take so long",
        "first CUDA launch is slow, why?",
    ),
    (
        "How do I choose a batch size for inference?",
        "what batch size should I use for inference",
        "which batch size is best for inference?",
    ),
    ("Why is the KV cache so big?", "How much memory does the KV cache take?", "How large does the KV cache get?"),
    (
        "Do we need Kubernetes for a small model?",
        "Is Kubernetes worth it for one small model?",
        "small model: why run Kubernetes at all?",
    ),
    ("How do you version prompts?", "Where should prompt versions live?", "what is the way to version a prompt?"),
    (
        "How many eval examples are enough?",
        "how many examples does an eval need?",
        "Is a hundred eval examples enough?",
    ),
    (
        "Can I average percentiles across hosts?",
        "why can't percentiles be averaged over hosts?",
        "is averaging the p99 percentiles of hosts wrong?",
    ),
    (
        "What does a tokenizer do with digits?",
        "Why do tokenizers split digits?",
        "how are digits split by the tokenizer?",
    ),
    (
        "When should I retry a failed request?",
        "how often should a failed request be retried?",
        "Should failed requests be retried at all?",
    ),
    ("How do I write a good postmortem?", "what belongs in a postmortem?", "who writes the postmortem?"),
]
OTHERS = [
    "How do I profile a memory leak?",
    "Why did the deploy drop connections?",
    "What is a partial index good for?",
    "Should the log hold user ids?",
    "Which GPU to rent for a weekend?",
    "how long is a git branch allowed to live?",
    "Does quantization hurt long contexts?",
    "What breaks when a clock jumps?",
    "Who reviews the dashboards?",
    "Is sorting by length worth it?",
    "Why is my Docker image so large?",
    "How do you interview for taste?",
    "what would a smaller embedding lose?",
    "Can a cron job run twice?",
]


def asked(*texts):
    return [Asked("log/2026-11-20.md", no, "2026-11-20", text) for no, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Ana asked again: why is the first launch slow?", "why is the first launch slow?"),
        ("Fixed it. But how did it ever work? No idea.", "how did it ever work?"),
        ("how to choose a batch size", "how to choose a batch size"),
        ("cache or no cache?", "cache or no cache?"),
        ("Fixed the launch", ""),
        ("???", ""),
        ("", ""),
    ],
)
def test_the_question_in_a_line(line, question):
    assert question_in(line) == question


def test_an_idea_that_is_meant_as_a_question_needs_no_mark():
    assert question_in("batch size for inference", meant=True) == "batch size for inference"


def test_the_questions_of_a_note_with_their_lines():
    text = "# What is a warp?\n\nText.\n- [ ] same for batch jobs?\n```\nreally?\n```\nhttps://a.example/?q=x?\n"
    assert questions_of(text) == [(1, "What is a warp?"), (4, "same for batch jobs?")]


def test_paraphrases_come_together_and_strangers_do_not():
    """Nine of ten at least, and no group holds two different questions."""
    listed = asked(*(text for group in SAME for text in group), *OTHERS)
    sets = [{one.line for one in group.asked} for group in grouped(listed)]
    assert sum(set(range(3 * no, 3 * no + 3)) in sets for no in range(len(SAME))) >= 9
    assert all(len({line // 3 if line < 3 * len(SAME) else line for line in group}) == 1 for group in sets)


def test_three_times_want_an_faq_and_twice_does_not():
    first, second = grouped(asked(*SAME[0], *SAME[2][:2]))
    assert (first.count, second.count) == (3, 2)
    assert "write an FAQ" in first.advice and second.advice == ""
    assert grouped([]) == []


@given(st.lists(st.text(alphabet="abc why? kernel", max_size=30), max_size=12))
def test_every_question_stands_in_just_one_group(texts):
    found = [one.line for group in grouped(asked(*texts)) for one in group.asked]
    assert sorted(found) == list(range(len(texts)))


def test_the_command(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("inkwright.toml").touch()
    Path("log").mkdir()
    Path("log/2026-11-20.md").write_text("".join(f"- 10:0{no} {text}\n" for no, text in enumerate(SAME[0])))
    Path("ideas.md").write_text("- 2026-11-01 quantization of caches [from:: question]\n- a plain idea\n")
    done = CliRunner().invoke(main, ["questions"])
    assert done.exit_code == 0
    assert done.output.startswith("3x  ") and "write an FAQ" in done.output and "log/2026-11-20.md:1" in done.output
    everything = CliRunner().invoke(main, ["questions", "--all"]).output
    assert "1x  quantization of caches" in everything and "plain idea" not in everything
