"""Ghost by its Admin API, posts in HTML. Nobody gets mail of it: no newsletter is named.

**Source:** docs.ghost.org/admin-api (token authentication, posts; looked at 2026-11-21). Tried against Ghost 5 on
this machine (`make interop`); it drops the ids that links to notes lead to, so that notes are plain, and takes a
paragraph apart at a picture, so that one with a formula comes as a card of HTML.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from inkwright.platforms.writing.copies import Account, Article, Copy, Picture, Platform, Wire
from inkwright.platforms.writing.talk import Refused, ask, field
from inkwright.render.markdown.flavour import Flavour

URL, KEY = "INKWRIGHT_GHOST_URL", "INKWRIGHT_GHOST_KEY"
_LABEL = "Ghost"
_MINUTES = 5
"""How long a token holds at most."""


def server(account: Account) -> str:
    """Where its API is."""
    return f"{account.get(URL, 'https://').rstrip('/')}/ghost/api/admin"


def create(wire: Wire, account: Account, article: Article) -> Copy:
    """Publish a post."""
    sent = {"posts": [{**_post(article), "slug": article.slug, "status": "published"}]}
    return _copy(_first(_asked(wire, account, article, "POST", "posts/?source=html", sent)))


def update(wire: Wire, account: Account, article: Article, copy: Copy) -> Copy:
    """Replace what a post says; Ghost wants to be told which version that was."""
    there = _first(_asked(wire, account, article, "GET", f"posts/{quote(copy.id)}/"))
    sent = {"posts": [{**_post(article), "updated_at": field(_LABEL, there, "updated_at")}]}
    return _copy(_first(_asked(wire, account, article, "PUT", f"posts/{quote(copy.id)}/?source=html", sent)))


def find(wire: Wire, account: Account, article: Article) -> Copy | None:
    """The post of the same slug, if it names the same original or, at home there, has the same title."""
    try:
        there = _first(_asked(wire, account, article, "GET", f"posts/slug/{quote(article.slug)}/"))
    except Refused as error:
        if error.gone:
            return None
        raise
    found = there if isinstance(there, Mapping) else {}
    same = found.get("canonical_url") == article.canonical if article.canonical else found.get("title") == article.title
    return _copy(found) if same else None


def upload(wire: Wire, account: Account, article: Article, picture: Picture) -> str:
    """Have a picture kept; its address. Ghost cannot be asked for one that is there. **Source:**
    docs.ghost.org/admin-api/images/uploading-an-image; RFC 7578."""
    mark = f"inkwright-{hashlib.sha256(picture.data).hexdigest()}"
    parts = (
        ('name="purpose"', b"image"),
        ('name="ref"', picture.name.encode()),
        (f'name="file"; filename="{picture.name}"\r\ncontent-type: image/png', picture.data),
    )
    sent = b"".join(
        f"--{mark}\r\ncontent-disposition: form-data; {head}\r\n\r\n".encode() + data + b"\r\n" for head, data in parts
    )
    kind = f"multipart/form-data; boundary={mark}"
    answer = _asked(wire, account, article, "POST", "images/upload/", sent + f"--{mark}--\r\n".encode(), kind)
    return field(_LABEL, _first(answer, "images"), "url")


def _asked(
    wire: Wire, account: Account, article: Article, method: str, path: str, sent: Any = None, kind: str = ""
) -> Any:
    headers = {"authorization": f"Ghost {token(account[KEY], article.now)}", "accept-version": "v5.0"}
    headers |= {"content-type": kind} if kind else {}
    return ask(wire, _LABEL, method, f"{server(account)}/{path}", headers, sent)


def token(key: str, now: str) -> str:
    """A signed token that holds for some minutes. Raises Refused for a key that is none. **Source:** RFC 7519."""
    name, _, secret = key.partition(":")
    try:
        signer = bytes.fromhex(secret)
    except ValueError:
        signer = b""
    if not name or not signer:
        hint = "It is two parts with a colon between them, under Settings, Integrations."
        raise Refused(f"what {KEY} holds is no Admin API key", sure=True, hint=hint)
    begins = int(datetime.fromisoformat(now).timestamp())
    parts = (
        {"alg": "HS256", "typ": "JWT", "kid": name},
        {"iat": begins, "exp": begins + _MINUTES * 60, "aud": "/admin/"},
    )
    head = b".".join(_packed(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    return (head + b"." + _packed(hmac.new(signer, head, hashlib.sha256).digest())).decode()


def _packed(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _post(article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": article.title, "html": article.body, "canonical_url": article.canonical,
        "custom_excerpt": article.description[:300], "feature_image": article.image,
        "tags": [{"name": tag} for tag in article.tags],
    }  # fmt: skip
    return {key: value for key, value in told.items() if value not in ("", [])}


def _first(answer: Any, name: str = "posts") -> Any:
    found = answer.get(name) if isinstance(answer, Mapping) else None
    return found[0] if isinstance(found, list) and found else None


def _copy(answer: Any) -> Copy:
    return Copy(field(_LABEL, answer, "id"), field(_LABEL, answer, "url"))


PLATFORM = Platform(
    name="ghost", label=_LABEL, form="html",
    asks=((URL, "the address of your Ghost site"), (KEY, "an Admin API key of a custom integration there")),
    truth="Free on a server of your own; the canonical address is kept; no mail is sent to members.",
    server=server, create=create, update=update, find=find, lacks=("subtitle", "series"),
    upload=upload, card=("<!--kg-card-begin: html-->\n", "<!--kg-card-end: html-->\n"),
    flavour=Flavour(math=None, display=None, notes=False),
)  # fmt: skip
