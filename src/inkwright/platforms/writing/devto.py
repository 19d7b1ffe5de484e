"""dev.to by its API: articles in Markdown with Liquid tags.

**Source:** developers.forem.com/api/v1 (articles, looked at 2026-11-21: POST /api/articles, PUT /api/articles/{id},
GET /api/articles/me/all); dev.to/p/editor_guide (KaTeX tags, four tags). Not tried against the live service.
"""

import re
from collections.abc import Mapping
from typing import Any

from inkwright.platforms.writing.copies import Account, Article, Copy, Platform, Wire
from inkwright.platforms.writing.talk import ask, field
from inkwright.render.markdown.flavour import Flavour

KEY, URL = "INKWRIGHT_DEVTO_KEY", "INKWRIGHT_DEVTO_URL"
PAGES, EACH = 20, 100
"""Pages of the writer's own articles that are looked through, and articles on one."""
_LABEL = "dev.to"


def server(account: Account) -> str:
    """Where its API is: dev.to, or another community that runs Forem."""
    return f"{account.get(URL, 'https://dev.to').rstrip('/')}/api"


def create(wire: Wire, account: Account, article: Article) -> Copy:
    """Publish an article."""
    return _copy(ask(wire, _LABEL, "POST", f"{server(account)}/articles", _headers(account), _payload(article)))


def update(wire: Wire, account: Account, article: Article, copy: Copy) -> Copy:
    """Replace what an article says."""
    return _copy(
        ask(wire, _LABEL, "PUT", f"{server(account)}/articles/{copy.id}", _headers(account), _payload(article))
    )


def find(wire: Wire, account: Account, article: Article) -> Copy | None:
    """The writer's own article with the same canonical address, or of the same title where it is at home there."""
    for page in range(1, PAGES + 1):
        url = f"{server(account)}/articles/me/all?page={page}&per_page={EACH}"
        found = ask(wire, _LABEL, "GET", url, _headers(account))
        mine = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
        for one in mine:
            if (
                one.get("canonical_url") == article.canonical
                if article.canonical
                else one.get("title") == article.title
            ):
                return _copy(one)
        if len(mine) < EACH:
            return None
    return None


def _headers(account: Account) -> dict[str, str]:
    return {"api-key": account[KEY], "accept": "application/vnd.forem.api-v1+json"}


def _payload(article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": article.title, "body_markdown": article.body, "published": True,
        "tags": [tag for tag in (re.sub(r"[^a-z0-9]", "", tag.lower()) for tag in article.tags) if tag][:4],
        "canonical_url": article.canonical, "description": article.description, "main_image": article.image,
        "series": article.series,
    }  # fmt: skip
    return {"article": {key: value for key, value in told.items() if value not in ("", [])}}


def _copy(answer: Any) -> Copy:
    return Copy(field(_LABEL, answer, "id"), field(_LABEL, answer, "url"))


PLATFORM = Platform(
    name="devto", label=_LABEL, form="markdown", asks=((KEY, "an API key from dev.to/settings/extensions"),),
    may_ask=((URL, "another community that runs Forem, instead of https://dev.to"),),
    truth="Free; the canonical address is kept; four tags of letters and digits; ten new articles in half a minute.",
    server=server, create=create, update=update, find=find, tags=4, lacks=("subtitle",),
    flavour=Flavour(
        math=("{% katex inline %} ", " {% endkatex %}"), display=("{% katex %}\n", "\n{% endkatex %}"),
        highlight=("**", "**"), liquid=True,
    ),
)  # fmt: skip
