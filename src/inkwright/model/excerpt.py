"""Code in a post that was taken from a repository: where it comes from, and how it stands against that."""

from typing import Literal

from msgspec import Struct

from inkwright.model.origin import Origin
from inkwright.model.span import Span


class Difference(Struct, frozen=True):
    """A line of an excerpt that is not the repository's: "changed", "added" (the file has no such line there) or
    "shortened" (lines were left out before it, or behind it at the end). `line` is 1-based in the excerpt, `theirs` the
    1-based line of the file; `text` is that line, or how many are left out in words."""

    kind: Literal["changed", "added", "shortened"]
    line: int
    theirs: int
    text: str


class ExcerptState(Struct, frozen=True):
    """How an excerpt stands.

    `same`, `differs` (each line with its place in the post), `broken` (`problem` says what is wrong with where it is
    said to come from) or `unknown`: no clone is at hand. `span` is the opening line of its fence, `origin` None when
    its source cannot be read.
    """

    span: Span
    state: Literal["same", "differs", "broken", "unknown"]
    origin: Origin | None = None
    problem: str = ""
    differences: tuple[tuple[Span, Difference], ...] = ()


class ExcerptReport(Struct, frozen=True):
    """One excerpt as `run` tells of it: the 1-based line of its fence, `state` as in `ExcerptState`, the name of where
    it comes from ("" when that cannot be read), `reason` why it is broken or unknown, and its differences in words."""

    path: str
    line: int
    state: Literal["same", "differs", "broken", "unknown"]
    source: str
    reason: str = ""
    differences: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether readers would see something else than the repository holds."""
        return self.state in ("differs", "broken")
