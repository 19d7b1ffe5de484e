"""W7, a newsletter that can prove who got it: readers in, an issue out, the sender killed, gone on with, accounted for.

300 readers by default, 10,000 with INKWRIGHT_TORTURE."""

import json
import os
import time
from pathlib import Path

from tests.flows.newsletter_blog import Blog, make_blog
from tests.smtp_server import SmtpServer

READERS = 10_000 if os.environ.get("INKWRIGHT_TORTURE") else 300
CONNECTIONS = 4


def wait_for(server: SmtpServer, count: int) -> None:
    until = time.monotonic() + 60
    while sum(server.copies.values()) < count and time.monotonic() < until:
        time.sleep(0.005)


def account(blog: Blog) -> dict[str, int]:
    done = blog.run("newsletter", "verify", "hello", "--format", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, int] = json.loads(done.stdout)["accounts"][0]
    return found


def test_a_newsletter_that_can_prove_who_got_it(tmp_path: Path) -> None:
    with SmtpServer(delay=0.01) as server:
        blog = make_blog(tmp_path / "blog", server.port, 0, connections=CONNECTIONS)
        rows = [f"reader{number}@example.org,Reader {number}" for number in range(1, READERS + 1)]
        (blog.folder / "readers.csv").write_text("\n".join(["email,name", *rows]), encoding="utf-8")
        brought = blog.run("subscribers", "import", "readers.csv", "--confirmed", "they signed up at the desk")
        assert brought.returncode == 0, brought.stderr
        sender = blog.start("newsletter", "send", "hello", "--yes")
        wait_for(server, READERS // 3)
        sender.kill()
        sender.wait()
        cut_off = account(blog)
        assert cut_off["open"] > 0
        assert cut_off["sent"] + cut_off["open"] == cut_off["audience"] == READERS
        told = blog.run("newsletter", "status", "hello").stdout
        assert "nobody is sending: `inkwright newsletter send hello` goes on" in told
        gone_on = blog.run("newsletter", "send", "hello")
        assert gone_on.returncode == 0, gone_on.stderr
        assert "hello goes on: " in gone_on.stdout
    proof = account(blog)
    assert (proof["state"], proof["audience"], proof["sent"], proof["open"]) == ("sent", READERS, READERS, 0)
    assert set(server.copies) == {f"reader{number}@example.org" for number in range(1, READERS + 1)}
    assert sum(server.copies.values()) <= READERS + CONNECTIONS
    reader = blog.run("newsletter", "verify", "--reader", "reader7@example.org").stdout
    assert "250 2.0.0 taken" in reader
