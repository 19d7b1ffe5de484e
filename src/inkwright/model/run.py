"""What `run` found for one post, in the shape that it is shown and printed."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SnippetReport:
    """One snippet: its number in the post, the 1-based line of its fence, and what became of it."""

    number: int
    line: int
    language: str
    state: Literal["verified", "failed", "skipped", "unsupported"]
    reason: str = ""
    shows_output: bool = False
    failed_line: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class PostRun:
    """One post: its snippets in reading order; `updated` counts the output fences that were rewritten, `diff` shows
    them ("" when none); `error` says why the post could not be read ("" when it was)."""

    path: str
    snippets: tuple[SnippetReport, ...] = ()
    updated: int = 0
    diff: str = ""
    error: str = ""

    @property
    def failed(self) -> int:
        """How many snippets failed."""
        return sum(snippet.state == "failed" for snippet in self.snippets)
