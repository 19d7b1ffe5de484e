"""What a writer can answer in an interview from the own posts and paper notes, each word with its line."""

from collections.abc import Mapping

from msgspec import Struct


class Quote(Struct, frozen=True):
    """A sentence of the writer's own and where it stands: path and 1-based line. `head` says what it is of, where the
    answer does not: the title and day of a post or paper, a tool and its project."""

    text: str
    path: str
    line: int
    head: str = ""


class Answer(Struct, frozen=True):
    """A question with the counts that answer it ("" for none) and sentences that show it; both empty when nothing is
    known. `missing` says what would fill it, or what is missing beside them."""

    name: str
    question: str
    counts: str
    quotes: tuple[Quote, ...]
    missing: str = ""


class Telling(Struct, frozen=True):
    """A published post as an interview sees it: what it is about, the tools that it is about, and its best sentence in
    each role (finding, surprise, why, limits, takeaway, impact, tool), with its worth."""

    id: str
    title: str
    path: str
    date: str
    tags: tuple[str, ...] = ()
    pillar: str = ""
    template: str = ""
    project: str = ""
    audience: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    best: Mapping[str, tuple[float, Quote]] | None = None


class PaperTelling(Struct, frozen=True):
    """A paper's note that was worked on: the day it was answered (ISO, "" for none) and what the writer wrote first of
    view, result, limits and the rest."""

    title: str
    path: str
    date: str
    quote: Quote | None = None


class Asked(Struct, frozen=True):
    """A question that an interviewer would ask about a post, and the sentence that it is about."""

    question: str
    quote: Quote
