"""The platforms as their references describe them, each with the articles that it holds. Looked at 2026-11-21."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit


class Devto:
    """**Source:** developers.forem.com/api/v1 (articles)."""

    name = "devto"
    editable = True
    secret = "k3y"

    def __init__(self) -> None:
        self.held: dict[str, dict[str, Any]] = {}

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
        number = where.rsplit("/", 1)[1] if method == "PUT" else str(len(self.held) + 1)
        if method == "PUT" and number not in self.held:
            return 404, {"error": "not found", "status": 404}
        self.held[number] = {**sent, "id": int(number), "url": f"https://dev.to/ada/{number}"}
        return (200 if method == "PUT" else 201), self.held[number]


SERVERS = [Devto]
