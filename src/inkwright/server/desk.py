"""What all endpoints work with, and how they answer."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, Response

from inkwright.flows.newsletter_server import Office
from inkwright.flows.newsletter_server_counts import Counter
from inkwright.flows.newsletter_server_hooks import Hooks


class Desk(Struct, frozen=True):
    """An open newsletter, its web-hooks and counts, the clock, and where the owner's log goes. `seconds` never goes
    back."""

    office: Office
    hooks: Hooks
    counter: Counter
    now: Callable[[], datetime]
    seconds: Callable[[], float]
    log: Callable[[str], None]

    def path(self, *parts: str) -> str:
        """Where one of our pages lies, as a form names it."""
        return "/".join((self.office.prefix, *parts))


async def work(call: Callable[..., Any], *given: Any) -> Any:
    """What a call gives that waits for the disk: in a thread, so that others are served meanwhile."""
    return await run_in_threadpool(call, *given)


def page(body: str, status: int = 200) -> Response:
    """An answer with a page."""
    return HTMLResponse(body, status)


def told(value: object, status: int = 200) -> Response:
    """An answer with JSON."""
    return JSONResponse(value, status)
