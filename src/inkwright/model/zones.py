"""Time zones by name: the one place that looks them up. No clock is read here."""

from datetime import UTC, tzinfo

from inkwright.model.when_needed import when_needed

with when_needed(__name__):
    from inkwright.model import zone_names


def zone(name: str) -> tzinfo:
    """The time zone of an IANA name; "UTC" needs no database. Raises ValueError for a name that is none."""
    return UTC if name == "UTC" else zone_names.named(name)
