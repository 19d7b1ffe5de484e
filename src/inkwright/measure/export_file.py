"""A file of readings from elsewhere, and the words in it: days, counts, addresses. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from urllib.parse import unquote, urlsplit

from inkwright.model.reading import Unread
from inkwright.text.table_rows import rows

LARGEST = 10**12
"""Counts above this are refused. **Source:** own choice: no blog has them, a phone number or an id in the wrong column
does."""
_GROUPED = re.compile(r"\d{1,3}([ ,.'\u00a0\u202f])\d{3}(?:\1\d{3})*")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, eq=False)
class ExportFile:
    """A file by name and text. `day` (ISO) is the one that totals without a date of their own are taken on, `zone` the
    time zone in which moments become days, `until` (ISO, "" for any) the last day that can have been counted."""

    name: str
    text: str
    day: str
    zone: tzinfo = UTC
    until: str = ""

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The names of the first row in small letters; lines of comment (`#`) before it are passed over."""
        first = next(self._rows(), None)
        return tuple(cell.strip().casefold() for cell in first[1]) if first else ()

    def records(self) -> Iterator[tuple[int, dict[str, str]] | Unread]:
        """Each row below the first by its names, with its line; a row that is cut off or broken says so."""
        found = self._rows()
        next(found, None)
        for line, cells, broken in found:
            if broken:
                yield Unread(line, broken)
            elif len(cells) < len(self.head):
                yield Unread(
                    line, f"the row has {len(cells)} of {len(self.head)} columns: the file seems to be cut off"
                )
            else:
                yield line, {name: cell.strip() for name, cell in zip(self.head, cells, strict=False)}

    def has(self, *columns: str) -> bool:
        """Whether the first row names all these columns, case aside."""
        return set(columns) <= set(self.head)

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
        day that is yet to come (`no_day` says which).

        Days are read as year-month-day or as 20261121; an order of day and month that must be guessed is not.
        """
        day = self._day(written)
        return "" if self.is_to_come(day) else day

    def is_to_come(self, day: str) -> bool:
        """Whether an ISO day is later than any that can have been counted."""
        return bool(self.until) and day > self.until

    def no_day(self, written: str, like: str = "day like 2026-11-21") -> str:
        """Why a text that `day_of` gives nothing for is no day to count."""
        day = self._day(written)
        return not_yet(day) if self.is_to_come(day) else f"`{written[:40]}` is no {like}"

    def _day(self, written: str) -> str:
        text = written.strip().replace("Z", "+00:00").replace(" UTC", "+00:00")
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


def is_day(text: str) -> bool:
    """Whether a text is an ISO day that there is."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def not_yet(day: str) -> str:
    """That nobody can have counted an ISO day."""
    return f"{day} is not yet"


def count_of(written: str) -> int | None:
    """A whole number >= 0 as people write it (1,234 or 1.234 or 1 234, or 12.0 or 1.234,00), None for what is none."""
    text = written.strip()
    if not _GROUPED.fullmatch(text):
        text = re.sub(r"[.,]0+$", "", text)
    if _GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    if not (text.isascii() and text.isdigit()):
        return None
    number = int(text[:15])
    return number if number <= LARGEST and len(text) < 15 else None


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
