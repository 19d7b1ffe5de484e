"""A newsletter served over real HTTP on the loopback, with a relay to mail through and a clock that can be moved."""

import asyncio
import contextlib
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import httpx
import pytest
import uvicorn
from tests.smtp_server import SmtpServer

from inkwright.flows.newsletter_server import Office, open_office
from inkwright.flows.newsletter_server_counts import Counter
from inkwright.flows.newsletter_server_work import Work, hand_of, hooks_of
from inkwright.server.desk import Desk
from inkwright.server.run import listen, settings_of
from inkwright.workspace.folder import open_workspace

SECRET = "correct-horse-battery-staple"
SETTINGS = """
title = "Ada writes"
base_url = "https://me.dev"
[newsletter]
sender = "Ada <ada@me.dev>"
url = "http://127.0.0.1:{port}{path}"
bounces = "bounces@me.dev"
lists = {{ GPU = ["GPU programming"], careers = ["Careers"] }}
{more}
[relay]
host = "127.0.0.1"
port = {relay}
security = "none"
"""


@dataclass
class Served:
    """A running server. `moved` is added to the clock; `log` is what the owner would read."""

    office: Office
    client: httpx.Client
    relay: SmtpServer
    work: Work
    moved: timedelta = timedelta(0)
    log: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 12, tzinfo=UTC) + self.moved

    def later(self, **how_long: float) -> None:
        self.moved += timedelta(**how_long)

    def form(self) -> str:
        found = re.search(r'name="form" value="(\w+)"', self.client.get("/subscribe").text)
        assert found is not None
        return found.group(1)

    def sign_up(self, email: str, network: str = "198.51.100.7", **fields: str) -> httpx.Response:
        """As a person does it: open the page, type, send."""
        form = self.form()
        self.later(seconds=5)
        return self.client.post(
            "/subscribe", data={"email": email, "form": form, **fields}, headers={"x-forwarded-for": network}
        )

    def turn(self) -> list[str]:
        """What the server does beside answering, in a thread of its own as there."""
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(lambda: list(self.work.turn(self.now()))).result()

    def mails(self, to: str = "") -> list:
        taken = [message_from_bytes(one.data, policy=policy.default) for one in self.relay.messages]
        return [mail for mail in taken if not to or mail["to"] == to]

    def link(self, to: str) -> str:
        """The path of the link to confirm in the last mail to an address."""
        text = self.mails(to)[-1].get_body(("plain",)).get_content()
        found = re.search(r"http://127\.0\.0\.1:\d+[/a-z]*?(/confirm/\w+)", text)
        assert found is not None, text
        return found.group(1)


Serve = Callable[..., Served]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the ledger is: a file of the workspace, or a database on a server."""
    if request.param == "postgresql":
        monkeypatch.setenv("INKWRIGHT_LEDGER", request.getfixturevalue("postgres_url"))
    return request.param


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start a server; `more` are lines for [newsletter]."""
    monkeypatch.setenv("INKWRIGHT_HOOK_SECRET", SECRET)
    with contextlib.ExitStack() as stack:

        def start(more: str = "", relay: SmtpServer | None = None, path: str = "") -> Served:
            sink = stack.enter_context(relay or SmtpServer())
            door = listen("127.0.0.1", 0)
            port = door.getsockname()[1]
            settings = SETTINGS.format(port=port, relay=sink.port, more=more, path=path)
            (tmp_path / "inkwright.toml").write_text(settings, encoding="utf-8")
            office = open_office(open_workspace(tmp_path), datetime(2026, 11, 21, tzinfo=UTC))
            stack.callback(office.ledger.close)
            client = stack.enter_context(httpx.Client(base_url=office.base.removesuffix(path), trust_env=False))
            served = Served(office, client, sink, Work(office, hand_of(office)))
            desk = Desk(
                office, hooks_of(office), Counter(office), served.now, lambda: served.moved.total_seconds(),
                served.log.append,
            )  # fmt: skip
            server = uvicorn.Server(settings_of(desk))
            thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[door])), daemon=True)
            thread.start()

            def stop() -> None:
                server.should_exit = True
                thread.join(20)
                door.close()

            stack.callback(stop)
            return served

        yield start


@pytest.fixture
def served(serve: Serve) -> Served:
    """A server on SQLite with the usual settings."""
    return serve()
