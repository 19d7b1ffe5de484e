"""A note that is asked about in a review."""

from msgspec import Struct


class Waiting(Struct, frozen=True):
    """A note that nothing uses yet: its path, title, date (ISO, "" for none) and the beginning of its text."""

    path: str
    title: str
    date: str
    begins: str
