"""The clock, read here and nowhere below: faces hand the time in."""

from datetime import datetime

from inkwright.model.zones import zone


def now(timezone: str = "UTC") -> datetime:
    """The present moment in an IANA time zone, one that the settings were checked for."""
    return datetime.now(zone(timezone))


def today(timezone: str = "UTC") -> str:
    """Today's date there, ISO."""
    return now(timezone).date().isoformat()
