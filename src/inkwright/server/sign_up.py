"""Signing up: the form as a page, and the same as JSON for a box on the blog."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from inkwright.flows.newsletter_server_sign_up import new_form, sign_up
from inkwright.server.asking import comes_from, fields_of, is_same_site
from inkwright.server.desk import Desk, page, told, work

TITLE = "Look into your mail"
LINES = (
    "If this address does not get these letters yet, a mail is on its way to it.",
    "Open the link in it within 7 days and press the button there. Until then nothing else is sent.",
)
"""The same for every address: nobody learns from it who is a reader."""
_STATUS = {"incomplete": 200, "hasty": 422, "stale": 422, "address": 422, "many": 429, "full": 503}


def routes(desk: Desk) -> list[Route]:
    """The endpoints of signing up."""
    office = desk.office

    async def answer(request: Request, fields: Mapping[str, str]) -> tuple[int, str, str]:
        """Status, kind of refusal ("" for none), and what is said."""
        network = comes_from(request, office.settings.trusted_proxies)
        refused = await work(sign_up, office, fields, network, desk.now(), desk.seconds())
        if refused is None:
            return 200, "", " ".join(LINES)
        return _STATUS[refused.kind], refused.kind, refused.said

    async def show(fields: Mapping[str, str], wrong: str = "", status: int = 200) -> Response:
        form = await work(new_form, office, desk.now())
        return page(office.pages.sign_up(desk.path("subscribe"), form, fields, wrong), status)

    async def subscribe(request: Request) -> Response:
        if request.method != "POST":
            return await show({})
        fields = await fields_of(request)
        status, kind, said = await answer(request, fields)
        if not kind:
            return page(office.pages.said(TITLE, *LINES))
        shown = await show(fields, said, status)
        if status in (429, 503):
            shown.headers["retry-after"] = "3600"
        return shown

    async def subscribe_json(request: Request) -> Response:
        if request.method == "OPTIONS":
            return _readable(Response(status_code=204), office.blog)
        if request.method != "POST":
            form = await work(new_form, office, desk.now())
            offered = {"name": office.pages.name, "promise": office.pages.promise, "lists": dict(office.pages.lists)}
            return _readable(told({**offered, "form": form}), office.blog)
        if not is_same_site(request.headers, office.blog):
            return told({"taken": False, "kind": "origin", "said": "Another site may not ask."}, 403)
        status, kind, said = await answer(request, await fields_of(request))
        return _readable(told({"taken": not kind, "kind": kind, "said": said}, status), office.blog)

    return [
        Route("/", subscribe, methods=["GET"]),
        Route("/subscribe", subscribe, methods=["GET", "POST"]),
        Route("/subscribe.json", subscribe_json, methods=["GET", "POST", "OPTIONS"]),
    ]


def _readable(response: Response, blog: str) -> Response:
    """An answer that scripts of the blog may read, and of no other site. **Source:** Fetch standard, 3.2 (CORS)."""
    if blog:
        response.headers["access-control-allow-origin"] = blog
        response.headers["access-control-allow-methods"] = "GET, POST"
        response.headers["access-control-allow-headers"] = "content-type"
        response.headers["vary"] = "origin"
        response.headers["cross-origin-resource-policy"] = "cross-origin"
    return response
