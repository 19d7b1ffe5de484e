"""Texts that a passage may have been taken from, as a rule sees them."""

from collections.abc import Sequence
from typing import Literal, Protocol

from msgspec import Struct


class SourceText(Struct, frozen=True):
    """A text of the author's vault or blog: `path` relative to the workspace (POSIX), `address` of what was clipped
    ("" for a text that is the author's own)."""

    path: str
    text: str
    kind: Literal["note", "paper", "post"] = "note"
    address: str = ""


class Sources(Protocol):
    """The texts that one document may have been taken from; without the document itself and its earlier versions."""

    def near(self, fingerprints: frozenset[int]) -> Sequence[str]:
        """Paths of texts that share fingerprints, those that share most first; empty when none does."""
        ...

    def source(self, path: str) -> SourceText | None:
        """The text of a path; None for one that does not count or cannot be read."""
        ...
