"""Ghost: mails delivered, opened and clicked, and likes, of the writer's own posts.

**Source:** docs.ghost.org/admin-api/posts (browsing posts, `include`, pagination; looked at 2026-11-21). Not tried
against a live site.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from inkwright.platforms.counting.counter import Asked, Counter, Fetched
from inkwright.platforms.writing.copies import Account, Wire
from inkwright.platforms.writing.ghost import KEY, URL, server, token
from inkwright.platforms.writing.talk import ask

_LABEL = "Ghost"
_PAGES, _EACH = 100, 100
_WANTED = "include=email,count.clicks,count.positive_feedback&filter=status:[published,sent]"


def fetch(wire: Wire, account: Account, asked: Asked) -> Iterator[Fetched]:
    """All posts that are out, as its API lists them."""
    headers = {"authorization": f"Ghost {token(account[KEY], asked.now)}", "accept-version": "v5.0"}
    found: list[Any] = []
    for page in range(1, _PAGES + 1):
        url = f"{server(account)}/posts/?{_WANTED}&limit={_EACH}&page={page}"
        answer = ask(wire, _LABEL, "GET", url, headers)
        some = answer.get("posts") if isinstance(answer, Mapping) else None
        found += some if isinstance(some, list) else []
        if not isinstance(some, list) or len(some) < _EACH:
            break
    if found:
        yield Fetched("posts.json", json.dumps({"posts": found}).encode(), "ghost")


COUNTER = Counter(
    "ghost", _LABEL,
    ((URL, "the address of your Ghost site"), (KEY, "an Admin API key of a custom integration there")), server, fetch,
)  # fmt: skip
