"""A file of readings from elsewhere, and the words in it: days, counts, addresses. Pure."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from inkwright.measure.written_count import count_of, decimal_signs, is_number
from inkwright.model.reading import Unread
from inkwright.model.regex import regex
from inkwright.text.table_rows import rows, separator_of

FIRST_DAY = "1991-08-06"
"""Days before this are refused. **Source:** the first page of the web went out on it."""
_ISO = regex(r"(\d{4})-?(\d\d)-?(\d\d)")
_WRITTEN = regex(r"(?P<one>\d\d?)(?P<sign>[./-])(?P<other>\d\d?)(?P=sign)(?P<year>\d{4})", re.ASCII)


class ExportFile(Struct, frozen=True, eq=False, dict=True):
    """A file by name and text. `day` (ISO) is the one that totals without a date of their own are taken on, `zone` the
    time zone in which moments become days, `until` (ISO, "" for any) the last day that can have been counted,
    `decimal` the sign before decimals where the writer names it ("," or ".", "" to see it from the file), `index` the
    table of posts that lies beside it in an export, "" for none."""

    name: str
    text: str
    day: str
    zone: tzinfo = UTC
    until: str = ""
    decimal: str = ""
    index: str = ""

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The names of the first row in small letters; lines of comment (`#`) before it are passed over."""
        first = next(self._rows(), None)
        return tuple(cell.strip().casefold() for cell in first[1]) if first else ()

    def records(self, totals: str = "") -> Iterator[tuple[int, dict[str, str]] | Unread]:
        """Each row below the first by its names, with its line; a row that is cut off or broken says so. Rows with a
        cell that is `totals` (in small letters) are passed over."""
        found = self._rows()
        next(found, None)
        for line, cells, broken in found:
            if totals and any(cell.strip().casefold() == totals for cell in cells):
                continue
            if broken:
                yield Unread(line, broken)
            elif len(cells) < len(self.head):
                yield Unread(
                    line, f"the row has {len(cells)} of {len(self.head)} columns: the file seems to be cut off"
                )
            elif any(cell.strip() for cell in cells[len(self.head) :]):
                yield Unread(line, f"the row has {len(cells)} cells for {len(self.head)} columns: is one not quoted?")
            else:
                yield line, {name: cell.strip() for name, cell in zip(self.head, cells, strict=False)}

    def has(self, *columns: str) -> bool:
        """Whether the first row names all these columns, case aside."""
        return set(columns) <= set(self.head)

    @cached_property
    def _columns(self) -> dict[str, list[str]]:
        """The cells of each column, by its name."""
        found: dict[str, list[str]] = {name: [] for name in self.head}
        for record in self.records():
            if not isinstance(record, Unread):
                for name, cell in record[1].items():
                    found[name].append(cell)
        return found

    def count(self, cell: str, column: str) -> int | str:
        """The count in a cell of a column, or why it is none. Whether a point or a comma stands before decimals is
        seen in the column, else in the other columns of numbers, else in what separates the cells."""
        if column not in self._signs:
            self._signs[column] = self._signs_in(column)
        found = count_of(cell, *self._signs[column])
        return found if isinstance(found, int) else f"`{cell[:40]}` in column `{column}` {found}"

    @cached_property
    def _signs(self) -> dict[str, tuple[str, str]]:
        return {}

    def _signs_in(self, column: str) -> tuple[str, str]:
        """The sign before decimals and the one between thousands in a column, "" for unknown."""
        signs = decimal_signs(self._columns.get(column, ())) or self._signs_elsewhere
        if self.decimal or len(signs) == 1:
            return self.decimal or min(signs), ""
        return "", "" if signs else _THOUSANDS.get(self._separator, "")

    @cached_property
    def _separator(self) -> str:
        return separator_of(self._table)

    @cached_property
    def _signs_elsewhere(self) -> set[str]:
        numbers = [cells for cells in self._columns.values() if all(not cell or is_number(cell) for cell in cells)]
        return decimal_signs(cell for cells in numbers for cell in cells)

    def _rows(self) -> Iterator[tuple[int, Sequence[str], str]]:
        for row in rows(self._table):
            yield row.line, row.cells, row.broken

    @cached_property
    def _table(self) -> str:
        """The text with lines of comment made empty, so that lines keep their numbers."""
        text = self.text.removeprefix("\ufeff")
        return re.sub(r"(?m)^#.*$", "", text) if text.lstrip().startswith("#") else text

    def comments(self) -> dict[str, str]:
        """What lines of comment `# Name: value` say, names in small letters."""
        return {
            name.strip().casefold(): value.strip() for name, value in re.findall(r"(?m)^# ?([^:\n]+):(.*)$", self.text)
        }

    def day_of(self, written: str) -> str:
        """The ISO day of a date or a moment, moments with an offset in the file's zone; "" for what is none and for a
        day on which nobody counted (`no_day` says which).

        Days are read as year-month-day or as 20261121; 25.08.2026 and 11/17/2026 can be one day only, and where they
        stand in the table, 05.08.2026 is read in their order. An order that must be guessed is not.
        """
        day = self._day(written)
        return "" if self.never_counted(day) else day

    def never_counted(self, day: str) -> str:
        """Why nobody can have counted an ISO day: it is yet to come, or before the web; "" where they can."""
        if self.until and day > self.until:
            return not_yet(day)
        return f"{day} is before there was a web to read" if day and day < FIRST_DAY else ""

    def no_day(self, written: str, like: str = "day like 2026-11-21") -> str:
        """Why a text that `day_of` gives nothing for is no day to count."""
        day = self._day(written)
        if not day and len(both := sorted(set(_either_way(written.strip()).values()))) > 1:
            return f"`{written.strip()}` can be two days; write {' or '.join(both)}"
        return self.never_counted(day) or f"`{written[:40]}` is no {like}"

    def second_of(self, written: str) -> int:
        """A date or a moment that has a day in whole seconds since 1970; without an offset it is read as UTC."""
        moment = datetime.fromisoformat(self._plain(written))
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())

    def _day(self, written: str) -> str:
        text = self._plain(written)
        found = _ISO.match(text)
        try:
            if found and len(text) > 10 and len(found[0]) == 10:
                moment = datetime.fromisoformat(text)
                return (moment.astimezone(self.zone) if moment.tzinfo else moment).date().isoformat()
            if found and found.end() == len(text):
                return datetime(*map(int, found.groups())).date().isoformat()  # type: ignore[arg-type]
        except ValueError:
            return ""
        return ""

    def _plain(self, written: str) -> str:
        """A day or a moment as ISO writes it; as it stands where it is none, or could be two days."""
        text = written.strip()
        if both := _either_way(text):
            sure = set(both.values())
            return sure.pop() if len(sure) == 1 else both.get(self._order, text)
        return text.replace("Z", "+00:00").replace(" UTC", "+00:00")

    @cached_property
    def _order(self) -> str:
        """The order of day and month in which days of the table are written that can be one only; "" where none is, or
        where they do not agree."""
        days = (_either_way(cell) for cells in self._columns.values() for cell in cells)
        orders = {next(iter(both)) for both in days if len(both) == 1}
        return min(orders) if len(orders) == 1 else ""


_THOUSANDS = {",": ",", ";": "."}
"""What stands between thousands where nothing in a table tells: cells are separated by `;` where the comma stands
before decimals."""


def _either_way(written: str) -> dict[str, str]:
    """The ISO days that a text like 25.08.2026 can be, by the order of its day and month; {} for what is none."""
    found, days = _WRITTEN.fullmatch(written), dict[str, str]()
    if found:
        one, other, year = (int(found[name]) for name in ("one", "other", "year"))
        for order, (day, month) in (("day first", (one, other)), ("month first", (other, one))):
            with suppress(ValueError):
                days[order] = date(year, month, day).isoformat()
    return days


def is_day(text: str) -> bool:
    """Whether a text is an ISO day that there is."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def not_yet(day: str) -> str:
    """That nobody can have counted an ISO day."""
    return f"{day} is not yet"


def path_of(address: str) -> str:
    """The path of an address or a path, decoded, without query, fragment or a final `index.html`; "" for none."""
    text = address.strip()
    if not text.startswith("/") and "://" not in text:
        return ""
    try:
        path = urlsplit(text if "://" in text else f"https://x{text}").path or "/"
    except ValueError:
        return ""
    path = unquote(path)
    return path.removesuffix("index.html") or "/"


def host_of(address: str) -> str:
    """The host of an address without `www.`, or the text itself where it is none."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        host = ""
    return (host or address.strip()).removeprefix("www.")
