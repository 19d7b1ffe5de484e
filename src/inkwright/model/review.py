"""A note that is asked about in a review."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """A note that nothing uses yet: its path, title, date (ISO, "" for none) and the beginning of its text."""

    path: str
    title: str
    date: str
    begins: str
