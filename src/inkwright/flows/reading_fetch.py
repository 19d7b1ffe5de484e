"""The feeds of the reading list, asked when the writer says so -> new lines at its end."""

from collections.abc import Callable

from inkwright.flows.reading import append, entries
from inkwright.flows.reading_walk import settle
from inkwright.model.errors import InkwrightError, NetError, UsageError
from inkwright.model.net import Reply
from inkwright.model.reading_list import Entry, Fetched
from inkwright.net.client import Client
from inkwright.net.lanes import ask_all
from inkwright.net.pace import Pace
from inkwright.net.probe import Outcome
from inkwright.notes.reading_feeds import fresh, read_feed
from inkwright.notes.reading_list import new_line
from inkwright.workspace.folder import Workspace

GAP = 1.0
"""Seconds between two requests to one host."""
Get = Callable[[str], Reply]
Progress = Callable[[int, int], object]
_WANTED = {"accept": "application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"}


def fetch_feeds(
    workspace: Workspace, today: str, get: Get | None = None, progress: Progress = lambda done, total: None
) -> Fetched:
    """Read all feeds of the list once, several hosts at a time, and add what is new in them; `today` is ISO.

    What one feed brought is on the disk before the next is looked at; one that cannot be read is told with the reason
    and asked again the next time. Raises UsageError when the list has no feed, UnreadableError, UnwritableError.
    """
    feeds = {entry.feed: entry for entry in entries(workspace) if entry.feed}
    if not feeds:
        hint = "Put some on it: inkwright reading import feeds.opml."
        raise UsageError("there are no feeds on the reading list", hint=hint)
    asking = get or _guarded()

    def ask(url: str, wait: Callable[[float], object]) -> Outcome:
        try:
            return asking(url)
        except NetError as error:
            return error

    added: list[Entry] = []
    failed: list[tuple[str, str]] = []
    for done, (url, outcome) in enumerate(ask_all(feeds, ask), 1):
        try:
            added += _taken(workspace, feeds[url], outcome, today)
        except InkwrightError as error:
            failed.append((url, f"{error.message.rstrip('.')}."))
        progress(done, len(feeds))
    return Fetched(tuple(added), len(feeds), tuple(sorted(failed)))


def _taken(workspace: Workspace, feed: Entry, outcome: Outcome, today: str) -> list[Entry]:
    """The lines that a feed's answer brought. Raises NetError, UsageError or UnreadableError where it is none."""
    if isinstance(outcome, NetError):
        raise outcome
    if outcome.status != 200:
        raise UsageError(f"it was not told (HTTP {outcome.status})")
    items = fresh(read_feed(outcome.body, outcome.url), feed.fetched, today)
    new, _ = append(workspace, [new_line(item, today) for item in items])
    settle(workspace, feed, tick=False, fetched=today)
    return new


def _guarded() -> Get:
    client = Client(pace=Pace(GAP))
    return lambda url: client.get(url, _WANTED)
