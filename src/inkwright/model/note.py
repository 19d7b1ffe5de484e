"""What a writer captures: ideas, log entries, notes."""

from dataclasses import dataclass
from typing import Literal

Origin = Literal["debugged", "paper", "compared", "explained", "question", "concept", "curiosity", "work"]
Purpose = Literal["learn", "share", "disagree", "bat-signal"]


@dataclass(frozen=True, slots=True)
class Idea:
    """One line of the inbox. `date` is ISO (YYYY-MM-DD) or ""; `fields` are the `[key:: value]` pairs in order;
    `line` is the 1-based line in the inbox file, 0 for one not yet written; `done` for a ticked box."""

    text: str
    date: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    line: int = 0
    done: bool = False

    def field(self, key: str) -> str:
        """The value of a field, "" when absent."""
        return next((value for name, value in self.fields if name == key), "")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of a day's log: `time` is HH:MM or HH:MM-HH:MM."""

    date: str
    time: str
    text: str
    project: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note as found in a folder: its id is the path below its root, POSIX, without extension."""

    id: str
    path: str
    title: str
    text: str
    tags: tuple[str, ...] = ()
