"""The kinds of post: their sections, word budgets and required parts, as data."""

from typing import NamedTuple

from msgspec import Struct


class Budget(NamedTuple):
    """A range of words, both ends included; (0, 0) when there is none."""

    low: int
    high: int

    def __str__(self) -> str:
        """`100-150`, `100` where both ends are the same, "" when there is none."""
        if not self.high:
            return ""
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


class TemplateSection(Struct, frozen=True):
    """One section of a template: `key` names it in marks, `questions` guide the writer, `example` shows a good one as
    Markdown, `requires` names what it must hold ("diagram", "code", "table", "metric", "link", "list:3-5"), `takes` the
    signs of the points that belong here when it is laid out from notes, the most telling first."""

    key: str
    title: str
    budget: Budget
    questions: tuple[str, ...] = ()
    example: str = ""
    requires: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


class Template(Struct, frozen=True):
    """A kind of post. `title_pattern` has `[Topic]` where the topic goes; `budget` is for the whole post; `when` says
    when to take this kind. `questions` and `example` are for a kind whose post has no fixed sections."""

    kind: str
    name: str
    summary: str
    sections: tuple[TemplateSection, ...]
    budget: Budget
    title_pattern: str = ""
    when: str = ""
    questions: tuple[str, ...] = ()
    example: str = ""

    def section(self, key: str) -> TemplateSection | None:
        """The section of that key, None when the template has none."""
        return next((section for section in self.sections if section.key == key), None)
