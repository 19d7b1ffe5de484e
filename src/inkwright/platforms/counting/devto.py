"""dev.to: views, reactions and comments of the writer's own articles.

**Source:** developers.forem.com/api/v1 (GET /api/articles/me/published, looked at 2026-11-21). Not tried against the
live service.
"""

import json
from collections.abc import Iterator

from inkwright.platforms.counting.counter import Asked, Counter, Fetched
from inkwright.platforms.writing.copies import Account, Wire
from inkwright.platforms.writing.devto import EACH, KEY, PAGES, URL, server
from inkwright.platforms.writing.talk import ask

_LABEL = "dev.to"


def fetch(wire: Wire, account: Account, asked: Asked) -> Iterator[Fetched]:
    """All articles, as its API lists them."""
    headers = {"api-key": account[KEY], "accept": "application/vnd.forem.api-v1+json"}
    found: list[object] = []
    for page in range(1, PAGES + 1):
        url = f"{server(account)}/articles/me/published?page={page}&per_page={EACH}"
        some = ask(wire, _LABEL, "GET", url, headers)
        found += some if isinstance(some, list) else []
        if not isinstance(some, list) or len(some) < EACH:
            break
    if found:
        yield Fetched("articles.json", json.dumps(found).encode(), "devto")


COUNTER = Counter(
    "devto", _LABEL, ((KEY, "an API key from dev.to/settings/extensions"),), server, fetch,
    ((URL, "another community that runs Forem, instead of https://dev.to"),),
)  # fmt: skip
