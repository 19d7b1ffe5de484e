"""A post's snippets: what is written about them, what running them gave, and how the two compare."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from inkwright.model.document import Block
from inkwright.model.finding import Finding
from inkwright.model.span import Span


@dataclass(frozen=True, slots=True)
class InfoString:
    """What stands after a fence: the language in lower case ("" when none), bare words, `key=value` options.

    `written` is the language before its short name became the long one ("py" of "python"); `cell` is set for a cell
    of Quarto or R Markdown (`{python}`). Ranges of lines (`{1,3-5}`) are words with their braces.
    """

    language: str = ""
    words: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    written: str = ""
    cell: bool = False

    @property
    def output(self) -> bool:
        """Whether the fence shows what a program printed: it holds the word `output`. **Source:** decision 0003."""
        return self.language == "output" or "output" in self.words


@dataclass(frozen=True, slots=True)
class ExpectedOutput:
    """The output fence of a snippet. `tolerance` is relative and absolute for each number, None for exact text;
    `ellipsis` lets `...` stand for anything; `regex` takes the text as one regular expression."""

    block: Block
    text: str
    tolerance: float | None = None
    ellipsis: bool = False
    regex: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A fenced code block of a post that could run, in reading order (`number` counts from 1).

    `code` is the decoded content, `span` that content in the source. `norun` is the reason not to run it ("" to
    run), `raises` the name of the exception that it must end with, `file` the name it is saved under.
    """

    number: int
    block: Block
    language: str
    code: str
    span: Span
    info: InfoString
    norun: str = ""
    raises: str = ""
    file: str = ""
    output: ExpectedOutput | None = None


@dataclass(frozen=True, slots=True)
class CellResult:
    """What running one piece of code gave. `error_line` is 1-based inside the code, 0 when unknown or no error."""

    state: Literal["ok", "error", "timeout", "killed", "not_reached"]
    output: str = ""
    error_name: str = ""
    error_message: str = ""
    error_line: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class SnippetResult:
    """A snippet with its verdict: `verified` ran and its output (if any is shown) agrees; `failed` did not;
    `skipped` was not to be run, for `reason`; `unsupported` is in a language that is not run here."""

    snippet: Snippet
    state: Literal["verified", "failed", "skipped", "unsupported"]
    reason: str = ""
    cell: CellResult | None = None
    findings: tuple[Finding, ...] = ()
