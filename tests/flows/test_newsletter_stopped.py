"""The user ends a sending: what is on its way arrives and is written down, and the same command goes on."""

import asyncio
import re
import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.flows.newsletter_blog import make_blog
from tests.smtp_server import SmtpServer, relay_down


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_sender_that_is_told_to_stop_leaves_nothing_uncertain(tmp_path: Path, sign: signal.Signals) -> None:
    with SmtpServer(delay=0.05) as server:
        blog = make_blog(tmp_path / "blog", server.port, 150)
        sender = blog.start("newsletter", "send", "hello", "--yes", "--on-uncertain", "hold")
        until = time.monotonic() + 60
        while len(server.messages) < 20 and time.monotonic() < until:
            time.sleep(0.01)
        sender.send_signal(sign)
        assert sender.wait(60) == 130
        said = (blog.folder / "said.txt").read_text(encoding="utf-8")
        assert " have still to get it. `inkwright newsletter send hello` goes on where it was." in said
        assert f"150 readers = {len(server.messages)} sent + 0 failed + 0 skipped + 0 uncertain" in said
        assert blog.run("newsletter", "send", "hello").returncode == 0
    assert set(server.copies.values()) == {1}
    assert len(server.copies) == 150


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_a_wait_is_told_once_in_the_writers_time_and_may_be_ended(tmp_path: Path) -> None:
    with SmtpServer(lambda to, number: "451" if to == "reader4@example.org" else "") as server:
        blog = make_blog(tmp_path / "blog", server.port, 12)
        place = blog.folder / "inkwright.toml"
        place.write_text(f'timezone = "Asia/Kathmandu"\n{place.read_text(encoding="utf-8")}', encoding="utf-8")
        began = datetime.now(ZoneInfo("Asia/Kathmandu"))
        sender = blog.start("newsletter", "send", "hello", "--yes")
        said_until(blog.folder / "said.txt", "Waiting")
        time.sleep(2.5)  # time enough to tell it twice
        sender.send_signal(signal.SIGINT)
        assert sender.wait(60) == 130
    said = (blog.folder / "said.txt").read_text(encoding="utf-8")
    (told,) = re.findall(r"Waiting until (\d\d:\d\d) for 1 reader; Ctrl-C is safe\.", said)
    assert told in [f"{began + timedelta(minutes=more):%H:%M}" for more in range(4, 12)]
    assert "Stopped; 1 reader has still to get it." in said
    assert "1 to be tried again: 451 4.2.1 try later" in said


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_a_relay_that_has_gone_is_told_of_while_it_is_waited_for(tmp_path: Path) -> None:
    with SmtpServer(delay=0.05) as server:
        blog = make_blog(tmp_path / "blog", server.port, 40, connections=1, hurried=True)
        sender = blog.start("newsletter", "send", "hello", "--yes")
        until = time.monotonic() + 60
        while len(server.messages) < 5 and time.monotonic() < until:
            time.sleep(0.01)
        with relay_down(server):
            asyncio.run_coroutine_threadsafe(_hang_up(server), server._loop).result(10)
            said = said_until(blog.folder / "said.txt", "Ctrl-C is safe")
        assert sender.wait(120) == 0
    assert re.search(r"trying again until \d\d:\d\d for \d+ readers; Ctrl-C is safe\.", said)
    assert len(server.copies) == 40


async def _hang_up(server: SmtpServer) -> None:
    for one in list(server.transports):
        one.abort()


def said_until(place: Path, words: str) -> str:
    """What the program has said, once it has said that."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        said = place.read_text(encoding="utf-8")
        if words in said:
            return said
        time.sleep(0.05)
    raise AssertionError(said)
