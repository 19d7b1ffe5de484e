"""The power goes in the middle of anything: the ledger is whole, and what was promised is there."""

import contextlib
import os
import random
import sys
from pathlib import Path

import pytest
from sqlalchemy import event, select, text
from tests.ledger.faulty_disk import Disk, faulty_disk
from tests.ledger.people import NOW, hashed

from inkwright.ledger import open as opening
from inkwright.ledger.consent import ask, confirm, unsubscribe
from inkwright.ledger.erase import erase
from inkwright.ledger.marks import get_mark, set_mark
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppress
from inkwright.ledger.tables import consent_event, subscriber, suppression
from inkwright.model.subscriber import Address

TRIALS = 200 if os.environ.get("INKWRIGHT_TORTURE") else 24
STEPS = 60


def whole(connection) -> tuple[object, ...]:
    """All that a ledger says of readers."""
    asked = (
        select(subscriber.c.id, subscriber.c.email, subscriber.c.status).order_by(subscriber.c.id),
        select(suppression.c.email_hmac, suppression.c.reason).order_by(suppression.c.email_hmac),
        select(consent_event.c.id, consent_event.c.sub, consent_event.c.kind).order_by(consent_event.c.id),
    )
    return tuple(tuple(map(tuple, connection.execute(one))) for one in asked)


def step(ledger: Ledger, number: int, dice: random.Random, durable: bool) -> None:
    """One change, and its number in the same transaction."""
    who = f"r{dice.randrange(12)}@example.com"
    with ledger.write(durable) as connection:
        set_mark(connection, "step", str(number))
        found = find(connection, who)
        act = dice.choice(("ask", "confirm", "leave", "suppress", "erase", "fill"))
        if act == "ask" or found is None:
            ask(connection, Address(who, who), hashed(connection, who), NOW)
        elif act == "confirm":
            confirm(connection, found.id, NOW)
        elif act == "leave":
            unsubscribe(connection, found.id, NOW)
        elif act == "suppress":
            suppress(connection, hashed(connection, who), "hard-bounce", NOW)
        elif act == "erase":
            erase(connection, who, hashed(connection, who), NOW)
        else:
            set_mark(connection, f"fill{dice.randrange(5)}", "x" * dice.randrange(1, 9000))


class Trial:
    """One run of changes on a faulty disk, cut now and then; after each cut the ledger is opened elsewhere."""

    def __init__(self, folder: Path, disk: Disk, dice: random.Random, cuts: int) -> None:
        self.folder, self.disk, self.dice, self.left = folder, disk, dice, cuts
        self.states: list[tuple[object, ...]] = []
        self.promised = -1
        self.cuts: list[tuple[Path, int]] = []

    def maybe_cut(self) -> None:
        if self.states and self.left and self.dice.random() < 0.03:
            self.left -= 1
            place = self.folder / f"cut{len(self.cuts)}"
            place.mkdir()
            self.disk.cut(place, self.dice)
            self.cuts.append((place, self.promised))

    def run(self, ledger: Ledger) -> None:
        with ledger.write(durable=True) as connection:
            set_mark(connection, "step", "-1")
        with ledger.read() as connection:
            first = whole(connection)
        self.states.append(first)
        self.disk.each = self.maybe_cut
        for number in range(STEPS):
            durable = self.dice.random() < 0.5
            step(ledger, number, self.dice, durable)
            if durable:
                self.promised = number
            elif self.dice.random() < 0.3:
                ledger.sync()
                self.promised = number
            with ledger.read() as connection:
                self.states.append(whole(connection))
        self.disk.each = lambda: None

    def check(self) -> None:
        for place, promised in self.cuts:
            with contextlib.closing(open_ledger(place / "ledger.db")) as ledger, ledger.read() as connection:
                assert connection.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
                assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
                number = int(get_mark(connection, "step"))
                assert number >= promised, f"{place}: promised {promised}, there is {number}"
                assert whole(connection) == self.states[number + 1]


@pytest.mark.skipif(sys.platform != "linux", reason="the layer of the disk is made for Linux")
def test_after_a_power_cut_all_that_was_promised_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    dice = random.Random(TRIALS)
    cut = run = 0
    while cut < TRIALS:
        folder = tmp_path / f"run{run}"
        folder.mkdir()
        with faulty_disk() as disk:
            monkeypatch.setattr(opening.os, "fdatasync", lambda fd, disk=disk: disk.sync(path_of(fd)))
            with contextlib.closing(open_ledger(folder / "ledger.db")) as ledger:
                ledger.engine.dispose()
                event.listen(ledger.engine, "connect", lambda raw, _: raw.execute("PRAGMA wal_autocheckpoint = 15"))
                trial = Trial(folder, disk, dice, TRIALS - cut)
                trial.run(ledger)
            monkeypatch.undo()
        trial.check()
        cut, run = cut + len(trial.cuts), run + 1
    assert cut == TRIALS


def path_of(descriptor: int) -> str:
    """The name of an open file."""
    return str(Path(f"/proc/self/fd/{descriptor}").readlink())


@pytest.mark.skipif(sys.platform != "linux", reason="the layer of the disk is made for Linux")
def test_the_faulty_disk_does_lose_what_was_not_synced(tmp_path: Path):
    """Else the test above could not fail: changes without a sync are gone in some cuts."""
    dice, seen = random.Random(1), set()
    with faulty_disk() as disk, contextlib.closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        for number in range(20):
            step(ledger, number, dice, durable=False)
        for number in range(30):
            place = tmp_path / f"cut{number}"
            place.mkdir()
            disk.cut(place, dice)
    for number in range(30):
        file = tmp_path / f"cut{number}" / "ledger.db"
        with contextlib.closing(open_ledger(file)) as ledger, ledger.read() as connection:
            seen.add(get_mark(connection, "step"))
    assert "19" in seen and "" in seen
