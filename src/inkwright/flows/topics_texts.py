"""The notes, papers and open ideas of a workspace -> the texts that topics are made of."""

from collections.abc import Collection, Iterator

from inkwright.flows.finding import note_rows, opened_finder
from inkwright.model.topic import Member
from inkwright.notes.related import parts_of, surface_words
from inkwright.notes.subjects import subjects_of
from inkwright.notes.topic_signs import Said, signs
from inkwright.notes.topics import Text
from inkwright.workspace.finder import Finder, Line, Row
from inkwright.workspace.folder import Workspace

MOST = 20_000
"""Notes that are grouped at once, the newest; more would take minutes and memory. **Source:** own choice, measured."""


def topic_texts(workspace: Workspace, always: Collection[str] = frozenset()) -> tuple[list[Text], int]:
    """The texts, and how many notes were left out because there are more than `MOST`.

    Notes without a date count as old; the paths in `always` are taken in any case.
    """
    with opened_finder(workspace) as finder:
        rows = note_rows(workspace, finder)
        newest = sorted(rows, key=lambda row: (row.path in always, row.date, row.path))[-MOST:]
        kept = sorted(newest, key=lambda row: row.path)
        return [*(_note(finder, row) for row in kept), *_ideas(finder)], len(rows) - len(kept)


def _note(finder: Finder, row: Row) -> Text:
    names, text = finder.names(row.no), finder.text(row.no)
    title = row.title or row.id
    said = Said(title, text, row.kind, row.sort, row.origin, path=row.path, tags=row.tags)
    member = Member(row.path, row.path, row.first_line, title, row.kind)
    words = surface_words(" ".join((*names, text)))
    return Text(member, parts_of(names, text, row.tags), words, subjects_of(title, text), signs(said))


def _ideas(finder: Finder) -> Iterator[Text]:
    """The open ideas, each text once."""
    ideas: dict[str, Line] = {}
    for line in finder.lines():
        if line.kind == "idea" and not line.used:
            ideas.setdefault(line.text, line)
    for text, line in ideas.items():
        member = Member(f"idea: {text}", line.path, line.line, text, "idea")
        said = Said(text, kind="idea", origin=line.origin, purpose=line.purpose)
        yield Text(member, parts_of((text,), text), surface_words(text), subjects_of(text, ""), signs(said))
