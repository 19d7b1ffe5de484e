"""An export on the disk -> all that it holds: by its platform's importer, or by its site generator's own rules."""

from collections.abc import Callable
from pathlib import Path

from inkwright.flows.import_site import site_arrival
from inkwright.model.imports import Arrival
from inkwright.platforms.platform import SiteGenerator
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.formats import format_named, format_names
from inkwright.workspace.exports import Opened


def formats() -> tuple[str, ...]:
    """The names of all formats that can be read, sorted."""
    return format_names()


def reader(typed: str) -> Importer | SiteGenerator:
    """What reads a format. Raises UsageError that lists the formats."""
    return format_named(typed)


def arrival(how: Importer | SiteGenerator, export: Opened, name: str) -> Arrival:
    """All that an export holds; `name` is what the user called it. Raises UnreadableError when it is none."""
    if isinstance(how, SiteGenerator):
        found, recoded = site_arrival(how, export, name), []
    else:
        seen = Export(name, export.names, export.read, export.troubles)
        found, recoded = how.read(seen), seen.recoded
    return Arrival(found.posts, found.items, found.subscribers, (*export.troubles, *found.troubles, *recoded))


Read = Callable[[str], bytes]


def display_name(source: str) -> str:
    """What a source is called in the report: its last part, so that a report says nothing of this machine."""
    return Path(source).expanduser().resolve().name or source
