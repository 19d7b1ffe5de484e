"""Texts by several models on one prompt, judged by the writer who did not know which was whose."""

from msgspec import Struct


class Comparison(Struct, frozen=True):
    """One judgement: `ranks` holds a place for each of `names` (1 is best, the same place is a tie). `date` is ISO,
    `prompt` and `why` are the writer's own words, "" when there are none."""

    date: str
    names: tuple[str, ...]
    ranks: tuple[int, ...]
    prompt: str = ""
    why: str = ""


class Standing(Struct, frozen=True):
    """How one name did against the others, pair by pair: `share` of pairs won (a tie is half), between `low` and
    `high` with 95 % certainty."""

    name: str
    pairs: int
    won: int
    lost: int
    tied: int
    share: float
    low: float
    high: float
