"""How often each rule of judgement marks something in what one writer publishes."""

from collections.abc import Mapping

from msgspec import Struct


class WriterRates(Struct, frozen=True):
    """The habits of one author (`author` "" for posts that name none, or for all together).

    `rates` gives findings per 1,000 words by rule, for rules whose findings are a habit of this writer; `posts` and
    `words` are what they were measured on, `date` (ISO) is when.
    """

    author: str
    date: str
    posts: int
    words: int
    rates: Mapping[str, float]


class Usual(Struct, frozen=True):
    """Findings of one rule in one text beside what is usual.

    `here` are those of this text, `yours` those that the writer's published posts have in so many words and `good`
    those of good published prose. `held`: they are no more than usual, so that a report for people leaves them out.
    """

    here: int
    yours: float
    good: float
    held: bool
