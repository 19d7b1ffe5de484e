"""Readers as a table that comes back as it was, and that no spreadsheet takes for formulas. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from inkwright.model.regex import regex
from inkwright.model.subscriber import Refused, Subscriber

COLUMNS = ("email", "name", "status", "tags", "created", "confirmed", "suppressed")
_ACTS = regex(r"'*[=+\-@\t\r]")
_GUARDED = regex(r"'+[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """A cell with `'` before it when a spreadsheet would run it; `unguarded` gives it back.

    **Source:** OWASP, CSV Injection.
    """
    return f"'{cell}" if _ACTS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that was guarded; any other stays as it is."""
    return cell[1:] if _GUARDED.match(cell) else cell


def table_of(readers: Iterable[tuple[Subscriber, str]]) -> Iterator[str]:
    """Lines of a CSV file (RFC 4180), the names of the columns first; each reader comes with why they are suppressed
    ("" when nothing stands against them)."""
    yield csv_line(COLUMNS)
    for one, suppressed in readers:
        confirmed = _iso(one.confirmed) if one.confirmed else ""
        cells = (one.email, one.name, one.status, ",".join(one.tags), _iso(one.created), confirmed, suppressed)
        yield csv_line([guarded(cell) for cell in cells])


def refused_table(refused: Iterable[Refused]) -> Iterator[str]:
    """Lines of a CSV file that says which lines of a list were not taken in, and why."""
    yield csv_line(("line", "why", "text"))
    for one in refused:
        yield csv_line((str(one.line), one.why, guarded(one.text)))


def csv_line(cells: Sequence[str]) -> str:
    """One line of a CSV file, with its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
