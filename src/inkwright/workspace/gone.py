"""Addresses that are gone for good: `inkwright/gone.toml`, readable, under git."""

import tomllib
from collections.abc import Mapping

from inkwright.model.errors import UnreadableError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.settings import toml_error_line

FILE = "inkwright/gone.toml"
_HEAD = "# Addresses of posts that were taken back for good, with the day; a host that can answers 410 there.\n"


def gone_addresses(workspace: Workspace) -> dict[str, str]:
    """Site paths with the day (ISO) since which they are gone, sorted; {} without the file. Raises UnreadableError."""
    if not workspace.exists(FILE):
        return {}
    try:
        found = tomllib.loads(workspace.read(FILE).text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        said, line = toml_error_line(error)
        raise UnreadableError(f"not TOML: {said}", path=FILE, line=line, hint="Mend that line.") from error
    return {path: str(day) for path, day in sorted(found.items()) if not isinstance(day, Mapping | list)}


def set_gone(workspace: Workspace, address: str, since: str) -> None:
    """Say that an address is gone since a day (ISO), with "" that it is not gone. Raises UnwritableError."""
    import tomlkit

    there = workspace.exists(FILE)
    before = workspace.read(FILE).text if there else ""
    known = gone_addresses(workspace)
    if known.get(address, "") == since:
        return
    document = tomlkit.parse(before or _HEAD)
    if since:
        document[address] = since
    else:
        document.pop(address, None)
    workspace.write(FILE, tomlkit.dumps(document), expected=workspace.hash_of(before) if there else "")
