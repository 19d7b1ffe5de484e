"""The kinds of post: their sections, word budgets and required parts, as data."""

from dataclasses import dataclass
from typing import NamedTuple


class Budget(NamedTuple):
    """A range of words, both ends included; (0, 0) when there is none."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """One section of a template: `key` names it in marks, `questions` guide the writer, `example` shows a good one,
    `requires` names what it must hold ("diagram", "code", "table", "metric", "link", "list:3-5")."""

    key: str
    title: str
    budget: Budget
    questions: tuple[str, ...] = ()
    example: str = ""
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of post. `title_pattern` has `[Topic]` where the topic goes; `budget` is for the whole post."""

    kind: str
    name: str
    summary: str
    sections: tuple[TemplateSection, ...]
    budget: Budget
    title_pattern: str = ""
    when: str = ""
