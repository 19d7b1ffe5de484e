"""What holds for every request before anything looks at it: its host, its size, its patience; and for every answer."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.exceptions import HTTPException

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

FORM_LIMIT = 16_384
"""Bytes of a form. **Source:** own choice: ten times the longest that a page of ours sends."""
HOOK_LIMIT = 1_048_576
"""Bytes of a web-hook. **Source:** SNS sends at most 256 KB; Postmark adds the start of a mail."""
SECONDS = 15.0
"""How long to wait for the next part of a request."""
HEALTH = "/health"


class _RefusedError(Exception):
    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status = status
        self.said = said


class Guard:
    """Passes a request on to `app` when it names our host and is not too large, and puts our headers on the answer.

    `host` is what the `Host` header must say (also against DNS rebinding); `prefix` is taken off the path where it
    stands before it. `headers` are those of every answer that does not bring its own.
    """

    def __init__(self, app: App, host: str, prefix: str, headers: dict[str, str]) -> None:
        self._app = app
        self._host = host.lower().encode("ascii", "replace")
        self._prefix = prefix
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        path = scope["path"]
        if self._prefix and path.startswith(f"{self._prefix}/"):
            path = path[len(self._prefix) :]

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"], *(pair for pair in self._headers if pair[0] not in given),
                ]  # fmt: skip
            await send(message)

        limit = HOOK_LIMIT if path.startswith("/hooks/") else FORM_LIMIT
        try:
            self._check(scope, path, limit)
        except _RefusedError as error:
            await _refuse(answer, error)
        else:
            await self._app({**scope, "path": path}, _bounded(receive, limit), answer)

    def _check(self, scope: Scope, path: str, limit: int) -> None:
        hosts = [value.lower() for name, value in scope["headers"] if name == b"host"]
        if hosts != [self._host] and path != HEALTH:
            raise _RefusedError(421, "unknown host")
        for name, value in scope["headers"]:
            if name == b"content-length" and (not value.isdigit() or len(value) > 12 or int(value) > limit):
                raise _RefusedError(413, "too large")


def _bounded(receive: Receive, limit: int) -> Receive:
    """As `receive`, but no more than `limit` bytes, and no longer wait for each part than `SECONDS`: both are answered
    with their status."""
    seen, whole = 0, False

    async def next_part() -> Message:
        nonlocal seen, whole
        if whole:  # only waits for the other side to go away
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), SECONDS)
        except TimeoutError:
            raise HTTPException(408, "too slow") from None
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if seen > limit:
                raise HTTPException(413, "too large")
        return message

    return next_part


async def _refuse(send: Send, error: _RefusedError) -> None:
    body = f"{error.said}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]  # fmt: skip
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
