"""Posts -> what running their snippets gave; with `update`, outputs rewritten to what was printed."""

from collections.abc import Iterator, Sequence

from inkwright.evidence.snippets import code_only, output_edits, prove
from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.run import PostRun, SnippetReport
from inkwright.model.snippet import SnippetResult
from inkwright.process.runner import PythonRunner
from inkwright.text.edits import apply, unified_diff
from inkwright.text.markdown import parse
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace


def run(workspace: Workspace, names: Sequence[str], update: bool = False) -> Iterator[PostRun]:
    """Run the snippets of the posts named, or of all posts, one fresh interpreter for each post.

    A post is given as soon as it is done. One that cannot be read is given with its error. No posts give nothing.
    `update` writes what was printed into output fences that disagree and touches nothing else. Raises UsageError for
    a name that fits no post, ConflictError when a post changed while its snippets ran.
    """
    found = survey(workspace)
    files = [find_post(found, name) for name in names] if names else list(found.posts)
    for file in files:
        try:
            document = parse(workspace.read(file.path))
        except InkwrightError as error:
            yield PostRun(file.path, error=str(error))
            continue
        yield _run_post(workspace, document, update)


def _run_post(workspace: Workspace, document: Document, update: bool) -> PostRun:
    path = document.source.path
    results = _prove(workspace, document)
    edits = output_edits(document, results) if update else []
    if not edits:
        return PostRun(path, _reports(document, results))
    text = apply(document.text, edits)
    workspace.write(path, text, expected=workspace.hash_of(document.text))
    again = parse(workspace.read(path))
    diff = unified_diff(path, document.text, text)
    return PostRun(path, _reports(again, _prove(workspace, again)), len(edits), diff)


def _prove(workspace: Workspace, document: Document) -> list[SnippetResult]:
    limits = workspace.settings.run
    folder = workspace.path(document.source.path).parent
    runner = PythonRunner(folder, limits.timeout, limits.memory, limits.environment)
    return prove(document, code_only(snippets(document)), runner)


def _reports(document: Document, results: Sequence[SnippetResult]) -> tuple[SnippetReport, ...]:
    return tuple(
        SnippetReport(
            number=result.snippet.number,
            line=document.position(result.snippet.block.span.start).line,
            language=result.snippet.language,
            state=result.state,
            reason=result.reason,
            shows_output=result.snippet.output is not None,
            failed_line=document.position(result.findings[0].span.start).line if result.findings else 0,
            seconds=round(result.cell.seconds, 3) if result.cell else 0.0,
        )
        for result in results
    )
