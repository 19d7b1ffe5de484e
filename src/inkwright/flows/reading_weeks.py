"""The log and the notes of papers -> what was read week by week."""

from inkwright.flows.paper_notes import held
from inkwright.model.errors import InkwrightError
from inkwright.model.note import LogEntry
from inkwright.model.reading_list import Week
from inkwright.notes.links import name_key
from inkwright.notes.log import parse_log
from inkwright.notes.papers import answered_on, key_of
from inkwright.notes.reading_week import weeks
from inkwright.workspace.folder import Workspace


def weeks_read(workspace: Workspace, today: str, plan: tuple[int, int]) -> tuple[Week, ...]:
    """What was read in the last weeks, the present one last. `today` is ISO, `plan` as in `weeks`."""
    names: dict[str, str] = {}
    answered: dict[str, str] = {}
    for path, text, paper in held(workspace):
        names[key_of(paper)] = name_key(path)
        if day := answered_on(text):
            answered[key_of(paper)] = day
    begins = weeks((), {}, {}, today, plan)[0].begins
    return weeks(_log_since(workspace, begins), names, answered, today, plan)


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
