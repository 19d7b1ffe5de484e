"""Which ledger a workspace has, opened: the database that INKWRIGHT_LEDGER names, else `private/inkwright.db`."""

import os
from collections.abc import Mapping
from pathlib import Path

from inkwright.ledger.open import Ledger, open_ledger
from inkwright.process.secrets import secret
from inkwright.workspace.folder import Workspace

PRIVATE = "private"
FILE = f"{PRIVATE}/inkwright.db"
NAME = "INKWRIGHT_LEDGER"


def ledger_of(workspace: Workspace, environment: Mapping[str, str] | None = None) -> Ledger:
    """The ledger of a workspace, made when missing. The caller closes it.

    Raises LedgerError when it cannot be used, UsageError when INKWRIGHT_LEDGER names nothing that can be one.
    """
    where = _named(environment)
    if where:
        return open_ledger(where)
    make_private(workspace)
    return open_ledger(workspace.path(FILE))


def has_ledger(workspace: Workspace, environment: Mapping[str, str] | None = None) -> bool:
    """Whether there is one already, for what only asks and makes none."""
    return bool(_named(environment)) or workspace.exists(FILE)


def make_private(workspace: Workspace) -> Path:
    """The folder of what is nobody's business, made when missing with a `.gitignore` that keeps it out of git."""
    if not workspace.exists(f"{PRIVATE}/.gitignore"):
        workspace.write(f"{PRIVATE}/.gitignore", "*\n")
    return workspace.path(PRIVATE)


def _named(environment: Mapping[str, str] | None) -> str | Path:
    found = secret(NAME, os.environ if environment is None else environment)
    return found if "://" in found or not found else Path(found).expanduser()
