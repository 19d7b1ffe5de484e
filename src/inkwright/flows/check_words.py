"""The words that a workspace knows besides the dictionary: its own list, and what its notes use."""

import contextlib
from functools import cached_property

from inkwright.flows.check_shelf import Shelf
from inkwright.lint.suspects import OFTEN, suspects
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.vocabulary import count_uses, uses_in_notes

LIST = "inkwright/dictionary.txt"
"""The personal dictionary: one word a line; what follows # is a remark."""
READ = 300
"""Notes up to which they are read where there is no index."""


class Vocabulary:
    """What a workspace knows; nothing is read before the first question."""

    def __init__(self, workspace: Workspace, shelf: Shelf) -> None:
        self._workspace = workspace
        self._shelf = shelf
        self._known: dict[str, bool] = {}

    @cached_property
    def listed(self) -> frozenset[str]:
        """The words of the personal dictionary; none where there is no such file."""
        if not (self._workspace.inside and self._workspace.exists(LIST)):
            return frozenset()
        lines = self._workspace.read(LIST).text.splitlines()
        return frozenset(filter(None, (line.partition("#")[0].strip() for line in lines)))

    def of(self, document: Document) -> frozenset[str]:
        """The listed words and those of the document's doubtful ones that the notes use often."""
        if not self._workspace.inside:
            return frozenset()
        doubtful = {suspect.low for suspect in suspects(document)}
        self._look_up(doubtful - self._known.keys() - self.listed)
        return self.listed | {word for word in doubtful if self._known.get(word)}

    def _look_up(self, words: set[str]) -> None:
        if words:
            uses = uses_in_notes(self._workspace, words)
            uses = self._read(words) if uses is None else uses
            self._known.update({word: uses[word] >= OFTEN for word in words})

    def _read(self, words: set[str]) -> dict[str, int]:
        """How often the notes use each word, as the files themselves say; 0 where there are many."""
        counts = dict.fromkeys(words, 0)
        notes = [path for path, kind in self._shelf.kinds.items() if kind != "post"]
        for path in notes if len(notes) <= READ else ():
            with contextlib.suppress(InkwrightError):
                text = self._workspace.read(path).text
                low = text.lower()
                counts.update({word: counts[word] + count_uses(text, word) for word in words if word in low})
        return counts
