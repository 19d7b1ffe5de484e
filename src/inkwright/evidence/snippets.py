"""Prove the snippets of one post: run them in order, compare each shown output, say what is wrong and where."""

import hashlib
from collections.abc import Sequence
from typing import Protocol

from inkwright.evidence.compare import agrees, first_difference, tidy
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.snippet import CellResult, Snippet, SnippetResult
from inkwright.model.span import Span

RUN_LANGUAGES = frozenset({"python"})
"""Languages whose snippets are run."""
NOT_CODE = frozenset(
    {
        "text", "txt", "plain", "plaintext", "output", "console-output", "mermaid", "dot", "graphviz", "plantuml",
        "math", "latex", "tex", "bibtex", "json", "json5", "jsonl", "yaml", "yml", "toml", "ini", "csv", "tsv", "xml",
        "html", "svg", "css", "markdown", "md", "mdx", "diff", "patch", "log", "none", "ascii", "tree",
    }
)  # fmt: skip
"""Languages of fences that show data, markup or a picture: nobody would run them, so they count nowhere."""
_WHY_RUN = "A reader who copies this code gets the same error."
_WHY_OUTPUT = "The post shows an output that the code does not print."


class Runner(Protocol):
    """What this room needs of the door to other programs."""

    def run(self, cells: Sequence[Snippet]) -> list[CellResult]:
        """One result for each cell, in order, all in one fresh namespace."""


def code_only(found: Sequence[Snippet]) -> list[Snippet]:
    """The snippets that are programs, in order; data, markup and diagrams are left out."""
    return [snippet for snippet in found if snippet.language not in NOT_CODE]


def prove(document: Document, found: Sequence[Snippet], runner: Runner) -> list[SnippetResult]:
    """A verdict for each snippet, in order. Snippets that are not to run start nothing; none at all gives []."""
    runnable = [snippet for snippet in found if not _held_back(snippet)]
    cells = dict(zip((snippet.number for snippet in runnable), runner.run(runnable), strict=True))
    return [_verdict(document, snippet, cells.get(snippet.number)) for snippet in found]


def code_hash(found: Sequence[Snippet]) -> str:
    """SHA-256 (hex) over the code and the declared options of all snippets; changes when any of them changes."""
    digest = hashlib.sha256()
    for snippet in found:
        for part in (snippet.language, snippet.code, snippet.norun, snippet.raises, snippet.file):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def output_hash(found: Sequence[Snippet]) -> str:
    """SHA-256 (hex) over the outputs that a post shows."""
    shown = "\0".join(tidy(snippet.output.text) if snippet.output else "" for snippet in found)
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()


def output_edits(document: Document, results: Sequence[SnippetResult]) -> list[Edit]:
    """Edits that make every shown output what the run printed; nothing but output fences is touched. Outputs that
    already agree, and those of snippets that failed to run, stay as they are."""
    edits: list[Edit] = []
    for result in results:
        output = result.snippet.output
        ran = result.cell is not None and (result.cell.state == "ok" or result.cell.error_name == result.snippet.raises)
        if output and ran and result.cell and result.state == "failed" and not output.regex:
            edits.append(_rewritten(document, output.block.span, shown_output(result.cell, result.snippet)))
    return edits


def shown_output(cell: CellResult, snippet: Snippet) -> str:
    """What a reader would see: what was printed, and for an expected exception its last line."""
    if cell.state == "error" and cell.error_name == snippet.raises:
        last = f"{cell.error_name}: {cell.error_message}" if cell.error_message else cell.error_name
        return f"{tidy(cell.output)}\n{last}".lstrip("\n")
    return cell.output


def _held_back(snippet: Snippet) -> str:
    if snippet.norun:
        return snippet.norun
    if snippet.language not in RUN_LANGUAGES:
        return f"{snippet.language} is not run"
    return ""


def _verdict(document: Document, snippet: Snippet, cell: CellResult | None) -> SnippetResult:
    if cell is None:
        state = "skipped" if snippet.norun else "unsupported"
        return SnippetResult(snippet, state, _held_back(snippet))  # type: ignore[arg-type]
    finding = _run_finding(document, snippet, cell) or _output_finding(document, snippet, cell)
    if finding is None:
        return SnippetResult(snippet, "verified", cell=cell)
    return SnippetResult(snippet, "failed", finding.message, cell, (finding,))


def _run_finding(document: Document, snippet: Snippet, cell: CellResult) -> Finding | None:
    if cell.state == "ok" and snippet.raises:
        return _finding("snippet-error", _line_span(document, snippet, 1), f"should raise {snippet.raises} but runs")
    if cell.state == "ok" or (cell.state == "error" and cell.error_name == snippet.raises):
        return None
    span = _line_span(document, snippet, cell.error_line or 1)
    if cell.state == "error":
        said = f"{cell.error_name}: {cell.error_message}" if cell.error_message else cell.error_name
        return _finding("snippet-error", span, f"the snippet fails with {said}")
    messages = {
        "timeout": "the snippets of this post took longer than [run] timeout allows and were stopped here",
        "killed": "the interpreter was killed while this snippet ran, most likely at a memory or output limit",
        "not_reached": "not run, because a snippet before it failed",
    }
    return _finding("snippet-error", span, messages[cell.state])


def _output_finding(document: Document, snippet: Snippet, cell: CellResult) -> Finding | None:
    output = snippet.output
    if output is None:
        return None
    actual = shown_output(cell, snippet)
    if agrees(output, actual):
        return None
    at, shown, got = first_difference(output.text, actual)
    line = document.position(output.block.span.start).line + 1 + at
    last = document.position(output.block.span.end).line
    span = _whole_line(document, min(line, last))
    edit = _rewritten(document, output.block.span, actual)
    fix = None if output.regex else Fix("show what the code prints", (edit,), safe=False)
    message = f"the post shows {_quoted(shown)} where the code prints {_quoted(got)}"
    return Finding("output-mismatch", "code", "error", span, message, _WHY_OUTPUT, fix)


def _quoted(line: str) -> str:
    return f"`{line if len(line) <= 60 else line[:57] + '...'}`" if line else "nothing"


def _finding(rule: str, span: Span, message: str) -> Finding:
    return Finding(rule, "code", "error", span, message, _WHY_RUN)


def _line_span(document: Document, snippet: Snippet, line: int) -> Span:
    """The source line of a 1-based line of the snippet's code."""
    return _whole_line(document, document.position(snippet.block.span.start).line + line)


def _whole_line(document: Document, line: int) -> Span:
    start = document.lines.offset(line)
    end = document.lines.offset(line + 1)
    return Span(start, start + len(document.text[start:end].rstrip("\r\n")))


def _rewritten(document: Document, fence: Span, output: str) -> Edit:
    """Replace the content of an output fence, keeping its indentation or quote marks, its info string and its line
    ends; the fence itself grows only when the output holds one as long."""
    written = document.slice(fence)
    newline = "\r\n" if "\r\n" in written else "\n"
    lines = written.splitlines()
    mark = lines[0][: len(lines[0]) - len(lines[0].lstrip("`~"))]
    line_start = document.lines.offset(document.position(fence.start).line)
    lead = document.text[line_start : fence.start]
    prefix = "".join(char if char in " \t>" else " " for char in lead)
    body = tidy(output).split("\n") if tidy(output) else []
    longest = max((len(line.lstrip()) - len(line.lstrip().lstrip(mark[0])) for line in body), default=0)
    fence_mark = mark[0] * max(len(mark), longest + 1)
    opening = fence_mark + lines[0][len(mark) :]
    content = [f"{prefix}{line}".rstrip() if not line else f"{prefix}{line}" for line in body]
    return Edit(fence, newline.join([opening, *content, f"{prefix}{fence_mark}"]))
