"""Bluesky: a message with a card that leads to the post. What was said there cannot be changed.

**Source:** docs.bsky.app/docs/advanced-guides/posts, docs.bsky.app/docs/api (createSession, putRecord, listRecords),
atproto.com/specs/tid (record keys; looked at 2026-11-21). Not tried against the live service.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from inkwright.platforms.writing.copies import Account, Article, Copy, Platform, Wire
from inkwright.platforms.writing.talk import ask, field

HANDLE, PASSWORD, URL = "INKWRIGHT_BLUESKY_HANDLE", "INKWRIGHT_BLUESKY_PASSWORD", "INKWRIGHT_BLUESKY_URL"
PAGES, EACH = 5, 100
"""Pages of the writer's own messages that are looked through, and messages on one."""
_LABEL = "Bluesky"
_KIND = "app.bsky.feed.post"
_SIGNS = "234567abcdefghijklmnopqrstuvwxyz"


def server(account: Account) -> str:
    """Where its API is."""
    return f"{account.get(URL, 'https://bsky.social').rstrip('/')}/xrpc"


def create(wire: Wire, account: Account, article: Article) -> Copy:
    """Say it under a key made of the moment of the first try, so that a second try says nothing twice."""
    who, headers = _session(wire, account)
    card = {"uri": article.canonical, "title": article.title, "description": article.description[:300]}
    record = {
        "$type": _KIND, "text": article.body, "createdAt": article.moment.replace("+00:00", "Z"),
        "langs": [article.language.split("-")[0]], "embed": {"$type": "app.bsky.embed.external", "external": card},
    }  # fmt: skip
    sent = {"repo": who, "collection": _KIND, "rkey": _key(article.moment), "record": record}
    answer = ask(wire, _LABEL, "POST", f"{server(account)}/com.atproto.repo.putRecord", headers, sent)
    return _copy(account, answer)


def find(wire: Wire, account: Account, article: Article) -> Copy | None:
    """The writer's last message whose card leads to the post."""
    who, headers = _session(wire, account)
    cursor = ""
    for _ in range(PAGES):
        asked = f"repo={quote(who)}&collection={_KIND}&limit={EACH}{cursor}"
        answer = ask(wire, _LABEL, "GET", f"{server(account)}/com.atproto.repo.listRecords?{asked}", headers)
        found = answer.get("records") if isinstance(answer, Mapping) else None
        for one in found if isinstance(found, list) else []:
            if _leads_to(one) == article.canonical:
                return _copy(account, one)
        after = answer.get("cursor") if isinstance(answer, Mapping) else None
        if not after or not found:
            return None
        cursor = f"&cursor={quote(str(after))}"
    return None


def _session(wire: Wire, account: Account) -> tuple[str, dict[str, str]]:
    """Who the writer is, and the headers that prove it."""
    said = {"identifier": account[HANDLE], "password": account[PASSWORD]}
    answer = ask(wire, _LABEL, "POST", f"{server(account)}/com.atproto.server.createSession", {}, said)
    return field(_LABEL, answer, "did"), {"authorization": f"Bearer {field(_LABEL, answer, 'accessJwt')}"}


def _leads_to(one: Any) -> str:
    for name in ("value", "embed", "external", "uri"):
        one = one.get(name) if isinstance(one, Mapping) else None
    return one if isinstance(one, str) else ""


def _key(moment: str) -> str:
    """The record key of a moment: its microseconds and ten bits of nothing, in thirteen signs."""
    number = int(datetime.fromisoformat(moment).timestamp() * 1_000_000) << 10
    return "".join(_SIGNS[number >> 5 * place & 31] for place in range(12, -1, -1))


def _copy(account: Account, answer: Any) -> Copy:
    uri = field(_LABEL, answer, "uri")
    return Copy(uri, f"https://bsky.app/profile/{account[HANDLE]}/post/{uri.rsplit('/', 1)[-1]}")


PLATFORM = Platform(
    name="bluesky", label=_LABEL, form="link",
    asks=((HANDLE, "your handle"), (PASSWORD, "an app password from Settings, Privacy and security")),
    may_ask=((URL, "another server, instead of https://bsky.social"),),
    truth="Free; a message of 300 characters with a card that leads home; it cannot be changed later.",
    server=server, create=create, update=None, find=find,
)  # fmt: skip
