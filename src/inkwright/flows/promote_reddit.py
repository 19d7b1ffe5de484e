"""What is known of a writer's posts on Reddit -> the share of own links among them."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from inkwright.flows.promote_subject import Told
from inkwright.model.errors import InkwrightError, UnreadableError, UsageError
from inkwright.model.promotion import Share
from inkwright.model.regex import regex
from inkwright.promote.reddit import TABLES, counted, share, ticked_alone, unknown
from inkwright.workspace.archive import members
from inkwright.workspace.folder import Workspace
from inkwright.workspace.reading import decode
from inkwright.workspace.records import FOLDER, load_record

_TYPED = regex(r"(?:(\d{1,7})\s*/\s*)?(\d{1,7})")
_NUMBER = regex(r"[-+]?[\d.,]+(?:\s*/\s*[-+]?[\d.,]+)?")


def share_of(found: Told, given: str) -> Share:
    """The share of own links. `given` is a folder or zip of Reddit's data export, a count of all posts and comments, or
    own links and count as `3/80`; "" for nothing, of which nothing can be told. Of a count alone little can.

    Raises UsageError for a count that cannot be, UnreadableError with the line for an export that is damaged.
    """
    if not given:
        return unknown()
    typed = _TYPED.fullmatch(given.strip())
    if typed:
        return _typed(found.workspace, int(typed[1]) if typed[1] else None, int(typed[2]))
    if _NUMBER.fullmatch(given.strip()):
        raise UsageError(f"`{given}` is no count of posts and comments", hint="Give a whole number, or own/all: 3/80.")
    if not Path(given).exists():
        hint = "Name the folder or zip of the export, or give whole numbers: 80 or 3/80."
        raise UsageError("this is no count, and no file or folder of that name is there", path=given, hint=hint)
    if not found.own:
        return unknown("no address of yours is known: set `base_url`")
    tables = list(_tables(found.workspace, Path(given)))
    if not tables:
        raise UsageError("there is no posts.csv and no comments.csv", path=given, hint="Name the folder of the export.")
    own, total = map(sum, zip(*(counted(name, path, text, found.own) for name, path, text in tables), strict=True))
    missing = [name for name in TABLES if name not in {table[0] for table in tables}]
    return share(own, total, f"from your data export{f' without {missing[0]}' if missing else ''}")


def _typed(workspace: Workspace, own: int | None, total: int) -> Share:
    alone = own is None
    own = _ticked(workspace) if own is None else own
    if own > total:
        raise UsageError(f"{own} own links cannot be among {total} posts and comments", hint="Count them again.")
    return ticked_alone(own, total) if alone else share(own, total, "by your own count")


def _ticked(workspace: Workspace) -> int:
    """How many posts were taken to Reddit, as far as that was ticked off."""
    count = 0
    for name in workspace.files(("**/*.toml",), below=FOLDER):
        with contextlib.suppress(InkwrightError):
            done = load_record(workspace, name.removesuffix(".toml")).promotion.get("done")
            count += isinstance(done, dict) and "reddit" in done
    return count


def _tables(workspace: Workspace, place: Path) -> Iterator[tuple[str, str, str]]:
    """Name, path and text of each table of an export that counts."""
    place = place.absolute()
    if place.suffix.lower() == ".zip":
        for member in members(place, str(place)) if place.is_file() else ():
            name = member.name.rpartition("/")[2]
            if name in TABLES:
                if member.why:
                    raise UnreadableError(member.why, path=f"{place}/{member.name}", hint="Ask for a new export.")
                yield name, f"{place.name}/{member.name}", decode(member.data, member.name)
        return
    folder = place if place.is_dir() else place.parent
    for name in TABLES if place.is_dir() else {place.name} & set(TABLES):
        if (folder / name).is_file():
            yield name, str(folder / name), workspace.read(folder / name).text
