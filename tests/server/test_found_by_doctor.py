"""The doctor asks a server over https, as a mail program will, and tells ours from any other."""

import asyncio
import http.server
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from tests.imap_server import certificate

from inkwright.flows.newsletter_doctor_paths import find_server
from inkwright.flows.newsletter_server import open_office
from inkwright.flows.newsletter_server_counts import Counter
from inkwright.flows.newsletter_server_work import hooks_of
from inkwright.net.client import Client
from inkwright.server.app import application
from inkwright.server.desk import Desk
from inkwright.server.run import listen
from inkwright.workspace.folder import open_workspace


@pytest.fixture
def over_tls(tmp_path: Path) -> Iterator[tuple[str, Client]]:
    """Our server behind https: its address, and a client that knows its certificate."""
    door = listen("127.0.0.1", 0)
    url = f"https://127.0.0.1:{door.getsockname()[1]}"
    (tmp_path / "inkwright.toml").write_text(f'[newsletter]\nurl = "{url}"\n', encoding="utf-8")
    now = datetime(2026, 11, 21, tzinfo=UTC)
    office = open_office(open_workspace(tmp_path), now)
    desk = Desk(office, hooks_of(office), Counter(office), lambda: now, float, print)
    pem = certificate(tmp_path)
    server = uvicorn.Server(
        uvicorn.Config(application(desk), log_config=None, lifespan="off", ssl_certfile=pem, ssl_keyfile=pem)
    )
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[door])), daemon=True)
    thread.start()
    tls = ssl.create_default_context(cafile=str(pem))
    yield url, Client(allow=[url.removeprefix("https://")], tls=tls)
    server.should_exit = True
    thread.join(20)
    office.ledger.close()


def test_ours_is_known(over_tls: tuple[str, Client]) -> None:
    found = find_server(*over_tls)
    assert (found.state, "takes the POST" in found.detail) == ("ok", True), found


def test_another_is_not(tmp_path: Path) -> None:
    """A page that answers everything is not our server."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"welcome")

        do_POST = do_GET

        def log_message(self, *given: object) -> None:
            """Nothing."""

    pem = certificate(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    server = http.server.HTTPServer(("127.0.0.1", 0), Page)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"127.0.0.1:{server.server_address[1]}"
    found = find_server(f"https://{host}", Client(allow=[host], tls=ssl.create_default_context(cafile=str(pem))))
    server.shutdown()
    assert found.state == "problem"
    assert "not our server (200, 200)" in found.detail


def test_what_the_hint_speaks_of_is_there() -> None:
    found = find_server("http://letters.me.dev")
    assert (found.state, found.detail) == (
        "problem", "http://letters.me.dev is not https, so mail programs do not use it",
    )  # fmt: skip
    page, _, heading = found.hint.partition(": ")[2].partition(", ")
    text = (Path(__file__).parents[2] / page).read_text(encoding="utf-8")
    assert f"## {heading[1:-1]}\n" in text


def test_a_certificate_that_nobody_knows(over_tls: tuple[str, Client]) -> None:
    found = find_server(over_tls[0])
    assert found.state == "problem"
    assert "cannot be reached" in found.detail
