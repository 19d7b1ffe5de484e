"""Rows of a list of subscribers -> people, or why a line is none. Pure."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain, islice

from msgspec import Struct

from inkwright.model.errors import UnreadableError
from inkwright.model.subscriber import Person, Refused, Said, SuppressionReason
from inkwright.newsletter.address import clean_name, name_in, read_address
from inkwright.newsletter.csv_formats import REASONS, Format, format_of
from inkwright.newsletter.csv_write import unguarded
from inkwright.newsletter.lists import plain_tags
from inkwright.text.table_rows import Row, decode_table, rows

_EMAIL = ("email", "email_address", "e_mail", "e_mail_address", "mail", "emailaddress", "subscriber_email", "address")
_CREATED = (
    "created", "created_at", "creation_date", "subscribed_at", "optin_time", "signup_date", "start_date", "date_added",
)  # fmt: skip
_CONFIRMED = ("confirmed", "confirmed_at", "confirm_time", "confirmation_date")
_TAGS = ("tags", "labels", "lists")
_EARLIEST = 1990
_LOOKED_AT = 50
"""Rows in which other columns with addresses are looked for."""


class Listing(Struct, frozen=True):
    """A list of subscribers: its format, its people line by line (once), the column whose addresses they have, and the
    other columns that hold addresses too. Columns are called as their first line says, else by their number."""

    format: Format
    people: Iterator[Person | Refused]
    column: str
    passed_over: tuple[str, ...]


def read_people(data: bytes, typed: str = "auto", name: str = "") -> Listing:
    """What a list of subscribers holds, and which format it has (`typed`, or seen by its columns). Of several columns
    with addresses the one that is called exactly `email` is taken, else the first of the usual names.

    A file without a row of names is taken for addresses, one a line. Raises UnreadableError when there is no address in
    it, UsageError for an unknown format.
    """
    if data.startswith(b"PK\x03\x04"):
        hint = "Unpack it and name the list of subscribers in it, or save the spreadsheet as CSV."
        raise UnreadableError("this is a zip or a spreadsheet", path=name, hint=hint)
    found = rows(decode_table(data))
    first = next(found, None)
    if first is None:
        raise UnreadableError("there is nothing in this file", path=name)
    columns = [_column(cell) for cell in first.cells]
    exact = [number for number, cell in enumerate(first.cells) if cell.strip() == "email"]
    at = next((number for number in (*exact, *(columns.index(one) for one in _EMAIL if one in columns))), -1)
    if {"post_id", "timestamp"} <= set(columns):
        hint = "Name the list of subscribers."
        raise UnreadableError("this says who was sent or opened a post, not who subscribes", path=name, hint=hint)
    if at >= 0:
        how, called = format_of(columns, typed), [cell.strip() for cell in first.cells]
        seen = list(islice(found, _LOOKED_AT))
        people = (_person(row, columns, at, how) for row in chain(seen, found))
        return Listing(how, people, called[at], _others(seen, at, called))
    at = next((number for number, cell in enumerate(first.cells) if _is_address(cell)), -1)
    if at < 0:
        raise UnreadableError(
            "there is no column with addresses in this file", path=name, hint="Give its first line a name `email`."
        )
    how = format_of((), typed)
    bare = ["email" if number == at else "" for number in range(len(columns))]
    called = [f"column {number}" for number in range(1, len(columns) + 1)]
    seen = [first, *islice(found, _LOOKED_AT)]
    people = (_person(row, bare, at, how) for row in chain(seen, found))
    return Listing(how, people, called[at], _others(seen, at, called))


def _others(seen: Sequence[Row], at: int, called: Sequence[str]) -> tuple[str, ...]:
    """The columns beside `at` in which most of what there is are addresses, in rows from the top of a list."""
    found: list[str] = []
    for number, name in enumerate(called):
        cells = [row.cells[number] for row in seen if number < len(row.cells) and row.cells[number].strip()]
        if number != at and cells and 2 * sum(map(_is_address, cells)) > len(cells):
            found.append(name)
    return tuple(found)


def _person(row: Row, columns: Sequence[str], at: int, how: Format) -> Person | Refused:
    if row.broken:
        return Refused(row.line, row.broken, row.text)
    plain: Callable[[str], str] = unguarded if how.name == "inkwright" else _decoded
    cells = {name: plain(cell) for name, cell in zip(columns, row.cells, strict=False) if name}
    typed = plain(row.cells[at]) if at < len(row.cells) else ""
    try:
        address = read_address(typed)
        said, stopped = _said(cells, how)
    except ValueError as error:
        return Refused(row.line, str(error), row.text)
    tags = (tag for column in _TAGS for tag in re.split(r"[,;]", cells.get(column, "").replace('"', "")))
    return Person(
        row.line, address.email, address.norm, _name(cells) or name_in(typed), said, stopped,
        _moment(cells, _CREATED), _moment(cells, _CONFIRMED), plain_tags(tags),
    )  # fmt: skip


def _said(cells: Mapping[str, str], how: Format) -> tuple[Said, SuppressionReason | None]:
    """How a row says that somebody stands: the worst of its columns. Raises ValueError for a word that is not known."""
    found = [meaning for column, meaning in how.set_means.items() if cells.get(column, "").strip()]
    for column, words in how.words.items():
        word = cells.get(column, "").strip().lower()
        if word and word not in words:
            raise ValueError(f'what "{word[:40]}" means in the column {column} is not known')
        if word:
            found.append(words[word])
    stops = [one for one in REASONS if one in found]
    said: Said = "unsubscribed" if "unsubscribed" in found else "pending" if "pending" in found else "subscribed"
    return said, stops[-1] if stops else None


def _name(cells: Mapping[str, str]) -> str:
    whole = cells.get("name") or cells.get("full_name") or cells.get("subscriber_name") or ""
    parts = (cells.get("first_name", cells.get("fname", "")), cells.get("last_name", cells.get("lname", "")))
    return clean_name(whole) or clean_name(" ".join(parts))


def _moment(cells: Mapping[str, str], columns: Sequence[str]) -> datetime | None:
    """The first moment in some columns, in UTC; None where none can be read for certain."""
    for column in columns:
        said = cells.get(column, "").strip().removesuffix(" UTC")
        if not said:
            continue
        try:
            found = datetime.fromisoformat(said)
            found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        except (ValueError, OverflowError):
            continue
        if found.year >= _EARLIEST:
            return found
    return None


def _column(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.strip().lower().replace("\ufeff", "")).strip("_")


def _decoded(cell: str) -> str:
    """A cell of another service's list: some escape it for HTML, some guard it for a spreadsheet."""
    return unguarded(html.unescape(cell) if "&" in cell else cell)


def _is_address(cell: str) -> bool:
    try:
        read_address(cell)
    except ValueError:
        return False
    return True
