"""The user ends a sending: what is on its way arrives and is written down, and the same command goes on."""

import signal
import sys
import time
from pathlib import Path

import pytest
from tests.flows.newsletter_blog import make_blog
from tests.smtp_server import SmtpServer


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
        assert "Stopped. `inkwright newsletter send hello` goes on where it was." in said
        assert f"150 readers = {len(server.messages)} sent + 0 failed + 0 skipped + 0 uncertain" in said
        assert blog.run("newsletter", "send", "hello").returncode == 0
    assert set(server.copies.values()) == {1}
    assert len(server.copies) == 150
