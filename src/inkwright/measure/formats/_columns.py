"""Tables with one column for each metric -> readings: rows of one page and day add up, a row that stands there twice is
one."""

from collections.abc import Callable, Iterator, Mapping

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.model.reading import Metric, Over, Reading, Told, Unread
from inkwright.model.regex import regex

_FIGURE = regex(r"[-+]?[\d\s.,:%'\u00a0\u202f]*%?")
_APART = frozenset({"hour", "minute", "week", "month", "year"})
"""Columns of numbers that tell rows apart, as words do. **Source:** own choice, over what exports
have beside counts."""
Row = tuple[int, Mapping[str, str]]


class Rows:
    """The rows of one table. Two of one page, day and referrer add up where their words differ (another host, query or
    country); where only figures differ nobody knows which is right, and the first is taken."""

    def __init__(self, file: ExportFile) -> None:
        self._file = file
        self._whole: set[int] = set()
        self._words: dict[int, int] = {}
        self._found: dict[Reading, tuple[int, int]] = {}
        self._doubles: list[int] = []
        self._added: list[int] = []

    def add(
        self, row: Row, columns: Mapping[str, Metric], page: str, day: str, over: Over = "day", referrer: str = ""
    ) -> Iterator[Unread]:
        """Take the counts of a row; an empty cell is none. What cannot be taken is said."""
        line, cells = row
        if self._is_double(line, cells):
            return
        read = {metric: self._file.count(cells[name], name) for name, metric in columns.items() if cells.get(name)}
        yield from (Unread(line, why) for why in read.values() if isinstance(why, str))
        counts = {metric: value for metric, value in read.items() if isinstance(value, int)}
        if not counts:
            return
        apart = tuple((name, cell) for name, cell in cells.items() if name in _APART or not _is_figure(cell))
        words = hash((page, day, apart))
        if (first := self._words.setdefault(words, line)) != line:
            yield Unread(line, f"it differs from line {first} in figures only; line {first} was taken")
            return
        added = False
        for metric, value in counts.items():
            one = Reading(page, metric, 0, day, over, referrer)
            before, at = self._found.get(one, (0, 0))
            self._found[one] = (before + value, at or line)
            added = added or at > 0
        if added:
            self._added.append(line)

    def _is_double(self, line: int, cells: Mapping[str, str]) -> bool:
        whole = hash(tuple(cells.items()))
        if whole in self._whole:
            self._doubles.append(line)
            return True
        self._whole.add(whole)
        return False

    def readings(self) -> Iterator[Reading | Told]:
        """What the rows come to, in their order, and what was done with them."""
        for one, (value, line) in self._found.items():
            yield Reading(one.page, one.metric, value, one.day, one.over, one.referrer, line)
        if self._added:
            yield Told("added to another of the same page and day, since their words differ", tuple(self._added))
        if self._doubles:
            yield Told("left out, since an earlier one says the same", tuple(self._doubles))


def daily(
    file: ExportFile, day_column: str, page_of: str, columns: Mapping[str, Metric], referrer: str = ""
) -> Iterator[Reading | Unread | Told]:
    """Rows of a day and a page each; `referrer` names the column of where readers came from."""

    def one(row: Mapping[str, str]) -> tuple[str, str] | str:
        day, page = file.day_of(row[day_column]), path_of(row[page_of])
        if not day:
            return file.no_day(row[day_column])
        return (page, day) if page else f"`{row[page_of][:40]}` is no path or address"

    yield from counted(file, one, columns, "day", referrer)


def counted(
    file: ExportFile, place_of: Callable[[Mapping[str, str]], tuple[str, str] | str], columns: Mapping[str, Metric],
    over: Over, referrer: str = "", from_: str = "", totals: str = "",
) -> Iterator[Reading | Unread | Told]:  # fmt: skip
    """All rows of a table; `place_of` gives the page and the day of one, or why it has none. `referrer` names the
    column of where readers came from, `from_` says it of all, and `totals` is what stands in rows of sums."""
    rows = Rows(file)
    for record in file.records(totals):
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        place = place_of(row)
        if isinstance(place, str):
            yield Unread(line, place)
        else:
            yield from rows.add(record, columns, *place, over, row.get(referrer, "") if referrer else from_)
    yield from rows.readings()


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.fullmatch(cell))
