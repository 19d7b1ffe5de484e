"""What a writer got out of a post: said after publishing, for nobody else."""

from msgspec import Struct


class Reflection(Struct, frozen=True):
    """An answer on a post: the day (ISO), which question it answers, the post's id, and the 1-based line."""

    date: str
    asked: str
    post: str
    text: str
    line: int = 0
