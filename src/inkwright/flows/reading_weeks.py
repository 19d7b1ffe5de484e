"""The log and the notes of papers -> what was read week by week."""

from collections.abc import Iterable

from inkwright.model.errors import InkwrightError
from inkwright.model.note import LogEntry
from inkwright.model.reading_list import Week
from inkwright.notes.links import linked_names, name_key
from inkwright.notes.log import parse_log
from inkwright.notes.papers import answered_on, key_of, paper_in
from inkwright.notes.reading_week import weeks
from inkwright.workspace.folder import Workspace


def weeks_read(
    workspace: Workspace, notes: Iterable[tuple[str, str]], today: str, plan: tuple[int, int]
) -> tuple[Week, ...]:
    """What was read in the last weeks, the present one last. `notes` are path and text of the notes of papers, `today`
    is ISO, `plan` as in `weeks`."""
    begins = weeks((), {}, {}, today, plan)[0].begins
    log = _log_since(workspace, begins)
    said = {name for entry in log for name in linked_names(entry.text)}
    names: dict[str, str] = {}
    answered: dict[str, str] = {}
    for path, text in notes:
        day, name = answered_on(text), name_key(path)
        paper = paper_in(text) if name in said or day >= begins else None
        if paper is None:
            continue  # nearly all of a large library: nothing tells that it was read lately
        names[key_of(paper)] = name
        if day:
            answered[key_of(paper)] = day
    return weeks(log, names, answered, today, plan)


def _log_since(workspace: Workspace, day: str) -> list[LogEntry]:
    """The entries of the log from an ISO day on; days that cannot be read are left out."""
    folder = workspace.settings.log
    found: list[LogEntry] = []
    for name in workspace.files(("*.md",), below=folder):
        if name.removesuffix(".md") >= day:
            try:
                found += parse_log(workspace.read(f"{folder}/{name}").text, name.removesuffix(".md"))
            except InkwrightError:
                continue  # `index` tells of it
    return found
