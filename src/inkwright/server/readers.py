"""The links in a mail: confirm, leave, choose. A GET shows a button and changes nothing, since programs that look
through mail follow every link; a POST acts."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from inkwright.flows.newsletter_server_choice import choice, choose
from inkwright.flows.newsletter_server_readers import confirm, confirmable, knows, leave
from inkwright.server.asking import fields_of
from inkwright.server.desk import Desk, page, work

_ONE_CLICK = b"One-Click"


def routes(desk: Desk) -> list[Route]:
    """The endpoints of the links."""
    office, pages = desk.office, desk.office.pages
    again = (desk.path("subscribe"), "Sign up again")

    def unknown() -> Response:
        lines = ("This link is not one of ours, or its reader is gone. Please copy it whole from the mail.",)
        return page(pages.said("This link does not work", *lines), 404)

    async def confirming(request: Request) -> Response:
        token = request.path_params["token"]
        act = confirm if request.method == "POST" else confirmable
        state = await work(act, office, token, desk.now())
        if state == "unknown":
            return unknown()
        if state == "expired":
            said = "A link to confirm holds for 7 days, and no longer than until you leave."
            return page(pages.said("This link has expired", said, link=again), 410)
        if state == "already":
            return page(pages.said("You are in", f"You get {pages.name} already. Nothing is left to do."))
        if request.method == "POST":
            return page(pages.said("You are in", f"From now on you get {pages.name}. Each letter has a link to leave."))
        lines = (f"Press the button to get {pages.name} from now on.",)
        return page(pages.button(desk.path("confirm", token), "One more click", lines, f"Yes, send me {pages.name}"))

    async def leaving(request: Request) -> Response:
        token = request.path_params["token"]
        if request.method == "POST":
            way = "one click" if _ONE_CLICK in await request.body() else "page"
            if not await work(leave, office, token, desk.now(), way):
                return unknown()
            return page(pages.said("You have left", f"No letter of {pages.name} comes any more.", link=again))
        if not await work(knows, office, "unsubscribe", token, desk.now()):
            return unknown()
        lines = (f"Press the button and no letter of {pages.name} comes any more.",)
        return page(pages.button(desk.path("unsubscribe", token), "Leave", lines, "Unsubscribe"))

    async def choosing(request: Request) -> Response:
        token = request.path_params["token"]
        done = ""
        if request.method == "POST":
            found = await work(choose, office, token, await fields_of(request), desk.now())
            done = "It is saved."
        else:
            found = await work(choice, office, token, desk.now())
        if found is None:
            return unknown()
        return page(pages.preferences(desk.path("preferences", token), found.name, found.lists, done))

    return [
        Route("/confirm/{token}", confirming, methods=["GET", "POST"]),
        Route("/unsubscribe/{token}", leaving, methods=["GET", "POST"]),
        Route("/preferences/{token}", choosing, methods=["GET", "POST"]),
    ]
