"""A post's snippets: what is written about them, what running them gave, and how the two compare."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from inkwright.model.document import Block
from inkwright.model.finding import Finding
from inkwright.model.info_string import InfoString
from inkwright.model.span import Span


class ExpectedOutput(Struct, frozen=True):
    """The output fence of a snippet. `tolerance` is relative and absolute for each number, None for exact text;
    `ellipsis` lets `...` stand for anything; `regex` takes the text as one regular expression."""

    block: Block
    text: str
    tolerance: float | None = None
    ellipsis: bool = False
    regex: bool = False


class Exchange(Struct, frozen=True):
    """One statement of a transcript and what is shown below it.

    `code` is the statement without prompts, `line` the 1-based line of its prompt in the block's code. `shown` is what
    stands below it, `first` the 1-based line where that begins (or would) and `count` how many lines it has. `mark` is
    the `Out[1]: ` before its first line, "" when there is none.
    """

    code: str
    line: int
    shown: str
    first: int
    count: int
    mark: str = ""


Prompt = Literal["", "python", "ipython", "shell"]


class Snippet(Struct, frozen=True):
    """A fenced code block of a post that could run, in reading order (`number` counts from 1).

    `code` is the decoded content, `span` that content in the source. `norun` is the reason not to run it ("" to
    run); `unexplained` says that the reason is missing. `raises` is the name of the exception that it must end with,
    `file` the name it is saved under, `figures` the pictures and `writes` the other files that it makes. A transcript
    has a `prompt` and its `exchanges`; `language` is then that of its statements.
    """

    number: int
    block: Block
    language: str
    code: str
    span: Span
    info: InfoString
    norun: str = ""
    unexplained: bool = False
    raises: str = ""
    file: str = ""
    figures: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    prompt: Prompt = ""
    exchanges: tuple[Exchange, ...] = ()
    output: ExpectedOutput | None = None


class Cell(Struct, frozen=True):
    """One piece of code to run: a whole snippet, a statement of its transcript, or a file to write.

    `snippet` is the number of the snippet it comes from. `mode` "cell" runs the code and shows its last value,
    "exchange" runs one statement as a prompt would, "file" only writes `file`. `makes` are the files that it should
    leave in the run's folder, `figures` those among them that open figures are saved as.
    """

    snippet: int
    language: str
    code: str
    mode: Literal["cell", "exchange", "file"] = "cell"
    raises: str = ""
    file: str = ""
    figures: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()


Ended = Literal["ok", "error", "timeout", "output", "processes", "killed", "channel", "unstarted"]


class CellResult(Struct, frozen=True):
    """What running one cell gave.

    `state` says how it ended: by itself, with an error, at a limit (time, output, number of processes), killed from
    elsewhere, by closing the runner's own channel, or not even started. `error_line` is 1-based inside the code, 0
    when unknown or no error; `error_full` the error's name as a traceback writes it, `said` the
    last line on standard error. `lost` is set when the process of an earlier cell
    had ended, so that what it held is gone. `drawn` counts the figures that were open, `made` holds the files of
    `Cell.makes` that are there, `wrote` names other files left in the run's folder, `outside` files beside the post
    that changed meanwhile.
    """

    state: Ended
    output: str = ""
    error_name: str = ""
    error_message: str = ""
    error_line: int = 0
    error_full: str = ""
    seconds: float = 0.0
    said: str = ""
    lost: bool = False
    drawn: int = 0
    made: Mapping[str, bytes] = field(default_factory=dict)
    wrote: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


Verdict = Literal["verified", "failed", "skipped", "unsupported"]


class SnippetResult(Struct, frozen=True):
    """A snippet with its verdict: `verified` ran and its output (if any is shown) agrees; `failed` did not;
    `skipped` was not to be run, for `reason`; `unsupported` is in a language that is not run here. `cause` says in a
    few words why it failed; `cells` are what its pieces gave, one for each exchange of a transcript."""

    snippet: Snippet
    state: Verdict
    reason: str = ""
    cause: str = ""
    cells: tuple[CellResult, ...] = ()
    findings: tuple[Finding, ...] = ()
