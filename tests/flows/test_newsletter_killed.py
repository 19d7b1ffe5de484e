"""Senders are killed at random moments, over a relay that misbehaves, while readers leave: nobody is lost, copies are
few and counted, who left gets nothing. A small count and short waits for another try by default, the full count and the
waits of users with INKWRIGHT_TORTURE."""

import json
import os
import random
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update
from tests.flows.newsletter_blog import Blog, make_blog
from tests.smtp_server import SmtpServer

from inkwright.ledger.consent import unsubscribe
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.ledger.tables import delivery

TORTURE = int(os.environ.get("INKWRIGHT_TORTURE", "0"))
READERS = 10_000 if TORTURE else 600
KILLS = 50 if TORTURE else 3
CONNECTIONS = 4
FAULTS = ("421", "drop-rcpt", "drop-body", "after-421", "lost-ack")


@dataclass
class Leaving:
    """Readers who leave while mail goes out: when it was written down, and what state their mail was in then."""

    blog: Blog
    server: SmtpServer
    dice: random.Random
    left: dict[int, tuple[float, str]] = field(default_factory=dict)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        ledger = open_ledger(self.blog.place)
        numbers = self.dice.sample(range(1, READERS + 1), READERS // 20)
        while not self.server.messages and not self.stop.wait(0.01):
            pass  # all of them are frozen into the issue
        for number in numbers:
            if self.stop.wait(self.dice.random() * (0.5 if TORTURE else 0.2)):
                break
            with ledger.write(durable=True) as connection:
                unsubscribe(connection, number, datetime.now(UTC), "link")
                state = connection.execute(select(delivery.c.state).where(delivery.c.sub == number)).scalar()
            self.left[number] = (time.time(), str(state))
        ledger.close()


def misbehaving(dice: random.Random) -> Callable[[str, int], str]:
    """One try in thirty goes wrong; some readers do not exist."""

    def fault(to: str, number: int) -> str:
        if int(to[6:-12]) % 97 == 0:
            return "550"
        return dice.choice(FAULTS) if dice.random() < 1 / 30 else ""

    return fault


def killed(blog: Blog, server: SmtpServer, dice: random.Random, senders: int, *more: str) -> int:
    """Start senders and kill one after the other, most of them at work; how many were killed."""
    running: list[subprocess.Popen[bytes]] = []
    try:
        return attack(blog, server, dice, senders, running, *more)
    finally:
        for one in running:
            one.kill()
            one.wait()


def attack(
    blog: Blog, server: SmtpServer, dice: random.Random, senders: int, running: list["subprocess.Popen[bytes]"],
    *more: str,
) -> int:  # fmt: skip
    """As `killed`; `running` are the senders that live."""
    running.append(blog.start("newsletter", "send", "hello", "--yes", *more))
    kills = 0
    while kills < KILLS:
        if len(running) < senders:
            running.append(blog.start("newsletter", "send", "hello", "--yes", *more))
            continue
        victim = dice.choice(running)
        if dice.random() < 0.8:
            wait_for_message(server, victim)
            time.sleep(dice.random() * (0.6 if TORTURE else 0.25))
        else:
            time.sleep(dice.random())
        over = victim.poll() is not None
        victim.kill()
        victim.wait()
        running.remove(victim)
        if over and issue_is_sent(blog):
            break
        kills += not over
        assert_adds_up(blog)
        running.append(blog.start("newsletter", "send", "hello", "--yes", *more))
    return kills + len(running)


def wait_for_message(server: SmtpServer, sender: "subprocess.Popen[bytes]") -> None:
    before, until = len(server.messages), time.monotonic() + 20
    while len(server.messages) == before and sender.poll() is None and time.monotonic() < until:
        time.sleep(0.005)


def assert_adds_up(blog: Blog) -> dict[str, int]:
    found = blog.run("newsletter", "verify", "--format", "json")
    assert found.returncode == 0, found.stdout + found.stderr
    accounts = json.loads(found.stdout)["accounts"]
    return accounts[0] if accounts else {}


def issue_is_sent(blog: Blog) -> bool:
    return assert_adds_up(blog).get("state") == "sent"  # type: ignore[comparison-overlap]


def finish(blog: Blog, *more: str) -> dict[str, int]:
    """Send until it is over; who is due for another try is due at once."""
    for _ in range(20):
        ledger = open_ledger(blog.place)
        with ledger.write() as connection:
            connection.execute(update(delivery).where(delivery.c.state == "retry").values(due=datetime.now(UTC)))
        ledger.close()
        done = blog.run("newsletter", "send", "hello", "--yes", *more)
        assert "Traceback" not in done.stderr, done.stderr
        account = assert_adds_up(blog)
        if account.get("state") == "sent":  # type: ignore[comparison-overlap]
            return account
    raise AssertionError(f"it does not end: {done.stdout}{done.stderr}")


def states(ledger: Ledger) -> dict[int, str]:
    with ledger.read() as connection:
        return {row.sub: row.state for row in connection.execute(select(delivery.c.sub, delivery.c.state))}


@pytest.mark.parametrize(("senders", "policy"), [(1, "resend"), (1, "hold"), (3, "resend")])
def test_nobody_is_lost_when_senders_are_killed(
    tmp_path: Path, senders: int, policy: str, request: pytest.FixtureRequest
) -> None:
    dice = random.Random(TORTURE + senders)
    place = request.getfixturevalue("postgres_url") if senders > 1 else ""
    with SmtpServer(misbehaving(dice), delay=0.06 if senders > 1 and TORTURE else 0.002) as server:
        blog = make_blog(
            tmp_path / "blog", server.port, READERS, ledger=place, connections=CONNECTIONS, hurried=not TORTURE
        )
        leaving = Leaving(blog, server, random.Random(7))
        hand = threading.Thread(target=leaving.run)
        hand.start()
        try:
            kills = killed(blog, server, dice, senders, "--on-uncertain", policy)
        finally:
            leaving.stop.set()
            hand.join()
        account = finish(blog, "--on-uncertain", policy)
        assert b"Traceback" not in (blog.folder / "said.txt").read_bytes()
    ledger = open_ledger(blog.place)
    became = states(ledger)
    ledger.close()
    copies = {number: server.copies[f"reader{number}@example.org"] for number in range(1, READERS + 1)}
    lost_acknowledgements = server.faults["lost-ack"]
    extra = sum(count - 1 for count in copies.values() if count > 1)
    held = [number for number, state in became.items() if state == "uncertain"]
    lost = [number for number, state in became.items() if state == "sent" and not copies[number]]
    gone = [number for number in copies if number not in became and number not in leaving.left]
    skipped = [number for number, state in became.items() if state == "skipped" and number not in leaving.left]
    received = {number: [] for number in leaving.left}
    for one in server.messages:
        if (number := int(one.recipient[6:-12])) in received:
            received[number].append(one.began)
    late = [
        number for number, (when, state) in leaving.left.items()
        if any(began > when + (2.0 if state == "attempting" else 0.0) for began in received[number])
    ]  # fmt: skip
    print(
        f"{senders} senders, {policy}: {kills} kills, {READERS} readers, {server.connections} connections, {extra} "
        f"copies ({lost_acknowledgements} acknowledgements lost), {len(leaving.left)} left, {account}"
    )
    assert (lost, gone, skipped, late) == ([], [], [], [])
    assert account["audience"] == READERS
    assert account["open"] == 0
    assert account["skipped"] > 0
    assert kills >= KILLS or TORTURE == 0
    if policy == "hold":
        assert extra == 0
        assert len(held) <= kills * CONNECTIONS + lost_acknowledgements + server.faults["drop-body"]
    else:
        assert not held
        assert extra <= kills * CONNECTIONS + lost_acknowledgements
    failed = {number for number, state in became.items() if state == "failed"}
    assert all(number % 97 == 0 for number in failed)
