"""Lists the bound numbers of a post, and the figures that a file beside it could vouch for."""

import posixpath

from inkwright.evidence.proposals import proposals
from inkwright.evidence.results import DATA, Data
from inkwright.flows.check_numbers import Numbers
from inkwright.flows.checklist import place_of
from inkwright.model.document import Document
from inkwright.model.number import NumberState
from inkwright.model.number_list import NumberList, NumberRow
from inkwright.text.markdown import parse
from inkwright.text.marks import bound_numbers
from inkwright.workspace.folder import Workspace

MOST_BYTES = 1 << 20
"""What is larger holds raw data rather than results."""


def numbers(workspace: Workspace, name: str) -> NumberList:
    """The numbers of a post that `name` names as `checklist` understands it. Nothing is changed. Raises UsageError,
    UnreadableError."""
    place = place_of(workspace, name)
    document = parse(place.workspace.read(place.path))
    known = Numbers(place.workspace)
    rows = tuple(_row(document, one) for one in known.of(document, place.path))
    named = dict.fromkeys(number.file for number in bound_numbers(document) if number.file)
    files: dict[str, Data] = {}
    for file in dict.fromkeys((*named, *_beside(place.workspace, place.path))):
        try:
            files[file] = known.read(place.path, file)
        except ValueError:
            continue  # what a mark names is told with its figure
    return NumberList(place.shown, rows, proposals(document, files))


def _beside(workspace: Workspace, post: str) -> list[str]:
    """The files of results in a post's own folder, by name; none where several posts share the folder."""
    folder, _, file = post.rpartition("/")
    if posixpath.splitext(file)[0] != "index":
        return []
    here = workspace.files(["*"], below=folder)
    return [name for name in here if name.endswith(DATA) and workspace.size(posixpath.join(folder, name)) <= MOST_BYTES]


def _row(document: Document, one: NumberState) -> NumberRow:
    line, column = document.position(one.number.span.start)
    figure = document.slice(one.number.figure)
    return NumberRow(line, column, figure, one.source, one.state, one.value, one.wanted, one.problem)
