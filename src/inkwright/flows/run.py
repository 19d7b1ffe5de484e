"""Posts -> what running their snippets gave; with `update`, outputs rewritten to what was printed."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from inkwright.evidence.languages import code_only, is_program
from inkwright.evidence.record import holds, remembered
from inkwright.evidence.snippets import made_files, output_edits, prove
from inkwright.flows.find_post import find_post
from inkwright.flows.run_place import RunPlace
from inkwright.flows.run_report import from_record, loose_lines, reports
from inkwright.flows.run_trust import Consent, agree
from inkwright.flows.survey import survey
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.post import PostFile
from inkwright.model.run import PostRun, RunOptions
from inkwright.text.edits import apply, unified_diff
from inkwright.text.markdown import parse
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, save_record, sure

AS_IS = RunOptions()


def run(
    workspace: Workspace, names: Sequence[str], today: str, options: RunOptions = AS_IS,
    consent: Consent = lambda _: False,
) -> Iterator[PostRun]:  # fmt: skip
    """Run the snippets of the posts named, or of all posts, from a fresh start for each post.

    A post is given as soon as it is done. One that cannot be read, or whose code `consent` refuses, is given with its
    error. No posts give nothing. Raises UsageError for a name that fits no post, ConflictError when a post changed
    while its snippets ran. Inside a workspace what the run gave is kept in the post's record with `today` (ISO), and a
    post of which nothing has changed since it passed is not run again.
    """
    found = survey(workspace)
    files = [find_post(found, name) for name in names] if names else list(found.posts)
    for file in files:
        try:
            document = parse(workspace.read(file.path))
            place = RunPlace(workspace, file, document, options)
            code = code_only(snippets(document))
            if not any(map(is_program, code)):
                yield PostRun(file.path)
                continue
            known = load_record(workspace, file.id).run if workspace.inside else {}
            if not options.again and holds(code, known, place.inputs(code)):
                known_as = from_record(document, code, place.languages)
                yield PostRun(file.path, known_as, cached=True, loose=loose_lines(document))
                continue
            sure(workspace, file.id)
            agree(workspace, document, code, place.languages, consent)
            place.prepare()
        except InkwrightError as error:
            yield PostRun(file.path, error=str(error))
            continue
        yield _run_post(workspace, file, document, place, today, options)


def _run_post(
    workspace: Workspace, file: PostFile, document: Document, place: RunPlace, today: str, options: RunOptions
) -> PostRun:
    found = code_only(snippets(document))
    runner = place.runner()
    results = prove(document, found, runner)
    made = made_files(results, runner) if options.update else {}
    edits = output_edits(document, results) if options.update else []
    for name, data in made.items():
        workspace.write_bytes(place.beside(name), data)
    diff = ""
    if edits:
        text = apply(document.text, edits)
        workspace.write(file.path, text, expected=workspace.hash_of(document.text))
        diff = unified_diff(file.path, document.text, text)
        document = parse(workspace.read(file.path))
    if edits or made:
        found = code_only(snippets(document))
        results = prove(document, found, place.runner())
    if workspace.inside:
        record = load_record(workspace, file.id)
        kept = remembered(found, results, place.inputs(found), today)
        save_record(workspace, replace(record, run=kept))
    return PostRun(file.path, reports(document, results), len(edits), diff, tuple(made), loose=loose_lines(document))
