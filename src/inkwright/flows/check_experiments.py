"""Finds the notes of experiments that a post links and that do not tell everything yet."""

from collections.abc import Iterable

from inkwright.evidence.experiments import is_experiment, missing_parts
from inkwright.flows.check_hearsay import linked_notes
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace

FRONT = 64_000
"""Characters in which front matter ends."""


def open_experiments(
    workspace: Workspace, document: Document, linked: Iterable[str], notes: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """What each linked note of an experiment lacks, by its path; complete ones are left out. `linked` and `notes` as in
    `linked_notes`."""
    found = {}
    for path in sorted(linked_notes(document, linked, notes)):
        try:
            source = workspace.read(path)
        except InkwrightError:
            continue  # a file that cannot be read has its own finding when it is checked
        if "experiment" not in source.text[:FRONT]:  # most links lead to other posts
            continue
        note = parse(source)
        missing = missing_parts(note) if is_experiment(note) else ()
        if missing:
            found[path] = missing
    return found
