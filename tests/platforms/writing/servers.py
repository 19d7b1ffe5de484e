"""The platforms as their references describe them, each with the articles that it holds. Looked at 2026-11-21."""

import base64
import hashlib
import hmac
import json
import re
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qs, urlsplit


class Served:
    """A platform: what it holds by number, whether it takes the whole text, lets a copy be changed, can be asked what
    is there, and its key."""

    name = ""
    text = True
    editable = True
    secret = "k3y"
    faulty_uploads = False
    """Whether faults strike pictures instead of copies."""

    def __init__(self) -> None:
        self.held: dict[str, dict[str, Any]] = {}
        self.pictures = {}

    def environment(self, url: str) -> dict[str, str]:
        """What its writer would keep in the environment."""
        raise NotImplementedError

    def canonical(self, number: str) -> str:
        """The address that a copy names as its original."""
        raise NotImplementedError

    def changes(self, method: str, path: str, body: bytes) -> bool:
        """Whether a request changes what is held."""
        return method != "GET"

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        """The status and the JSON of an answer."""
        raise NotImplementedError

    def keep(self, number: str, sent: dict[str, Any]) -> dict[str, Any]:
        """Hold what was sent over what was there; what is held then."""
        self.held[number] = {**self.held.get(number, {}), **sent}
        return self.held[number]

    pictures: dict[str, bytes]
    """What was uploaded, by name, where pictures are taken."""

    def free(self, prefix: str = "") -> str:
        """A number that nothing has."""
        return f"{prefix}{len(self.held) + 1}"


class Devto(Served):
    """**Source:** developers.forem.com/api/v1 (articles)."""

    name = "devto"

    def environment(self, url: str) -> dict[str, str]:
        return {"INKWRIGHT_DEVTO_KEY": "k3y", "INKWRIGHT_DEVTO_URL": url}

    def canonical(self, number: str) -> str:
        return self.held[number].get("canonical_url", "")

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        if headers.get("api-key") != "k3y":
            return 401, {"error": "unauthorized", "status": 401}
        where, asked = urlsplit(path).path, parse_qs(urlsplit(path).query)
        if method == "GET" and where == "/api/articles/me/all":
            page, each = int(asked["page"][0]), int(asked["per_page"][0])
            return 200, [*self.held.values()][(page - 1) * each : page * each]
        sent = json.loads(body)["article"]
        number = where.rsplit("/", 1)[1] if method == "PUT" else self.free()
        if method == "PUT" and number not in self.held:
            return 404, {"error": "not found", "status": 404}
        sent = {**sent, "id": int(number), "url": f"https://dev.to/ada/{number}"}
        return (200 if method == "PUT" else 201), self.keep(number, sent)


class Hashnode(Served):
    """**Source:** apidocs.hashnode.com (publishPost, updatePost, publication)."""

    name = "hashnode"

    def environment(self, url: str) -> dict[str, str]:
        return {
            "INKWRIGHT_HASHNODE_KEY": "k3y", "INKWRIGHT_HASHNODE_PUBLICATION": "5f", "INKWRIGHT_HASHNODE_URL": url,
        }  # fmt: skip

    def canonical(self, number: str) -> str:
        return self.held[number].get("canonicalUrl", "")

    def changes(self, method: str, path: str, body: bytes) -> bool:
        return b"mutation" in body

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        sent = json.loads(body)
        given = sent["variables"].get("input", {})
        if headers.get("authorization") != "k3y":
            return 200, {"data": None, "errors": [{"message": "no", "extensions": {"code": "UNAUTHENTICATED"}}]}
        if "publication(" in sent["query"]:
            slug = sent["variables"]["slug"]
            found = next((one for one in self.held.values() if one["slug"] == slug), None)
            return 200, {"data": {"publication": {"post": found}}}
        does = "updatePost" if "updatePost" in sent["query"] else "publishPost"
        number = given["id"] if does == "updatePost" else self.free("p")
        if does == "updatePost" and number not in self.held:
            return 200, {"data": None, "errors": [{"message": "no post", "extensions": {"code": "NOT_FOUND"}}]}
        there = self.held.get(number, {})
        post = self.keep(number, {
            "id": number, "url": f"https://ada.hashnode.dev/{number}", "title": given["title"],
            "slug": given.get("slug", there.get("slug")), "canonicalUrl": given.get("originalArticleURL", ""),
            "contentMarkdown": given.get("contentMarkdown", ""),
        })  # fmt: skip
        return 200, {"data": {does: {"post": post}}}


class Ghost(Served):
    """**Source:** docs.ghost.org/admin-api (authentication, posts, images)."""

    name = "ghost"
    secret = "00aa11bb"

    def environment(self, url: str) -> dict[str, str]:
        return {"INKWRIGHT_GHOST_URL": url, "INKWRIGHT_GHOST_KEY": "id1:00aa11bb"}

    def canonical(self, number: str) -> str:
        return self.held[number].get("canonical_url", "")

    def changes(self, method: str, path: str, body: bytes) -> bool:
        return method != "GET" and ("/images/" in path) is self.faulty_uploads

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        scheme, token = headers["authorization"].split()
        head, payload, sign = token.split(".")
        wanted = hmac.new(bytes.fromhex("00aa11bb"), f"{head}.{payload}".encode(), hashlib.sha256).digest()
        claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
        if scheme != "Ghost" or base64.urlsafe_b64decode(sign + "==") != wanted or claims["aud"] != "/admin/":
            return 401, {"errors": [{"message": "Invalid token"}]}
        if urlsplit(path).path == "/ghost/api/admin/images/upload/":
            form = BytesParser(policy=HTTP).parsebytes(f"content-type: {headers['content-type']}\n\n".encode() + body)
            fields = {part.get_param("name", header="content-disposition"): part for part in form.iter_parts()}
            assert fields["purpose"].get_content().strip() == "image"
            assert fields["file"].get_content_type() == "image/png"
            name = f"{len(self.pictures)}-{fields['file'].get_filename()}"
            self.pictures[name] = fields["file"].get_payload(decode=True)
            url = f"https://ghost.example/content/images/{name}"
            return 201, {"images": [{"url": url, "ref": fields["ref"].get_content().strip()}]}
        where = urlsplit(path).path.removeprefix("/ghost/api/admin/posts/").strip("/")
        none = 404, {"errors": [{"message": "Resource not found error"}]}
        if method == "GET" and where.startswith("slug/"):
            slug = where.removeprefix("slug/")
            found = next((one for one in self.held.values() if one["slug"] == slug), None)
            return (200, {"posts": [found]}) if found else none
        if method == "GET":
            return (200, {"posts": [self.held[where]]}) if where in self.held else none
        given = json.loads(body)["posts"][0]
        if method == "PUT" and given["updated_at"] != self.held[where]["updated_at"]:
            return 409, {"errors": [{"message": "Saving failed! Someone else is editing this post."}]}
        number = where or self.free("g")
        changed = f"2026-11-21T00:00:0{len(self.held)}.000Z"
        place = {"id": number, "url": f"https://ghost.example/{number}/", "updated_at": changed}
        return (200 if where else 201), {"posts": [self.keep(number, {**given, **place})]}


class Wordpress(Served):
    """**Source:** developer.wordpress.org/rest-api/reference/posts."""

    name = "wordpress"
    secret = "app pass"

    def environment(self, url: str) -> dict[str, str]:
        return {
            "INKWRIGHT_WORDPRESS_URL": url, "INKWRIGHT_WORDPRESS_USER": "adalove",
            "INKWRIGHT_WORDPRESS_PASSWORD": "app pass",
        }  # fmt: skip

    def canonical(self, number: str) -> str:
        return re.findall(r'href="([^"]+)" rel="canonical"', self.held[number]["content"]["raw"])[-1]

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        if headers.get("authorization") != "Basic " + base64.b64encode(b"adalove:app pass").decode():
            return 401, {"code": "rest_not_logged_in", "message": "You are not logged in."}
        where, asked = urlsplit(path).path, parse_qs(urlsplit(path).query)
        if where == "/wp-json/wp/v2/media":
            return self.media(method, asked, headers, body)
        if method == "GET":
            return 200, [one for one in self.held.values() if one["slug"] == asked["slug"][0]]
        given = json.loads(body)
        number = where.removeprefix("/wp-json/wp/v2/posts").strip("/")
        if number and number not in self.held:
            return 404, {"code": "rest_post_invalid_id", "message": "Invalid post ID."}
        status, number = (200, number) if number else (201, self.free())
        return status, self.keep(number, {
            "id": int(number), "link": f"https://wp.example/?p={number}",
            "slug": given.get("slug", self.held.get(number, {}).get("slug")),
            "title": {"raw": given["title"]}, "content": {"raw": given["content"]},
        })  # fmt: skip

    def changes(self, method: str, path: str, body: bytes) -> bool:
        return method != "GET" and ("/media" in path) is self.faulty_uploads

    def media(self, method: str, asked: dict[str, list[str]], headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        """**Source:** developer.wordpress.org/rest-api/reference/media."""
        there = [{"source_url": f"https://wp.example/up/{name}", "slug": name[:-4]} for name in self.pictures]
        if method == "GET":
            return 200, [one for one in there if one["slug"] == asked["slug"][0]]
        name = headers["content-disposition"].removeprefix('attachment; filename="').rstrip('"')
        assert name not in self.pictures and headers["content-type"] == "image/png" and asked["alt_text"]
        self.pictures[name] = body
        return 201, {"id": len(self.pictures), "source_url": f"https://wp.example/up/{name}", "slug": name[:-4]}


class Mastodon(Served):
    """**Source:** docs.joinmastodon.org/methods (statuses, accounts)."""

    name = "mastodon"
    text = False
    secret = "t0ken"

    def environment(self, url: str) -> dict[str, str]:
        return {"INKWRIGHT_MASTODON_URL": url, "INKWRIGHT_MASTODON_KEY": "t0ken"}

    def canonical(self, number: str) -> str:
        return re.findall(r'href="([^"]+)"', self.held[number]["content"])[-1]

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        if headers.get("authorization") != "Bearer t0ken":
            return 401, {"error": "The access token is invalid"}
        where = urlsplit(path).path
        if where == "/api/v1/accounts/verify_credentials":
            return 200, {"id": "7", "acct": "ada"}
        if where == "/api/v1/accounts/7/statuses":
            return 200, [*self.held.values()]
        number = where.removeprefix("/api/v1/statuses").strip("/")
        if number and number not in self.held:
            return 404, {"error": "Record not found"}
        number = number or self.free()
        words, _, url = json.loads(body)["status"].rpartition("\n\n")
        content = f'<p>{words}</p><p><a href="{url}" rel="nofollow">{url}</a></p>'
        return 200, self.keep(
            number, {"id": number, "url": f"https://social.example/@ada/{number}", "content": content}
        )


class Bluesky(Served):
    """**Source:** docs.bsky.app/docs/api (com.atproto.server, com.atproto.repo)."""

    name = "bluesky"
    text = False
    editable = False
    secret = "app-pass"

    def environment(self, url: str) -> dict[str, str]:
        return {
            "INKWRIGHT_BLUESKY_HANDLE": "ada.example", "INKWRIGHT_BLUESKY_PASSWORD": "app-pass",
            "INKWRIGHT_BLUESKY_URL": url,
        }  # fmt: skip

    def canonical(self, number: str) -> str:
        return self.held[number]["value"]["embed"]["external"]["uri"]

    def changes(self, method: str, path: str, body: bytes) -> bool:
        return "putRecord" in path

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        does = urlsplit(path).path.removeprefix("/xrpc/com.atproto.")
        if does == "server.createSession":
            good = json.loads(body) == {"identifier": "ada.example", "password": "app-pass"}
            return (200, {"did": "did:plc:1", "accessJwt": "j"}) if good else (401, {"error": "AuthenticationRequired"})
        if headers.get("authorization") != "Bearer j":
            return 401, {"error": "AuthMissing"}
        if does == "repo.listRecords":
            return 200, {"records": [*self.held.values()]}
        given = json.loads(body)
        assert re.fullmatch(r"[234567abcdefghij][234567a-z]{12}", given["rkey"])
        assert len(given["record"]["text"]) <= 300
        uri = f"at://did:plc:1/{given['collection']}/{given['rkey']}"
        self.keep(uri, {"uri": uri, "cid": "c", "value": given["record"]})
        return 200, {"uri": uri, "cid": "c"}


SERVERS: list[type[Served]] = [Devto, Hashnode, Ghost, Wordpress, Mastodon, Bluesky]
