"""What relays and the blog's pages tell: web-hooks of bounces, opened mails, followed links, visits."""

from base64 import b64decode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from inkwright.server.asking import comes_from, is_same_site
from inkwright.server.desk import Desk, page, work

_STATUS = {"taken": 200, "closed": 404, "stranger": 403, "nonsense": 400, "later": 503}
_DOT = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""A transparent picture of one pixel. **Source:** GIF89a."""


def routes(desk: Desk) -> list[Route]:
    """The endpoints of web-hooks and counts."""
    office, counter = desk.office, desk.counter

    def who(request: Request) -> tuple[str, str]:
        return comes_from(request, office.settings.trusted_proxies), request.headers.get("user-agent", "")[:400]

    async def hook(request: Request) -> Response:
        given = request.path_params["provider"], dict(request.headers), await request.body(), desk.now()
        heard, said = await work(desk.hooks.hear, *given)
        if said:
            desk.log(f"web-hook {said}")
        return Response(f"{heard}\n", _STATUS[heard], media_type="text/plain")

    async def opened(request: Request) -> Response:
        if request.method == "GET":
            await work(counter.opened, request.path_params["issue"], *who(request), desk.now())
        return Response(_DOT, media_type="image/gif", headers={"cross-origin-resource-policy": "cross-origin"})

    async def followed(request: Request) -> Response:
        agent = "" if request.method == "HEAD" else who(request)[1]
        to = await work(counter.followed, request.path_params["link"], who(request)[0], agent, desk.now())
        if not to:
            return page(office.pages.said("This link leads nowhere", "Please copy it whole from the mail."), 404)
        return RedirectResponse(to, 302)

    async def visited(request: Request) -> Response:
        if is_same_site(request.headers, office.blog):
            written = (await request.body())[:1000].decode("utf-8", "replace")
            await work(counter.visited, written, *who(request), desk.now())
        return Response(status_code=204)

    return [
        Route("/hooks/{provider}", hook, methods=["POST"]),
        Route("/o/{issue:int}.gif", opened, methods=["GET"]),
        Route("/r/{link:int}", followed, methods=["GET"]),
        Route("/visit", visited, methods=["POST"]),
    ]
