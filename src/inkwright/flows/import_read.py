"""An export on the disk -> all that it holds: by its platform's importer, or by its site generator's own rules."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from inkwright.flows.import_site import site_arrival
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.imports import Arrival
from inkwright.platforms.platform import SiteGenerator
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.formats import format_named, format_names
from inkwright.platforms.reading.whose import require_whose
from inkwright.workspace.exports import Opened
from inkwright.workspace.folder import Workspace


def formats() -> tuple[str, ...]:
    """The names of all formats that can be read, sorted."""
    return format_names()


def reader(typed: str) -> Importer | SiteGenerator:
    """What reads a format. Raises UsageError that lists the formats."""
    return format_named(typed)


def arrival(how: Importer | SiteGenerator, export: Opened, name: str) -> Arrival:
    """All that an export holds; `name` is what the user called it. Raises UnreadableError when it is none, and when
    it is plainly another platform's."""
    try:
        found, recoded = _read(how, export, name)
    except UnreadableError as error:
        if not export.troubles:
            raise
        place, why = export.troubles[0]
        said = f"{error.message}; and {place} in it was not read: {why}"
        raise UnreadableError(said, path=error.path, line=error.line, hint=error.hint) from error
    return Arrival(found.posts, found.items, found.subscribers, (*export.troubles, *found.troubles, *recoded))


def _read(
    how: Importer | SiteGenerator, export: Opened, name: str
) -> tuple[Arrival, Sequence[tuple[str, str]]]:  # fmt: skip
    """What it holds, and what of it was read in another encoding than UTF-8."""
    if isinstance(how, SiteGenerator):
        return site_arrival(how, export, name), ()
    seen = Export(name, export.names, export.read, export.troubles)
    require_whose(how.name, seen)
    return how.read(seen), seen.recoded


Read = Callable[[str], bytes]


def require_elsewhere(workspace: Workspace, source: str) -> None:
    """Raises UsageError for a source that is the workspace itself, holds it, or lies among its own posts: its posts
    would come in a second time."""
    place, root = (Path(os.path.realpath(one)) for one in (Path(source).expanduser(), workspace.root))
    own = [root / name for name in ("posts", "pages", "inkwright", ".inkwright", "public")]
    if root.is_relative_to(place) or any(place.is_relative_to(one) for one in own if root != place):
        hint = "Name a folder, a zip or a file of its own; what is here already needs no import."
        raise UsageError("this is the workspace itself, or a part of it", path=source, hint=hint)


def display_name(source: str) -> str:
    """What a source is called in the report: its last part, so that a report says nothing of this machine."""
    return Path(source).expanduser().resolve().name or source
