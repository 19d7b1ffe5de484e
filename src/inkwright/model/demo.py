"""The words of the demo: a step of one engineer's week, and what came of it."""

from msgspec import Struct


class DemoStep(Struct, frozen=True):
    """A step as data: `run` holds the words after `inkwright`, or `copy` names prepared writing that goes to `to`.

    `ends` is the exit code that belongs to the story, `lines` how many lines of the output are worth showing,
    `look` a file to open, `next` what to try.
    """

    day: str
    says: str
    run: tuple[str, ...] = ()
    copy: str = ""
    to: str = ""
    ends: int = 0
    lines: int = 12
    look: str = ""
    next: str = ""


class DemoResult(Struct, frozen=True):
    """A step that was taken: its 1-based `number` of `total`, what was printed (all of it) and the exit code."""

    step: DemoStep
    number: int
    total: int
    output: str = ""
    code: int = 0
