"""Dates as generators' users write them, made ISO text. No time zone is invented and no clock is read."""

import re
from datetime import date, datetime

from inkwright.model.regex import regex

_ISO = regex(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?\s*[A-Za-z]{0,4}",
    re.I,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may may", "jun june", "jul july", "aug august",
         "sep september sept", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH_FIRST = regex(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_DAY_FIRST = regex(r"(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+(\d{4})\b")


def iso_date(value: object) -> str:
    """A date or date and time as ISO text ("2026-11-21", "2026-11-21T09:00:00+00:00"); "" when it is none.

    Understands ISO with `-`, `/` or `.`, a space or T before the time, offsets with or without colon, and English
    dates ("November 27, 2023", "27 Nov 2023"). A month or day that does not exist gives "".
    """
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return ""
    text = value.strip()
    found = _ISO.fullmatch(text)
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
        return _joined(int(year), int(month), int(day), hour, minute, second, zone)
    first = _MONTH_FIRST.match(text)
    if first and first[1].lower() in _MONTHS:
        return _joined(int(first[3]), _MONTHS[first[1].lower()], int(first[2]))
    second_form = _DAY_FIRST.match(text)
    if second_form and second_form[2].lower() in _MONTHS:
        return _joined(int(second_form[3]), _MONTHS[second_form[2].lower()], int(second_form[1]))
    return ""


def is_future(when: str, today: str) -> bool:
    """Whether an ISO date lies after the day `today` (ISO); False when either is unknown."""
    return bool(when and today) and when[:10] > today[:10]


def _joined(
    year: int, month: int, day: int, hour: str | None = None, minute: str | None = None, second: str | None = None,
    zone: str | None = None,
) -> str:  # fmt: skip
    """The parts as ISO text, "" when there is no such day or time."""
    try:
        whole = datetime(year, month, day, int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return ""
    if hour is None:
        return whole.date().isoformat()
    return whole.isoformat() + _offset(zone)


def _offset(zone: str | None) -> str:
    """A written zone as ISO offset; "" for none."""
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    return f"{zone[:3]}:{zone[-2:]}"
