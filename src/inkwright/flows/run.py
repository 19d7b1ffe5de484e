"""Posts -> what running their snippets gave; with `update`, outputs rewritten to what was printed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from inkwright.evidence.record import remembered
from inkwright.evidence.snippets import code_only, output_edits, prove
from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.post import PostFile
from inkwright.model.run import PostRun, SnippetReport
from inkwright.model.snippet import Snippet, SnippetResult
from inkwright.process.runner import PythonRunner
from inkwright.text.edits import apply, unified_diff
from inkwright.text.markdown import parse
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, save_record


def run(workspace: Workspace, names: Sequence[str], today: str, update: bool = False) -> Iterator[PostRun]:
    """Run the snippets of the posts named, or of all posts, one fresh interpreter for each post.

    A post is given as soon as it is done. One that cannot be read is given with its error. No posts give nothing.
    `update` writes what was printed into output fences that disagree and touches nothing else. Raises UsageError for
    a name that fits no post, ConflictError when a post changed while its snippets ran. Inside a workspace what the run
    gave is kept in the post's record with `today` (ISO).
    """
    found = survey(workspace)
    files = [find_post(found, name) for name in names] if names else list(found.posts)
    for file in files:
        try:
            document = parse(workspace.read(file.path))
        except InkwrightError as error:
            yield PostRun(file.path, error=str(error))
            continue
        yield _run_post(workspace, file, document, today, update)


def _run_post(workspace: Workspace, file: PostFile, document: Document, today: str, update: bool) -> PostRun:
    found, results = _prove(workspace, document)
    edits = output_edits(document, results) if update else []
    diff = ""
    if edits:
        text = apply(document.text, edits)
        workspace.write(file.path, text, expected=workspace.hash_of(document.text))
        diff = unified_diff(file.path, document.text, text)
        document = parse(workspace.read(file.path))
        found, results = _prove(workspace, document)
    if workspace.inside and found:
        record = load_record(workspace, file.id)
        save_record(workspace, replace(record, run=remembered(found, results, today)))
    return PostRun(file.path, _reports(document, results), len(edits), diff)


def _prove(workspace: Workspace, document: Document) -> tuple[list[Snippet], list[SnippetResult]]:
    limits = workspace.settings.run
    folder = workspace.path(document.source.path).parent
    runner = PythonRunner(folder, limits.timeout, limits.memory, limits.environment)
    found = code_only(snippets(document))
    return found, prove(document, found, runner)


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
