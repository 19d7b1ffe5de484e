"""WordPress by its REST API with an application password, posts in HTML.

**Source:** developer.wordpress.org/rest-api/reference/posts, .../media and
.../using-the-rest-api/authentication (looked at 2026-11-21). Core has no field for a canonical address, so that the
last line names the original. Tried against WordPress 6.1 on this machine (`make interop`).
"""

import base64
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from inkwright.platforms.writing.copies import Account, Article, Copy, Picture, Platform, Wire
from inkwright.platforms.writing.talk import ask, field
from inkwright.render.markdown.flavour import Flavour

URL, USER, PASSWORD = "INKWRIGHT_WORDPRESS_URL", "INKWRIGHT_WORDPRESS_USER", "INKWRIGHT_WORDPRESS_PASSWORD"
_LABEL = "WordPress"


def server(account: Account) -> str:
    """Where its API is."""
    return f"{account.get(URL, 'https://').rstrip('/')}/wp-json/wp/v2"


def create(wire: Wire, account: Account, article: Article) -> Copy:
    """Publish a post."""
    sent = {**_post(article), "slug": article.slug, "status": "publish"}
    return _copy(ask(wire, _LABEL, "POST", f"{server(account)}/posts", _headers(account), sent))


def update(wire: Wire, account: Account, article: Article, copy: Copy) -> Copy:
    """Replace what a post says."""
    where = f"{server(account)}/posts/{quote(copy.id)}"
    return _copy(ask(wire, _LABEL, "POST", where, _headers(account), _post(article)))


def find(wire: Wire, account: Account, article: Article) -> Copy | None:
    """The post of the same slug, if it names the same original or, at home there, has the same title."""
    asked = f"slug={quote(article.slug)}&status=publish,draft,pending,future,private&context=edit"
    found = ask(wire, _LABEL, "GET", f"{server(account)}/posts?{asked}", _headers(account))
    for one in found if isinstance(found, list) else []:
        named = article.canonical or article.title
        if isinstance(one, Mapping) and named in _raw(one, "content" if article.canonical else "title"):
            return _copy(one)
    return None


def upload(wire: Wire, account: Account, article: Article, picture: Picture) -> str:
    """The address of a picture in the library, which keeps it under its name from now on. **Source:**
    developer.wordpress.org/rest-api/reference/media."""
    slug, headers = picture.name.rpartition(".")[0], _headers(account)
    found = ask(wire, _LABEL, "GET", f"{server(account)}/media?slug={slug}", headers)
    for one in found if isinstance(found, list) else []:
        return field(_LABEL, one, "source_url")
    headers |= {"content-type": "image/png", "content-disposition": f'attachment; filename="{picture.name}"'}
    where = f"{server(account)}/media?alt_text={quote(picture.alt, safe='')}"
    return field(_LABEL, ask(wire, _LABEL, "POST", where, headers, picture.data), "source_url")


def _raw(one: Mapping[str, Any], name: str) -> str:
    value = one.get(name)
    return str(value.get("raw") or value.get("rendered") or "") if isinstance(value, Mapping) else str(value or "")


def _headers(account: Account) -> dict[str, str]:
    pair = f"{account[USER]}:{account[PASSWORD]}".encode()
    return {"authorization": f"Basic {base64.b64encode(pair).decode()}"}


def _post(article: Article) -> dict[str, Any]:
    link = f'<a href="{escape(article.canonical)}" rel="canonical">{escape(article.canonical)}</a>'
    last = f"<p><em>First published at {link}.</em></p>\n" if article.canonical else ""
    return {"title": article.title, "content": article.body + last, "excerpt": article.description}


def _copy(answer: Any) -> Copy:
    return Copy(field(_LABEL, answer, "id"), field(_LABEL, answer, "link"))


PLATFORM = Platform(
    name="wordpress", label=_LABEL, form="html",
    asks=((URL, "the address of your WordPress site"), (USER, "your name there"),
          (PASSWORD, "an application password from your profile there")),
    truth="Free on a server of your own; no field for the canonical address, so the last line names it.",
    server=server, create=create, update=update, find=find, lacks=("subtitle", "series", "tags", "image"),
    flavour=Flavour(math=None, display=None), upload=upload,
)  # fmt: skip
