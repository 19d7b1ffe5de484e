"""What a post gives to talk about: a finding, a choice, a number, once each."""

from inkwright.promote.sayings import sayings
from inkwright.promote.score import Scores
from inkwright.promote.talking import talking_points
from inkwright.text.markdown import parse_text

POST = """# Slow sessions

Our cache of sessions answered in 48 ms, and nobody knew why.

## What we did

We chose a binary format instead of JSON because the client serialised every session twice.

## What it gave

Turning off the second pass cut the median of the shop from 48 ms to 4 ms.

The whole change took three people two weeks of work.
"""


def found(text):
    return talking_points(Scores(sayings(parse_text(text)), "slow sessions", lambda word: 1.0).scored)


def test_one_sentence_of_each_kind_in_order():
    kinds = {kind: saying.text for kind, saying in found(POST)}
    assert list(kinds) == ["finding", "choice", "number"]
    assert kinds["choice"].startswith("We chose a binary format instead of JSON")
    assert "48 ms" in kinds["finding"] and kinds["number"] != kinds["finding"]


def test_a_post_without_any_gives_none():
    assert found("") == ()
    assert found("# A\n\nIt was a nice day, and then it was over.") == ()


def test_no_two_points_come_from_one_paragraph():
    points = found("We chose SQLite instead of files. It cut the load from 40 s to 4 s. Writing took 30 % longer.")
    assert len({saying.passage for _, saying in points}) == len(points)
