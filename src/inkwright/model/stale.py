"""Published posts that have aged, and by what one sees it."""

from dataclasses import dataclass
from typing import Literal

AgeKind = Literal["code", "data", "link", "version", "year", "traffic"]


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of age: where (1-based line), what is seen, and the command or the step that helps."""

    kind: AgeKind
    line: int
    message: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class StalePost:
    """A published post with its signs of age, gravest first; `looked_at` is the day (ISO) on which its author last
    said that it holds: `updated`, else its date, "" where neither is known. `views` are those of the last quarter, None
    where nobody counted."""

    id: str
    path: str
    title: str
    looked_at: str
    signs: tuple[Sign, ...]
    views: int | None = None
