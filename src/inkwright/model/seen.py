"""How files were when they were looked at: a number for each, in one row that is kept and compared as a whole."""

from array import array
from collections.abc import Mapping, Sequence

from msgspec import Struct

GONE = 0
"""The number of a file that is not there."""
UNTOLD = -1
"""The number of one of which nothing is known; none that is looked at has it, as no hash is -1."""


class Seen(Struct, frozen=True):
    """Files by name, and the `number` of each, in the same order; a number takes eight bytes."""

    names: list[str]
    numbers: bytes

    def other(self, now: Sequence[int]) -> list[str]:
        """The files whose number is another now, given those of all."""
        if array("q", now).tobytes() == self.numbers:
            return []
        before = array("q")
        before.frombytes(self.numbers)
        return [name for name, had, has in zip(self.names, before, now, strict=True) if had != has]

    def had(self, name: str, stamp: str) -> bool:
        """Whether a file had this stamp."""
        if name not in self.names:
            return False
        at = 8 * self.names.index(name)
        return self.numbers[at : at + 8] == array("q", [number(stamp)]).tobytes()


def seen(numbers: Mapping[str, int]) -> Seen:
    """Files by name with the number of each."""
    return Seen([*numbers], array("q", numbers.values()).tobytes())


def number(stamp: str) -> int:
    """What stands for a stamp of numbers joined by `:` in a row of many; `GONE` for "". Another Python, or another
    machine, may give another number.

    Formatting a stamp for each of tens of thousands of files takes a quarter of the time that the system takes to tell.
    """
    return hash(tuple(map(int, stamp.split(":")))) if stamp else GONE


def of_stamps(stamps: Mapping[str, str]) -> Seen:
    """Files by name with the number of the stamp of each."""
    return seen({name: number(stamp) for name, stamp in stamps.items()})
