"""Dates as people and feeds read them. Nothing here knows what time it is now."""

from datetime import UTC, datetime, tzinfo

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moment(text: str, local: tzinfo = UTC) -> datetime | None:
    """An ISO date or time as a moment; one without a zone is meant in `local`. None for "" and for anything else."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=local)


def spoken(when: datetime, language: str) -> str:
    """A day as it is read: "5 March 2026" in English, "2026-03-05" in any other language."""
    if language.lower().split("-")[0] == "en":
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return when.date().isoformat()


def rfc3339(when: datetime) -> str:
    """A moment as Atom and JSON feeds write it.

    **Source:** RFC 3339, section 5.6.
    """
    return when.replace(microsecond=0).isoformat()


def rfc822(when: datetime) -> str:
    """A moment as RSS writes it, with a four-digit year.

    **Source:** RFC 822, section 5.1, as RSS 2.0 amends it.
    """
    return (
        f"{_DAYS[when.weekday()]}, {when.day:02} {_MONTHS[when.month - 1][:3]} {when.year:04} "
        f"{when:%H:%M:%S} {when.strftime('%z')[:5] or '+0000'}"
    )
