"""Tables with one column for each metric -> readings."""

from collections.abc import Iterator, Mapping

from inkwright.measure.export_file import ExportFile, count_of, path_of
from inkwright.model.reading import Metric, Over, Reading, Unread


def values(
    line: int, row: Mapping[str, str], columns: Mapping[str, Metric], page: str, day: str, over: Over = "day",
    referrer: str = "",
) -> Iterator[Reading | Unread]:  # fmt: skip
    """One reading for each column that a row fills; a cell that is no count is said. An empty cell is no reading."""
    for column, metric in columns.items():
        cell = row.get(column, "")
        if not cell:
            continue
        value = count_of(cell)
        if value is None:
            yield Unread(line, f"`{cell[:40]}` in column `{column}` is no count")
        else:
            yield Reading(page, metric, value, day, over, referrer)


def daily(
    file: ExportFile, day_column: str, page_of: str, columns: Mapping[str, Metric], referrer: str = ""
) -> Iterator[Reading | Unread]:
    """Rows of a day and a page each; `referrer` names the column of where readers came from."""
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        day = file.day_of(row[day_column])
        if not day:
            yield Unread(line, file.no_day(row[day_column]))
            continue
        page = path_of(row[page_of]) if page_of else ""
        if page_of and not page:
            yield Unread(line, f"`{row[page_of][:40]}` is no path or address")
            continue
        yield from values(line, row, columns, page, day, referrer=row.get(referrer, "") if referrer else "")
