"""The power goes while an issue is sent: what had reached the disk is opened again, whole, and nobody is lost.

A cut is played on copies of the ledger's files: what was synced stays, of what came later some sectors are gone. Pages
that were being moved into the main file are moved in part. A few cuts by default, 200 with INKWRIGHT_TORTURE."""

import asyncio
import os
import random
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete
from tests.ledger.sending import add_readers
from tests.smtp_server import SmtpServer

from inkwright.flows.newsletter_book import LedgerBook
from inkwright.flows.newsletter_sit import alive, seat
from inkwright.ledger.deliveries import tally
from inkwright.ledger.issues import freeze, turn
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.ledger.tables import sender
from inkwright.model.delivery import Addressee, Issue, Mark
from inkwright.model.relay import Relay
from inkwright.net.smtp import Line
from inkwright.newsletter.doors import Letter, Plan
from inkwright.newsletter.sending import Sending

TORTURE = os.environ.get("INKWRIGHT_TORTURE")
CUTS = 200 if TORTURE else 8
READERS = 6000 if TORTURE else 500
SECTOR, PAGE = 512, 4096
HEADER, FRAME = 32, 24 + PAGE
"""**Source:** SQLite's file format, section 4.1: header of the log, header of each frame with its salts."""


@dataclass
class Disk:
    """What a disk has for sure, and what may be gone. `sent` counts marks that were written and that are synced."""

    file: Path
    dice: random.Random
    base: bytes = b""
    salt: bytes = b""
    safe: int = 0
    written: int = 0
    synced: int = 0
    cuts: list[tuple[bytes, bytes, int, dict[str, int]]] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def log(self) -> bytes:
        """The log up to its last frame: what stands behind is left of an earlier round."""
        log = self.file.with_name(f"{self.file.name}-wal").read_bytes()
        end = HEADER
        while log[end + 8 : end + 16] == log[16:24] and end + FRAME <= len(log):
            end += FRAME
        return log[:end]

    def note_synced(self, log: bytes, written: int) -> None:
        with self.lock:
            self.salt, self.safe, self.synced = log[16:24], len(log), max(self.synced, written)

    def look(self) -> bytes:
        """The log now. When pages were moved into the main file, all of the log had been synced before."""
        with self.lock:
            base, log = self.file.read_bytes(), self.log()
            if base != self.base:
                self.base = base
                self.note_synced(log, self.synced)
            return log

    def cut(self, server: SmtpServer) -> None:
        """Keep what a cut at this moment may leave."""
        before = self.base
        log = self.look()
        kept = bytearray(log if self.salt == log[16:24] else log[: self.dice.randrange(len(log) + 1)])
        if self.salt == log[16:24] and self.safe < len(log):
            del kept[self.dice.randrange(self.safe, len(log) + 1) :]
            for at in range(self.safe, len(kept), SECTOR):
                if self.dice.random() < 0.1:
                    kept[at : at + SECTOR] = bytes(len(kept[at : at + SECTOR]))
        base = bytearray(self.base)
        if before and self.salt == log[16:24] and len(before) <= len(base) and before != self.base:
            for at in range(0, len(before), PAGE):
                if self.dice.random() < 0.5:
                    base[at : at + PAGE] = before[at : at + PAGE]
        self.cuts.append((bytes(base), bytes(kept), self.synced, dict(server.copies)))


def letter(to: Addressee) -> Letter:
    return Letter("ada@me.dev", f"To: {to.addr}\r\n\r\nHello\r\n".encode())


def wall() -> datetime:
    return datetime.now(UTC)


def made(file: Path) -> tuple[Ledger, Issue]:
    ledger = open_ledger(file)
    with ledger.write(durable=True) as connection:
        add_readers(connection, READERS)
        issue = freeze(connection, "post", subject="Hello", from_addr="", body=b"body", list_="", lists=(), now=wall())
        turn(connection, issue.id, ["frozen"], "sending")
    return ledger, issue


def send(ledger: Ledger, issue: Issue, server: SmtpServer) -> str:
    plan = Plan(4)
    with seat(ledger, wall, time.monotonic, "resend") as (me, clock):
        book = LedgerBook(ledger, issue, me, clock, "resend", (), alive)
        line = Relay("127.0.0.1", server.port, "none")
        return asyncio.run(Sending(book, lambda: Line(line), letter, clock, plan, random.Random(1)).run()).why


def test_a_power_cut_while_sending_loses_nobody_and_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(7)
    ledger, issue = made(tmp_path / "ledger.db")
    disk = Disk(tmp_path / "ledger.db", dice)
    record, sync = LedgerBook.record, LedgerBook.sync

    def recorded(self: LedgerBook, marks: list[Mark], most: int, *, again: bool) -> object:
        disk.look()
        done = record(self, marks, most, again=again)
        disk.written += sum(one.state == "sent" for one in marks)
        disk.look()
        if dice.random() < (0.5 if TORTURE else 0.15) and len(disk.cuts) < CUTS:
            with disk.lock:  # another thread syncs meanwhile
                disk.cut(server)
        return done

    def synced(self: LedgerBook) -> bool:
        written = disk.written  # before the log is read: more may be written meanwhile
        log = disk.log()
        more = sync(self)
        if disk.log()[16:24] == log[16:24]:
            disk.note_synced(log, written)
        return more

    monkeypatch.setattr(LedgerBook, "record", recorded)
    monkeypatch.setattr(LedgerBook, "sync", synced)
    with SmtpServer(keep=False) as server:
        disk.note_synced(disk.log(), 0)
        assert send(ledger, issue, server) == "sent"
    ledger.close()
    monkeypatch.undo()
    assert len(disk.cuts) == CUTS
    lost_marks = [recovered(tmp_path / f"cut{number}", issue, *cut, go_on=number % 20 == 5)
                  for number, cut in enumerate(disk.cuts)]  # fmt: skip
    print(f"{CUTS} cuts, {READERS} readers: 0 lost, 0 corrupt; marks that were gone: at most {max(lost_marks)}")


def recovered(
    folder: Path, issue: Issue, base: bytes, log: bytes, synced: int, copies: dict[str, int], *, go_on: bool
) -> int:
    """Open what is left; how many messages had gone out whose mark is not there."""
    folder.mkdir()
    file = folder / "ledger.db"
    file.write_bytes(base)
    (folder / "ledger.db-wal").write_bytes(log)
    with sqlite3.connect(file) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        marked = {row[0] for row in plain.execute("SELECT addr FROM delivery WHERE state = 'sent'")}
    plain.close()
    assert marked <= copies.keys()
    assert len(marked) >= synced
    ledger = open_ledger(file)
    with ledger.read() as connection:
        left = tally(connection, issue.id)
    assert left.audience == READERS
    assert left.adds_up
    with ledger.write() as connection:
        connection.execute(delete(sender))  # the machine was started anew; this process was not
    if go_on:
        with SmtpServer(keep=False) as server:
            assert send(ledger, issue, server) == "sent"
        assert len(marked | server.copies.keys()) == READERS
        assert set(server.copies.values()) == {1}
    ledger.close()
    return len(copies) - len(marked)
