"""The clock, read here and nowhere below: faces hand the time in."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inkwright.model.errors import SettingsError


def now(timezone: str = "UTC") -> datetime:
    """The present moment in an IANA time zone. Raises SettingsError for an unknown one."""
    try:
        return datetime.now(ZoneInfo(timezone))
    except (ZoneInfoNotFoundError, ValueError) as error:
        hint = 'Use an IANA name such as "Europe/Berlin" or "UTC".'
        raise SettingsError(f'there is no time zone "{timezone}"', path="inkwright.toml", hint=hint) from error


def today(timezone: str = "UTC") -> str:
    """Today's date there, ISO."""
    return now(timezone).date().isoformat()
