"""Mastodon: a message that leads to the post.

**Source:** docs.joinmastodon.org/methods/statuses and .../methods/accounts (looked at 2026-11-21). Not tried against
the live service.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from inkwright.platforms.writing.copies import Account, Article, Copy, Platform, Wire
from inkwright.platforms.writing.talk import ask, field

URL, KEY = "INKWRIGHT_MASTODON_URL", "INKWRIGHT_MASTODON_KEY"
PAGES, EACH = 5, 40
"""Pages of the writer's own messages that are looked through, and messages on one."""
_LABEL = "Mastodon"


def server(account: Account) -> str:
    """Where its API is."""
    return f"{account.get(URL, 'https://').rstrip('/')}/api/v1"


def create(wire: Wire, account: Account, article: Article) -> Copy:
    """Say it; the same message sent twice within an hour is one."""
    headers = {**_headers(account), "idempotency-key": article.key}
    return _copy(ask(wire, _LABEL, "POST", f"{server(account)}/statuses", headers, _status(article)))


def update(wire: Wire, account: Account, article: Article, copy: Copy) -> Copy:
    """Change what a message says."""
    where = f"{server(account)}/statuses/{quote(copy.id)}"
    return _copy(ask(wire, _LABEL, "PUT", where, _headers(account), _status(article)))


def find(wire: Wire, account: Account, article: Article) -> Copy | None:
    """The writer's last message that leads to the post."""
    me = field(
        _LABEL, ask(wire, _LABEL, "GET", f"{server(account)}/accounts/verify_credentials", _headers(account)), "id"
    )
    before = ""
    for _ in range(PAGES):
        url = f"{server(account)}/accounts/{quote(me)}/statuses?limit={EACH}&exclude_reblogs=true{before}"
        found = ask(wire, _LABEL, "GET", url, _headers(account))
        mine = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
        for one in mine:
            if f'"{article.canonical}"' in str(one.get("content")):
                return _copy(one)
        if len(mine) < EACH:
            return None
        before = f"&max_id={quote(field(_LABEL, mine[-1], 'id'))}"
    return None


def _headers(account: Account) -> dict[str, str]:
    return {"authorization": f"Bearer {account[KEY]}"}


def _status(article: Article) -> dict[str, Any]:
    return {"status": f"{article.body}\n\n{article.canonical}", "language": article.language.split("-")[0]}


def _copy(answer: Any) -> Copy:
    return Copy(field(_LABEL, answer, "id"), field(_LABEL, answer, "url"))


PLATFORM = Platform(
    name="mastodon", label=_LABEL, form="link",
    asks=((URL, "the address of your server"), (KEY, "an access token from Preferences, Development there")),
    truth="Free; a message of 500 characters that leads home; it can be changed later.",
    server=server, create=create, update=update, find=find,
)  # fmt: skip
