"""Flows that few runs need: they are imported when they are first asked for, so that the others start sooner."""

import importlib
from typing import Any

from inkwright.model.errors import UsageError

_NEWSLETTER = {
    "aiosmtplib", "alembic", "cryptography", "css_inline", "dns", "email_validator", "flufl", "psycopg", "sqlalchemy",
}  # fmt: skip
"""Packages that come with the extra `inkwright[newsletter]`."""


def later(flow: str) -> Any:
    """The module of a flow by the name of its file.

    Raises ModuleNotFoundError when there is none, UsageError when it needs the extra of the newsletter.
    """
    try:
        return importlib.import_module(f"inkwright.flows.{flow}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEWSLETTER:
            raise
        raise UsageError(
            "what the ledger holds (newsletter, readings) needs more", hint="Run pip install 'inkwright[newsletter]'."
        ) from error
