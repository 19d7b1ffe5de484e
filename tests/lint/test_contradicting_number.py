"""Pairs of statements, the first with a bound figure: contradictions that should be seen, look-alikes that are none."""

import pytest

from inkwright.evidence.numbers import number_states
from inkwright.lint.rules.claims.contradicting_number import check
from inkwright.model.context import Context
from inkwright.text.figures import amount
from inkwright.text.markdown import parse_text

CONTRADICTIONS = [
    ("The p99 of the greedy batcher stays at {20.9 ms}.", "So the greedy batcher keeps its p99 at 26.0 ms."),
    ("SQLite writes the 50,000 records in {174 ms}.", "Writing 50,000 records to SQLite took 181 ms."),
    ("The cache holds {512 MB} of pages.", "With 480 MB the cache holds every page we serve."),
    ("Our build needs {41 seconds} on the laptop.", "A laptop build of 44 seconds is fine by me."),
    ("Accuracy on the address task is {91.2 %}.", "On the address task we reach an accuracy of 90.4 percent."),
    ("The stripped binary weighs {13.6 MB}.", "A stripped binary of 14.1 MB is nothing to be proud of."),
    ("The cluster costs {$1,240} a month.", "For a cluster that costs $1,310 a month, that is a lot."),
    ("We lost {32 torn lines} to four writers.", "Four writers, and 38 torn lines in the file."),
    ("The router answers {640 requests/s} on one core.", "One core of the router gives 655 requests/s."),
    ("`json.dump` lost {32 lines} in the shared file.", "In the shared file, `json.dump` lost 35 lines."),
    ("| Writer | Bulk write |\n|---|---|\n| SQLite | {174 ms} |", "The bulk write of SQLite needs 181 ms."),
    ("The bulk write of SQLite needs {174 ms}.", "| Writer | Bulk write |\n|---|---|\n| SQLite | 181 ms |"),
    ("Training takes {3.2 hours} on the small card.", "- Training on the small card: 3.5 hours"),
    ("Decoding is {2.4 times} as fast with the cache.", "Thanks to the cache, decoding is 2.6 times as fast."),
]
LOOK_ALIKES = [
    ("The p99 of the greedy batcher stays at {20.9 ms}.", "The p99 of the timed batcher, at 20 requests, is 26.0 ms."),
    ("The p99 of the greedy batcher stays at {20.9 ms}.", "The p50 of the greedy batcher stays at 14.5 ms."),
    ("The median latency of the model is {45 ms}.", "The median latency of the old model is 47 ms."),
    ("The median latency of the model is {45 ms}.", "The median latency of the model was under 50 ms."),
    ("The median latency of the model is {45 ms}.", "The median latency of the model varies, 40 to 47 ms."),
    ("The median latency of the model is {45 ms}.", "The median latency of the model is 45.2 ms."),
    ("The median latency of the model is {45.2 ms}.", "The median latency of the model is 45 ms."),
    ("The median latency of the model is {45 ms}.", "The median latency of the model is 900 ms when cold."),
    ("The median latency of the model is {45 ms}.", "The latency of the model is 40 ms in the best case."),
    ("The median latency of the model is {45 ms}.", "> The median latency of the model is 47 ms."),
    ("The median latency of the model is {45 ms}.", "`The median latency of the model is 47 ms.`"),
    ("The median latency of the model is {45 ms}.", "The median latency of the Llama model is 47 ms."),
    ("The median latency of the model is {45 ms}, of the cache 47 ms.", "It is small."),
    ("The median latency of the model is {45 ms}.", "The median latency of the model is 47 s."),
    ("The median latency of the model is {45 ms}.", "Every request waits 47 ms."),
    ("`json.dump` lost {32 lines} in the shared file.", "In the shared file, `json.dumps` lost 35 lines."),
    ("| Run | Median |\n|---|---|\n| a | {45 ms} |\n| b | 47 ms |", "Nothing else."),
    ("SQLite writes the records in {174 ms}.", "SQLite writes the records in 20 ms more than the file."),
    ("The read takes {45 MB/s} of the disk's bandwidth.", "The read takes 47 MB of the disk's bandwidth."),
]


def rivals(first: str, second: str) -> list[str]:
    figure = first.partition("{")[2].partition("}")[0]
    digits = "".join(char for char in figure if char.isdigit() or char in ".,")
    form = ".1f %" if "%" in figure else ".0f torn lines" if "torn" in figure else ""
    bound = first.replace("{", "").replace("}", f"<!--=r.json#k {form}-->")
    found = []
    for text in (f"{bound}\n\n{second}\n", f"{second}\n\n{bound}\n"):
        document = parse_text(text)
        states = number_states(document, lambda name: {"k": amount(digits)[0]})
        assert [one.state for one in states] == ["holds"]
        found += [document.slice(one.span) for one in check(document, Context(numbers=states))]
    return found


@pytest.mark.parametrize(("first", "second"), CONTRADICTIONS)
def test_contradictions(first: str, second: str) -> None:
    assert len(set(rivals(first, second))) == 1
    assert len(rivals(first, second)) == 2


@pytest.mark.parametrize(("first", "second"), LOOK_ALIKES)
def test_look_alikes(first: str, second: str) -> None:
    assert rivals(first, second) == []
