"""The questions that rendering asks about the rest of the site, written down with their answers.

A page whose own text did not change comes out the same as long as each question that it asked has the same answer.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from inkwright.site.entry import Entry
from inkwright.site.names import Names, Target

Question = tuple[str, str, str]
"""What is asked ("find", "wiki", "page", or a question of the flow's own), the path of the post that asks, the rest."""


class Asked(Struct, eq=False):
    """Stands before `Names`, answers as they do and writes down what was asked since `begin`."""

    names: Callable[[], Names]
    answers: dict[Question, str] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Start new lists of what is asked and of the other posts, by path, whose text is shown."""
        self.answers = {}
        self.opened = set()

    def write_down(self, question: Question, answer: str) -> None:
        """Write down a question that someone else answered."""
        self.answers[question] = answer

    def find(self, entry: Entry, target: str) -> Target:
        """As `Names.find`."""
        return self._noted("find", entry, target, self.names().find(entry, target))

    def wiki(self, entry: Entry, target: str) -> Target:
        """As `Names.wiki`."""
        return self._noted("wiki", entry, target, self.names().wiki(entry, target))

    def page(self, entry: Entry, target: str) -> Target:
        """As `Names.page`."""
        return self._noted("page", entry, target, self.names().page(entry, target))

    def note(self, entry: Entry, name: str) -> Entry | None:
        """As `Names.note`; the text of what is found counts as shown."""
        found = self.names().note(entry, name)
        self.answers["note", entry.file.path, name] = said_of(found)
        if found is not None:
            self.opened.add(found.file.path)
        return found

    def _noted(self, kind: str, entry: Entry, target: str, found: Target) -> Target:
        self.answers[kind, entry.file.path, target] = said(found)
        return found


def said(target: Target) -> str:
    """A target as one text."""
    return "\0".join((target.kind, target.place, target.tail, target.source))


def said_of(entry: Entry | None) -> str:
    """Which post it is, "" for none."""
    return entry.place if entry is not None else ""


def still(answers: Mapping[Question, str], names: Names, entries: Mapping[str, Entry]) -> bool:
    """Whether the names of the site give these answers today. `entries` are the posts shown, by path; a question that
    is not about names counts as answered."""
    ask: dict[str, Callable[[Entry, str], str]] = {
        "find": lambda entry, target: said(names.find(entry, target)),
        "wiki": lambda entry, target: said(names.wiki(entry, target)),
        "page": lambda entry, target: said(names.page(entry, target)),
        "note": lambda entry, target: said_of(names.note(entry, target)),
    }
    return all(
        path in entries and ask[kind](entries[path], target) == answer
        for (kind, path, target), answer in answers.items()
        if kind in ask
    )
