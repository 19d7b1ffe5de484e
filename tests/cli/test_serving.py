"""The serving face, as a process: what it answers, what it refuses, how it reloads and how it ends."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from inkwright.cli.serving import listen, media_type, with_live
from inkwright.model.errors import UsageError


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text('title = "T"\n', "utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("---\ntitle: A\n---\n\nFirst words.\n", "utf-8")
    (tmp_path / "secret.txt").write_text("SECRET", "utf-8")
    return tmp_path


class Server:
    """`inkwright serve` in a folder, and a client that talks to it."""

    def __init__(self, folder: Path, *args: str) -> None:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "inkwright", "serve", *args], cwd=folder, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert self.process.stdout
        self.greeting = self.process.stdout.readline()
        self.port = int(self.greeting.split("http://127.0.0.1:")[1].split("/")[0])

    def get(self, path: str, host: str = "", method: str = "GET") -> tuple[int, dict[str, str], bytes]:
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        client.putrequest(method, path, skip_host=True)
        client.putheader("Host", host or f"127.0.0.1:{self.port}")
        client.endheaders()
        answer = client.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    def stop(self) -> tuple[int, str, str]:
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=15)
        return self.process.returncode, out, err


@pytest.fixture
def server(blog: Path) -> Iterator[Server]:
    made = Server(blog)
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.communicate()


def test_pages_are_served_with_their_type_and_reload_script(server: Server) -> None:
    status, headers, body = server.get("/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"EventSource" in body and headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert server.get("/posts/a")[:1] == (307,)
    assert server.get("/posts/a")[1]["location"] == "/posts/a/"
    assert b"First words." in server.get("/posts/a/")[2]
    status, _, body = server.get("/nope")
    assert status == 404 and b"no such page" in body
    assert server.get("/", method="POST")[0] == 405
    assert server.get("/", method="HEAD")[2] == b""


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[::2]:80", "127.0.0.1:x"]
)
def test_a_foreign_host_is_refused(server: Server, host: str) -> None:
    for path in ("/", "/posts/a/", "/.inkwright/live"):
        status, _, body = server.get(path, host or " ")
        assert status in (400, 421)
        assert b"First" not in body


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:4000", "[::1]"])
def test_ones_own_names_are_answered(server: Server, host: str) -> None:
    assert server.get("/", host)[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/posts/a/../../../secret.txt", "/secret.txt",
     "/inkwright.toml", "//secret.txt", "/posts/a.md", "/%00", "/..\\secret.txt", "/.inkwright/index.db"],
)  # fmt: skip
def test_nothing_outside_the_site_is_served(server: Server, path: str) -> None:
    assert b"SECRET" not in server.get(path)[2]
    assert b"title =" not in server.get(path)[2]


def test_a_change_is_seen_told_in_one_line_and_ends_the_stream(server: Server, blog: Path) -> None:
    page = server.get("/posts/a/")[2].decode()
    version = page.split("live?seen=")[1].split('"')[0]
    stream = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    stream.request("GET", f"/.inkwright/live?seen={version}")
    answer = stream.getresponse()
    assert answer.readline() == b"retry: 500\n"
    time.sleep(0.3)
    (blog / "posts" / "a.md").write_text("---\ntitle: A\n---\n\nSecond words.\n", "utf-8")
    assert b"event: changed" in answer.read()
    assert b"Second words." in server.get("/posts/a/")[2]
    (blog / "posts" / "bad.md").write_bytes(b"\xff")
    deadline = time.monotonic() + 15
    while b'role="alert"' not in (body := server.get("/")[2]) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert b"posts/bad.md:1: not UTF-8" in body
    code, out, err = server.stop()
    assert "posts/a.md changed: made " in out and out.count("\n") >= 2
    assert (code, "Traceback" in err + out) == (130, False)


def test_interrupting_ends_at_once_even_while_a_page_listens(server: Server) -> None:
    stream = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    stream.request("GET", "/.inkwright/live?seen=old")
    told = stream.getresponse()
    listening = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    version = server.get("/")[2].decode().split("live?seen=")[1].split('"')[0]
    listening.request("GET", f"/.inkwright/live?seen={version}")
    waiting = listening.getresponse()
    code, _, err = server.stop()
    assert code == 130
    assert b"event: changed" in told.read()
    assert waiting.read() == b"retry: 500\n\n"  # to its end, which nobody who is cut off gets
    assert err.strip() == "inkwright: interrupted; nothing is half-written."


def test_the_next_port_is_taken_unless_one_was_asked_for(blog: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is in use"):
            listen(port)
    first = listen(0)
    second = listen(0)
    try:
        assert first.getsockname()[0] == second.getsockname()[0] == "127.0.0.1"
        assert first.getsockname()[1] != second.getsockname()[1]
    finally:
        first.close()
        second.close()


def test_with_live() -> None:
    page = with_live(b"<p></body> x</p></body></html>", "v", ("a <b>",))
    assert page.startswith(b"<p></body> x</p><div role") and page.endswith(b"</body></html>")
    assert b"a &lt;b&gt;" in page
    assert b"role" not in with_live(b"</body>", "v", ())


def test_media_type() -> None:
    assert media_type("rss.xml") == "application/xml"
    assert media_type("a/b.svg") == "image/svg+xml"
    assert media_type("x") == "application/octet-stream"
