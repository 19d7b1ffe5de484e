"""What a writer captures: ideas and log entries."""

from typing import Literal, get_args

from msgspec import Struct

Origin = Literal["debugged", "paper", "compared", "explained", "question", "concept", "curiosity", "work"]
Purpose = Literal["learn", "share", "disagree", "bat-signal"]
ORIGINS: tuple[Origin, ...] = get_args(Origin)
"""Where an idea came from: something debugged, a paper, tools compared, something explained to a colleague, a question
seen again, a concept to understand, curiosity, current work."""
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
"""What writing it up is for: to learn, to share, to disagree, or to find people of the same mind (bat-signal)."""


class Idea(Struct, frozen=True):
    """One line of the inbox. `date` is ISO (YYYY-MM-DD) or ""; `fields` are the `[key:: value]` pairs in order;
    `line` is the 1-based line in the inbox file, 0 for one not yet written; `done` for a ticked box."""

    text: str
    date: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    line: int = 0
    done: bool = False

    def field(self, key: str) -> str:
        """The value of a field, the last one when it is said twice, "" when absent."""
        return next((value for name, value in reversed(self.fields) if name == key), "")


class IdeaRow(Struct, frozen=True):
    """An idea as `inkwright ideas` lists it. `age` is in days, None without a date; `state` is "open" or "used"."""

    text: str
    date: str
    age: int | None
    origin: str
    purpose: str
    to: str
    pillar: str
    state: str
    line: int


class Prompt(Struct, frozen=True):
    """A question that ends a blank screen: `number` to choose it by, `origin` that its answer gets as an idea."""

    number: int
    name: str
    question: str
    follow: str
    origin: str
    purpose: str = ""


class LogEntry(Struct, frozen=True):
    """One line of a day's log: `time` is HH:MM or HH:MM-HH:MM."""

    date: str
    time: str
    text: str
    project: str = ""
    line: int = 0
