"""A place that counts readers, asked over its API -> readings in the ledger, as if its export had been imported."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from inkwright.flows.crosspost_account import account_of, allowed
from inkwright.flows.ledger import ledger_for_writing
from inkwright.flows.reading_files import LARGEST, unpacked
from inkwright.flows.reading_keep import How, keep_file, last_day
from inkwright.flows.reading_pages import Pages
from inkwright.flows.reading_sources import known_sources
from inkwright.measure.export_file import ExportFile, not_yet
from inkwright.model.errors import UsageError
from inkwright.model.reading import ReadingsImport
from inkwright.net.client import Client
from inkwright.platforms.counting.counter import Asked, counter_of
from inkwright.text.table_rows import decode_table
from inkwright.workspace.folder import Workspace

BACK = timedelta(days=730)
"""How far is asked for when nothing is known yet. **Source:** own choice: what the lives of posts look back at."""
WHOLE = How(mended=True, early=True)
"""What an API answers is whole: a lower count is a count that was mended there."""
TIMEOUT = 60.0
"""Seconds for one answer: statistics of years take a while."""


def fetch_readings(
    workspace: Workspace, name: str, since: str, now: datetime, environment: Mapping[str, str],
    pause: Callable[[float], object] = time.sleep,
) -> list[ReadingsImport]:  # fmt: skip
    """Ask a place for its readings from an ISO day on ("" for the last day that is known of it) and take them in; []
    when it has none. Everything is fetched before anything is written.

    Raises UsageError for an unknown name or a missing key, Refused and NetError when nothing can be fetched.
    """
    counter, today = counter_of(name), now.date().isoformat()
    if since > today:
        raise UsageError(not_yet(since), hint="--since names the first day to ask for.")
    account = account_of(counter, environment)
    pages = Pages(workspace, today)
    asked = Asked(pages.own_host, since or _last(workspace, name, today), today, now.astimezone(UTC).isoformat(), pause)
    wire = Client(allow=(allowed(counter, account),), timeout=TIMEOUT, limit=LARGEST)
    files = list(counter.fetch(wire, account, asked))
    found, zone = [], ZoneInfo(workspace.settings.timezone)
    with ledger_for_writing(workspace, now) as ledger:
        for one in files:
            data = unpacked(one.data, one.name) if one.data.startswith(b"\x1f\x8b") else one.data
            file = ExportFile(one.name, decode_table(data), today, zone, last_day(now))
            found.append(keep_file(ledger, file, one.format, name, pages, WHOLE))
    return found


def _last(workspace: Workspace, source: str, today: str) -> str:
    """The last day that is known of a source, which may not have been over; or two years ago."""
    known = next((one.last for one in known_sources(workspace) if one.source == source), "")
    return min(known, today) or (date.fromisoformat(today) - BACK).isoformat()
