"""kill -9 at any moment: whoever was told that a mail is on its way gets it, and at most one more for each kill."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from tests.server.conftest import SETTINGS
from tests.smtp_server import SmtpServer

from inkwright.flows.newsletter_server import open_office
from inkwright.flows.newsletter_server_work import Work, hand_of
from inkwright.ledger.subscribers import counts
from inkwright.workspace.folder import open_workspace

TRIALS = 25 if os.environ.get("INKWRIGHT_TORTURE") else 1
READERS = 40


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def start(root: Path, port: int) -> tuple[subprocess.Popen, httpx.Client]:
    command = [sys.executable, "-m", "inkwright", "newsletter", "server", "--port", str(port)]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False)
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            if client.get("/health").status_code == 200:
                return process, client
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the server did not start")


def sign_up(client: httpx.Client, form: str, number: int, told: list[str]) -> None:
    email = f"r{number}@example.org"
    try:
        answer = client.post(
            "/subscribe", data={"email": email, "form": form}, headers={"x-forwarded-for": f"203.0.{number}.1"}
        )
    except httpx.TransportError:
        return
    if answer.status_code == 200:
        told.append(email)


@pytest.mark.parametrize("trial", range(TRIALS))
def test_nobody_who_was_told_is_lost(tmp_path: Path, database: str, trial: int) -> None:
    chance = random.Random(trial)
    told: list[str] = []
    with SmtpServer(delay=0.02) as relay:
        port = free_port()
        settings = SETTINGS.format(port=port, relay=relay.port, more="", path="")
        (tmp_path / "inkwright.toml").write_text(settings, encoding="utf-8")
        process, client = start(tmp_path, port)
        form = client.get("/subscribe.json").json()["form"]
        time.sleep(2.1)
        threading.Timer(chance.uniform(0.05, 2.5), process.kill).start()
        for number in range(READERS):
            sign_up(client, form, number, told)
        assert process.wait(20) == -signal.SIGKILL
        first = Counter(mail.recipient for mail in relay.messages)

        now = datetime.now(UTC) + timedelta(minutes=5)
        office = open_office(open_workspace(tmp_path), now)
        work = Work(office, hand_of(office))
        for step in range(3):
            list(work.turn(now + step * timedelta(hours=2)))
        with office.ledger.read() as connection:
            pending = counts(connection)["pending"]
        office.ledger.close()
        mails = Counter(mail.recipient for mail in relay.messages)
    assert set(told) <= set(mails), f"lost after {sum(first.values())} mails"
    assert sum(mails.values()) - len(mails) <= 1, "one copy for the one mail that was in hand"
    assert pending == len(mails)
