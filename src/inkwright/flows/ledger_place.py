"""Where the ledger of a workspace is, and whether it is there: asked without opening it, so that little is loaded."""

import os
from collections.abc import Mapping
from pathlib import Path

from inkwright.process.secrets import secret
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import PRIVATE

FILE = f"{PRIVATE}/inkwright.db"
NAME = "INKWRIGHT_LEDGER"


def ledger_place(workspace: Workspace, environment: Mapping[str, str] | None = None) -> str | Path:
    """Where the ledger of a workspace is: the address of a PostgreSQL, or a file that may not exist yet."""
    return _named(environment) or workspace.path(FILE)


def has_ledger(workspace: Workspace, environment: Mapping[str, str] | None = None) -> bool:
    """Whether there is one already, for what only asks and makes none."""
    try:
        return bool(_named(environment)) or workspace.exists(FILE)
    except PermissionError:
        return True  # and opening it says whose it is


def _named(environment: Mapping[str, str] | None) -> str | Path:
    found = secret(NAME, os.environ if environment is None else environment)
    return found if "://" in found or not found else Path(found).expanduser()
