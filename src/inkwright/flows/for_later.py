"""What to do with an address that nobody answers now: the reading list keeps it."""

from inkwright.model.errors import NetError

AWAY = ("offline", "dns", "connect", "timeout")
"""Kinds of failure that another day may mend."""


def with_later(error: NetError, what: str) -> NetError:
    """The same error, which also says how `what` is kept for later, where that is some use."""
    if error.kind not in AWAY:
        return error
    begins = f"{error.hint} Or keep" if error.hint else "No network? Keep"
    hint = f"{begins} it for later: inkwright reading add {what}"
    return NetError(error.kind, error.message, url=error.path, passing=error.passing, hint=hint)
