"""Rows of a CSV file that an export holds, with HTML entities decoded and oddities survived."""

import csv
import io
from collections.abc import Mapping

_LONGEST = 50_000_000


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows by the names of the first line, in small letters; short rows have "" for what is missing.

    A text without a line of names gives no rows. Null bytes and line ends of any kind are survived.
    """
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    try:
        lines = list(reader)
    except csv.Error:
        return []
    if not lines:
        return []
    names = [name.strip().lstrip("\ufeff").lower() for name in lines[0]]
    padded = ((*line, *("" for _ in names[len(line) :])) for line in lines[1:] if any(cell.strip() for cell in line))
    return [dict(zip(names, line, strict=False)) for line in padded]


def first_of(row: Mapping[str, str], *names: str) -> str:
    """The first of some columns that holds anything, trimmed; "" when none does."""
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def addresses_in(text: str) -> int:
    """How many lines of a list of subscribers hold a mail address."""
    return sum(1 for line in text.splitlines() if "@" in line)


def is_list(text: str) -> bool:
    """Whether a text is a list of subscribers: a table with a column `email`, or one address a line."""
    first = text.lstrip("\ufeff\r\n ").split("\n", 1)[0].lower()
    names = {name.strip().strip('"') for name in first.split(",")}
    return bool(names & {"email", "email address", "email_address"}) or ("@" in first and "," not in first)
