"""The clock, read here and nowhere below: faces hand the time in."""

from datetime import datetime

from inkwright.model.zones import zone


def now(timezone: str = "UTC") -> datetime:
    """The present moment in an IANA time zone, one that the settings were checked for."""
    return datetime.now(zone(timezone))


def local(moment: datetime, timezone: str) -> datetime:
    """A moment in an IANA time zone, one that the settings were checked for: how it is shown to the writer."""
    return moment.astimezone(zone(timezone))


def minute(moment: datetime | None, timezone: str) -> str:
    """`2026-12-01 09:00` there, "" for no moment."""
    return f"{local(moment, timezone):%Y-%m-%d %H:%M}" if moment else ""


def iso(moment: datetime | None, timezone: str) -> str:
    """`2026-12-01T09:00:00+01:00` there, "" for no moment."""
    return local(moment, timezone).isoformat(timespec="seconds") if moment else ""


def today(timezone: str = "UTC") -> str:
    """Today's date there, ISO."""
    return now(timezone).date().isoformat()
