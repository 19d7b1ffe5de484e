"""Plausible Analytics: visitors and views of each page by day, and views by where they came from.

**Source:** plausible.io/docs/stats-api-v2 (POST /api/v2/query: dimensions, pagination; looked at 2026-11-21). Not tried
against the live service.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from inkwright.model.errors import UsageError
from inkwright.platforms.counting.counter import Asked, Counter, Fetched
from inkwright.platforms.writing.copies import Account, Wire
from inkwright.platforms.writing.talk import Refused, ask

KEY, URL, SITE = "INKWRIGHT_PLAUSIBLE_KEY", "INKWRIGHT_PLAUSIBLE_URL", "INKWRIGHT_PLAUSIBLE_SITE"
_LABEL = "Plausible"
_EACH, _PAGES = 10_000, 100
"""Rows of an answer, the most that it gives, and how often it is asked for more."""
_NOWHERE = ("Direct / None", "(not set)", "")
Row = tuple[Sequence[str], Sequence[int]]


def server(account: Account) -> str:
    """Where its API is: plausible.io, or an installation of one's own."""
    return f"{account.get(URL, 'https://plausible.io').rstrip('/')}/api/v2"


def fetch(wire: Wire, account: Account, asked: Asked) -> Iterator[Fetched]:
    """Two tables: of pages, and of pages by source. Days are those of the site's own time zone there."""
    if not account.get(SITE, asked.site):
        hint = f"Set `base_url` in inkwright.toml, or {SITE}."
        raise UsageError("Plausible wants to know which site, and this one has no address", hint=hint)
    pages = _rows(wire, account, asked, ("visitors", "pageviews"), ("time:day", "event:page"))
    rows = [(day[:10], page, *counts) for (day, page), counts in pages]
    if rows:
        yield Fetched("pages.csv", _table(("date", "page", "visitors", "pageviews"), rows), "plausible")
    came = _rows(wire, account, asked, ("pageviews",), ("time:day", "event:page", "visit:source"))
    rows = [(day[:10], page, source, *counts) for (day, page, source), counts in came if source not in _NOWHERE]
    if rows:
        yield Fetched("sources.csv", _table(("date", "page", "referrer", "views"), rows), "table")


def _rows(
    wire: Wire, account: Account, asked: Asked, metrics: Sequence[str], dimensions: Sequence[str]
) -> Iterator[Row]:
    """The rows of one question: what they are of, and their counts."""
    wanted = {"site_id": account.get(SITE, asked.site), "metrics": metrics, "dimensions": dimensions,
              "date_range": [asked.since, asked.until]}  # fmt: skip
    headers = {"authorization": f"Bearer {account[KEY]}"}
    for page in range(_PAGES):
        sent = {**wanted, "pagination": {"limit": _EACH, "offset": page * _EACH}}
        answer = ask(wire, _LABEL, "POST", f"{server(account)}/query", headers, sent)
        some = answer.get("results") if isinstance(answer, Mapping) else None
        if not isinstance(some, list):
            raise Refused("Plausible gave an answer without `results`", sure=True, hint="Is the address its server's?")
        for one in some:
            of, counts = (one.get(name) for name in ("dimensions", "metrics")) if isinstance(one, Mapping) else ((), ())
            if isinstance(of, list) and isinstance(counts, list) and len(of) == len(dimensions):
                yield [str(each) for each in of], counts
        if len(some) < _EACH:
            return


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()


COUNTER = Counter(
    "plausible", _LABEL, ((KEY, "a Stats API key from your account settings there"),), server, fetch,
    ((URL, "your own installation, instead of https://plausible.io"),
     (SITE, "the site's name there, where it is not the host of base_url")),
)  # fmt: skip
