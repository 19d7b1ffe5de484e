"""Listening: one process that answers and, beside that, asks new readers to confirm."""

import asyncio
import contextlib
import errno
import os
import socket
import time
from collections.abc import Callable
from datetime import datetime

import uvicorn

from inkwright.flows.newsletter_server import Office
from inkwright.flows.newsletter_server_counts import Counter
from inkwright.flows.newsletter_server_work import Work, hooks_of
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.server.app import application
from inkwright.server.desk import Desk

PAUSE = 1.0
"""Seconds between looks at what is to be done."""
_AT_ONCE = 200
"""Requests answered at once; more get 503. **Source:** own choice: far above what a list of 100,000 brings."""


def listen(host: str, port: int) -> socket.socket:
    """A socket at an address of this machine. Raises UsageError for one that cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family)
    if os.name != "nt":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen(512)
    except OSError as error:
        found.close()
        taken = error.errno == errno.EADDRINUSE
        said = "is in use" if taken else f"cannot be used ({error.strerror or error})"
        raise UsageError(f"{host} port {port} {said}", hint="Choose others with --host and --port.") from error
    return found


def settings_of(desk: Desk) -> uvicorn.Config:
    """How uvicorn runs the application: quiet, without a word of what it is, and believing no header of who asks."""
    return uvicorn.Config(
        application(desk), log_config=None, log_level="critical", access_log=False, lifespan="off",
        server_header=False, proxy_headers=False, limit_concurrency=_AT_ONCE, h11_max_incomplete_event_size=16_384,
        timeout_graceful_shutdown=10,
    )  # fmt: skip


async def serve(
    office: Office, work: Work, door: socket.socket, now: Callable[[], datetime], log: Callable[[str], None]
) -> None:
    """Serve until interrupted. What is being answered then is answered; what waits in the outbox waits there."""
    desk = Desk(office, hooks_of(office), Counter(office), now, time.monotonic, log)
    server = uvicorn.Server(settings_of(desk))
    busy = asyncio.create_task(_keep_working(work, now, log))
    try:
        await server.serve(sockets=[door])
    finally:
        busy.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await busy


async def _keep_working(work: Work, now: Callable[[], datetime], log: Callable[[str], None]) -> None:
    """Take turns for ever. A ledger that cannot be used just now is tried again; the owner hears of it."""
    pause = PAUSE
    while True:
        try:
            for line in await asyncio.to_thread(lambda: list(work.turn(now()))):
                log(line)
            pause = PAUSE
        except InkwrightError as error:
            log(str(error))
            pause = min(60.0, pause * 2)
        await asyncio.sleep(pause)
