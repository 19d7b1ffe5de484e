"""The site while it is being written: served on the loopback only, made anew and reloaded when a file changes."""

import asyncio
import errno
import html
import mimetypes
import os
import secrets
import socket
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from inkwright.flows.serve import Previews, matters, wanted
from inkwright.model.counted import counted
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.site import Preview

ADDRESS = "127.0.0.1"
LIVE = "/.inkwright/live"
HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""Names under which the site may be asked for: a page of another site that points its own name here gets nothing."""
TRIES = 50
"""Ports tried in turn when none was asked for."""
_HEADERS = {
    "cache-control": "no-store", "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin", "x-frame-options": "SAMEORIGIN",
}  # fmt: skip
_TYPES = {".xml": "application/xml", ".webp": "image/webp", ".avif": "image/avif", ".js": "text/javascript"}
_OVERLAY = (
    '<div role="alert" style="position:fixed;inset:auto 0 0 0;z-index:9;max-height:40vh;overflow:auto;padding:1rem;'
    'background:#4a1119;color:#fff;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap">{}</div>'
)


class Live:
    """What is being served now: the newest preview, its version, and a bell that rings when it changes."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        self.stopping = False
        self._run = secrets.token_hex(4)
        self._count = 0
        self._bell = asyncio.Event()

    @property
    def version(self) -> str:
        """A name that no other state of any run has."""
        return f"{self._run}-{self._count}"

    def change(self, preview: Preview) -> None:
        """Serve another preview and ring."""
        self.preview = preview
        self._count += 1
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()

    async def wait(self, seconds: float) -> None:
        """Until the next change, or so long."""
        try:
            await asyncio.wait_for(self._bell.wait(), seconds)
        except TimeoutError:
            return


def application(live: Live, previews: Previews) -> Any:
    """The ASGI application: pages by name, 404 for all else, 421 for a foreign host, and the stream of changes."""
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import RedirectResponse, Response, StreamingResponse
    from starlette.routing import Route

    async def changes(request: Request) -> Response:
        seen = request.query_params.get("seen", "")

        async def stream() -> AsyncIterator[str]:
            yield "retry: 500\n\n"
            while not live.stopping and live.version == seen:
                await live.wait(0.4)
            if not live.stopping:
                yield "event: changed\ndata: \n\n"

        if not _known_host(request.headers.get("host", "")):
            return Response("unknown host\n", 421)
        return StreamingResponse(stream(), media_type="text/event-stream", headers=_HEADERS)

    async def page(request: Request) -> Response:
        if not _known_host(request.headers.get("host", "")):
            return Response("unknown host\n", 421)
        found, elsewhere = wanted(live.preview, request.scope["path"])
        if elsewhere:
            return RedirectResponse(elsewhere, 307, headers=_HEADERS)
        status = 200 if found is not None else 404
        found = found or live.preview.pages.get("404.html")
        try:
            body = previews.bytes_of(found) if found is not None else b"no such page\n"
        except UnreadableError as error:
            return Response(f"{error}\n", 404, headers=_HEADERS, media_type="text/plain")
        kind = media_type(found.path) if found is not None else "text/plain"
        if kind == "text/html":
            body = with_live(body, live.version, live.preview.problems)
        return Response(body, status, headers=_HEADERS, media_type=kind)

    return Starlette(routes=[Route(LIVE, changes), Route("/{path:path}", page)])


def _known_host(header: str) -> bool:
    """Whether a Host header names this machine's own loopback, with or without a port."""
    name, colon, port = header.rpartition(":")
    if not colon or header.endswith("]"):
        name, port = header, ""
    return name.lower() in HOSTS and (port.isdecimal() or not colon or header.endswith("]"))


def media_type(path: str) -> str:
    """The media type of a file by its ending."""
    ending = Path(path).suffix.lower()
    return _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def with_live(page: bytes, version: str, problems: tuple[str, ...]) -> bytes:
    """A page that reloads when the site is no longer this version, with what is wrong laid over it."""
    shown = _OVERLAY.format(html.escape("\n".join(problems))) if problems else ""
    script = (
        f'<script>new EventSource("{LIVE}?seen={version}")'
        '.addEventListener("changed",e=>{e.target.close();location.reload()})</script>'
    )
    head, end, tail = page.rpartition(b"</body>")
    added = (shown + script).encode("utf-8", "replace")
    return head + added + end + tail if end else page + added


def listen(port: int) -> socket.socket:
    """A socket on the loopback at a port; 0 takes the first free one from 4000 on. Raises UsageError for one in use."""
    for candidate in [port] if port else range(4000, 4000 + TRIES):
        found = socket.socket()
        if os.name != "nt":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((ADDRESS, candidate))
            found.listen()
        except OSError as error:
            found.close()
            if error.errno == errno.EADDRINUSE and not port:
                continue
            said = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
            raise UsageError(f"port {candidate} {said}", hint="Choose another with --port, or leave it out.") from error
        return found
    raise UsageError(f"ports 4000 to {3999 + TRIES} are all in use", hint="Choose one with --port.")


async def serve(
    previews: Previews, first: Preview, door: socket.socket, root: Path, out: str, say: Callable[[str], None]
) -> None:
    """Serve until interrupted; `say` is told of each rebuild in one line."""
    import uvicorn

    live = Live(first)
    settings = uvicorn.Config(
        application(live, previews), log_level="critical", access_log=False, lifespan="off", server_header=False,
        timeout_graceful_shutdown=2,
    )  # fmt: skip
    server = uvicorn.Server(settings)
    stop = asyncio.Event()

    async def watch() -> None:
        async for paths in changes(root, out, stop):
            began = time.perf_counter()
            live.change(await asyncio.to_thread(previews.make_again, live.preview, paths))
            took = (time.perf_counter() - began) * 1000
            live.preview = await asyncio.to_thread(previews.settle, live.preview)
            more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
            say(f"{paths[0]}{more} changed: {_outcome(live.preview)} in {took:.0f} ms")

    async def end() -> None:
        while not server.should_exit:
            await asyncio.sleep(0.1)
        live.stopping = True
        stop.set()

    tasks = [asyncio.create_task(watch()), asyncio.create_task(end())]
    try:
        await server.serve(sockets=[door])
    finally:
        live.stopping = True
        stop.set()
        await asyncio.gather(*tasks, return_exceptions=True)


def _outcome(preview: Preview) -> str:
    if preview.problems:
        return f"{len(preview.problems)} to mend, {preview.problems[0]} Made"
    return f"made {counted(len(preview.pages), 'file')}"


async def changes(root: Path, out: str, stop: asyncio.Event) -> AsyncIterator[list[str]]:
    """Workspace paths that changed, each time some did, those that cannot matter left out."""
    from watchfiles import awatch

    def concerns(change: object, path: str) -> bool:
        return matters(Path(path).relative_to(root).as_posix(), out) if Path(path).is_relative_to(root) else False

    async for found in awatch(root, watch_filter=concerns, stop_event=stop, debounce=300, step=20):
        yield sorted({Path(path).relative_to(root).as_posix() for _, path in found})
