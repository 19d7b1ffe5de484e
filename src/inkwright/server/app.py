"""The application: every endpoint behind one guard."""

import traceback
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from inkwright.model.errors import InkwrightError
from inkwright.server import readers, sign_up, telling
from inkwright.server.desk import Desk, page
from inkwright.server.guard import HEALTH, Guard

_HEADERS = {
    "cache-control": "no-store", "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin", "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=()", "x-content-type-options": "nosniff",
    "x-frame-options": "DENY", "x-robots-tag": "noindex",
}  # fmt: skip
"""On every answer. **Source:** OWASP Secure Headers Project; `no-referrer` because tokens stand in addresses."""
_A_YEAR = "max-age=31536000"


def _told(error: Exception) -> str:
    """What the owner's log says of an error: one of ours in its own words, any other by its place alone, since its text
    may hold an address."""
    if isinstance(error, InkwrightError):
        return str(error)
    places = traceback.extract_tb(error.__traceback__)
    place = f" in {Path(places[-1].filename).name}:{places[-1].lineno}" if places else ""
    return f"{type(error).__name__}{place}"


def application(desk: Desk) -> Guard:
    """The ASGI application of a newsletter."""
    office = desk.office

    async def health(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def robots(request: Request) -> Response:
        return PlainTextResponse("User-agent: *\nDisallow: /\n")

    async def refused(request: Request, error: Any) -> Response:
        assert isinstance(error, HTTPException)
        return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)

    async def failed(request: Request, error: Exception) -> Response:
        """Something that should not happen: the owner is told what, the reader that it was not their fault."""
        desk.log(f"{request.method} /{request.scope['path'].split('/')[1]}: {_told(error)}")
        lines = ("That did not work, and it is our fault. Please try again in a few minutes.",)
        response = page(office.pages.said("Not just now", *lines), 503)
        response.headers["retry-after"] = "300"
        return response

    starlette = Starlette(
        routes=[
            *sign_up.routes(desk), *readers.routes(desk), *telling.routes(desk),
            Route(HEALTH, health, methods=["GET"]), Route("/robots.txt", robots, methods=["GET"]),
        ],
        exception_handlers={HTTPException: refused, InkwrightError: failed, Exception: failed},
    )  # fmt: skip
    starlette.router.redirect_slashes = False
    secure = {"strict-transport-security": _A_YEAR} if office.base.startswith("https://") else {}
    headers = {**_HEADERS, **secure, "content-security-policy": office.pages.policy}
    return Guard(starlette, office.host, office.prefix, headers)
