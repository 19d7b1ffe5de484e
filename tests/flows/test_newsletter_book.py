"""The sending of an issue over a real ledger, on both databases, to a relay that misbehaves."""

import asyncio
import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from tests.ledger.sending import NOW, add_readers, leave, somebody
from tests.smtp_server import SmtpServer, relay_down

from inkwright.flows.newsletter_book import LedgerBook
from inkwright.flows.newsletter_sit import alive, seat
from inkwright.ledger.deliveries import claim, reasons, tally
from inkwright.ledger.issues import freeze, issue_by_id, turn
from inkwright.ledger.open import Ledger
from inkwright.ledger.senders import sit_down
from inkwright.ledger.tables import delivery
from inkwright.model.delivery import Addressee, Issue, Mark, Tally
from inkwright.model.errors import LedgerError, NetError, UsageError
from inkwright.model.relay import Patience, Relay
from inkwright.net.smtp import Line
from inkwright.newsletter.doors import Ended, Letter, Plan
from inkwright.newsletter.sending import OUTAGE, Sending

PATIENT = Patience(2, 0.3, 0.3)
Wall = Callable[[], datetime]


def wall() -> datetime:
    return datetime.now(UTC)


def frozen(ledger: Ledger, count: int, slug: str = "post") -> Issue:
    with ledger.write() as connection:
        add_readers(connection, count)
        made = freeze(
            connection, slug, subject="Hello", from_addr="ada@me.dev", body=b"", list_="", lists=(), now=wall()
        )
        turn(connection, made.id, ["frozen"], "sending")
    return made


def letter(to: Addressee) -> Letter:
    return Letter(f"bounces+{to.sub}@me.dev", f"To: {to.addr}\r\nSubject: Hello\r\n\r\nHello {to.name}\r\n".encode())


def start(
    ledger: Ledger, issue: Issue, server: SmtpServer, *, clock: Wall = wall, told: list[int] | None = None,
    seconds: Callable[[], float] = time.monotonic, **plan: object,
) -> Ended:  # fmt: skip
    settings = Plan(**{"connections": 3, "policy": "resend", **plan})  # type: ignore[arg-type]
    with seat(ledger, clock, seconds, settings.policy) as (me, at):
        book = LedgerBook(ledger, issue, me, at, settings.policy, (), alive)
        sending = Sending(
            book, lambda: Line(Relay("127.0.0.1", server.port, "none"), PATIENT), letter, at, settings,
            random.Random(1), (told if told is not None else []).append,
        )  # fmt: skip
        return asyncio.run(sending.run())


def wait_for(server: SmtpServer, count: int) -> None:
    until = time.monotonic() + 60
    while len(server.messages) < count and time.monotonic() < until:
        time.sleep(0.005)


def account(ledger: Ledger, issue: Issue) -> Tally:
    with ledger.read() as connection:
        return tally(connection, issue.id)


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is due for another try soon is due at once."""
    monkeypatch.setattr("inkwright.newsletter.retry._SOON", (timedelta(), timedelta(milliseconds=1)))
    monkeypatch.setattr("inkwright.newsletter.sending.LOOK", 0.05)
    monkeypatch.setattr("inkwright.newsletter.sending.PATIENCE", timedelta(minutes=1))


def test_everyone_gets_one_and_the_issue_is_sent(ledger: Ledger) -> None:
    issue, told = frozen(ledger, 50), list[int]()
    with SmtpServer() as server:
        assert start(ledger, issue, server, told=told) == Ended("sent")
    assert account(ledger, issue) == Tally(50, sent=50)
    assert server.copies == {f"reader{n}@example.org": 1 for n in range(1, 51)}
    assert sum(told) == 50
    assert server.connections == 3
    assert b"Hello Reader 7" in next(one.data for one in server.messages if one.recipient == "reader7@example.org")
    with ledger.read() as connection:
        found = issue_by_id(connection, issue.id)
    assert found is not None
    assert found.state == "sent"


def test_faults_of_every_kind_lose_nobody_and_the_account_says_what_became_of_each(ledger: Ledger) -> None:
    faults = {
        3: "421", 5: "drop-rcpt", 7: "drop-body", 9: "lost-ack", 11: "after-421", 13: "hang-rcpt", 15: "hang-ack",
        17: "550", 19: "after-550",
    }  # fmt: skip
    by_reader = {f"reader{number}@example.org": fault for number, fault in faults.items()}
    issue = frozen(ledger, 60)
    with SmtpServer(lambda to, number: by_reader.get(to, "") if number == 1 else "") as server:
        assert start(ledger, issue, server).why == "sent"
    assert account(ledger, issue) == Tally(60, sent=58, failed=2)
    twice = {to for to, count in server.copies.items() if count > 1}
    assert twice == {"reader9@example.org", "reader15@example.org"}
    assert set(server.copies) == {f"reader{n}@example.org" for n in range(1, 61) if n not in (17, 19)}
    with ledger.read() as connection:
        assert {said for _, said, _ in reasons(connection, issue.id)} == {
            "550 5.1.1 no such mailbox", "550 not after all",
        }  # fmt: skip


def test_what_nobody_knows_is_held_when_the_writer_wants_no_second_copy(ledger: Ledger) -> None:
    issue = frozen(ledger, 20)
    with SmtpServer(lambda to, number: "lost-ack" if to == "reader9@example.org" else "") as server:
        assert start(ledger, issue, server, policy="hold").why == "sent"
    assert account(ledger, issue) == Tally(20, sent=19, uncertain=1)
    assert server.copies["reader9@example.org"] == 1


def test_who_has_to_wait_long_is_left_for_the_next_run(ledger: Ledger) -> None:
    issue = frozen(ledger, 20)
    with SmtpServer(lambda to, number: "451" if to == "reader9@example.org" and number == 1 else "") as server:
        ended = start(ledger, issue, server)
        assert account(ledger, issue) == Tally(20, sent=19, retry=1)
        again = start(ledger, issue, server, clock=lambda: wall() + timedelta(minutes=7))
    assert ended.why == "later"
    assert ended.again is not None
    assert again.why == "sent" or ledger.dialect == "postgresql"  # a server has a clock of its own
    assert account(ledger, issue).sent == (20 if ledger.dialect == "sqlite" else 19)


def test_a_relay_that_fails_too_often_pauses_the_issue_and_says_why(ledger: Ledger) -> None:
    issue = frozen(ledger, 500)
    with SmtpServer(lambda to, number: "451" if int(to[6:-12]) > 200 else "") as server:
        ended = start(ledger, issue, server)
    assert ended.why == "paused"
    assert "of the last 200 messages failed (451 4.2.1 try later)" in ended.reason
    with ledger.read() as connection:
        found = issue_by_id(connection, issue.id)
    assert found is not None
    assert (found.state, found.pause_reason) == ("paused", ended.reason)
    left = account(ledger, issue)
    assert left.sent == 200
    assert left.open == 300
    assert left.failed == 0


def test_a_sender_whom_the_relay_refuses_costs_no_reader(ledger: Ledger) -> None:
    issue = frozen(ledger, 30)
    with SmtpServer(unwelcome="550") as server:
        ended = start(ledger, issue, server)
    assert ended.why == "paused"
    assert "takes nothing from this sender" in ended.reason
    assert account(ledger, issue) == Tally(30, queued=30)


def test_a_pause_by_hand_is_seen_by_the_one_who_sends(ledger: Ledger) -> None:
    issue = frozen(ledger, 2000)

    def pause() -> None:
        wait_for(server, 20)
        with ledger.write() as connection:
            turn(connection, issue.id, ["sending"], "paused", "by hand")

    with SmtpServer(delay=0.01) as server:
        hand = threading.Thread(target=pause)
        hand.start()
        ended = start(ledger, issue, server)
        hand.join()
    assert (ended.why, ended.reason) == ("paused", "by hand")
    left = account(ledger, issue)
    assert 0 < left.sent < 2000
    assert left.sent + left.queued == 2000


def test_who_unsubscribes_meanwhile_gets_nothing(ledger: Ledger) -> None:
    issue = frozen(ledger, 600)
    gone: dict[int, str] = {}

    def go() -> None:
        for number in range(600, 300, -3):
            with ledger.write(durable=True) as connection:
                leave(connection, number)
                state = connection.execute(select(delivery.c.state).where(delivery.c.sub == number)).scalar_one()
            gone[number] = state

    with SmtpServer(delay=0.002) as server:
        leaving = threading.Thread(target=go)
        leaving.start()
        assert start(ledger, issue, server).why == "sent"
        leaving.join()
        got = {number for number in gone if server.copies[f"reader{number}@example.org"]}
    assert {gone[number] for number in got} <= {"attempting", "sent"}, "it was out of hand, or on its way"
    left = account(ledger, issue)
    assert left.skipped > 0
    assert left == Tally(600, sent=600 - left.skipped, skipped=left.skipped)


def test_the_rate_and_the_first_days_of_an_address_are_kept(ledger: Ledger) -> None:
    issue = frozen(ledger, 40)
    with SmtpServer() as server:
        begun = time.monotonic()
        ended = start(ledger, issue, server, rate=20.0, warm_up=(15, 1000))
        spent = time.monotonic() - begun
    assert ended.why == "warm-up"
    assert account(ledger, issue) == Tally(40, sent=15, queued=25)
    assert spent >= 14 / 20
    with SmtpServer() as server:
        assert start(ledger, issue, server, warm_up=(15, 1000)).why == "warm-up"
        tomorrow = start(ledger, issue, server, warm_up=(15, 1000), clock=lambda: wall() + timedelta(days=1))
    assert tomorrow.why == "sent"


def test_outside_the_hours_nothing_goes_out(ledger: Ledger) -> None:
    issue = frozen(ledger, 5)
    night = wall().replace(hour=3, minute=0)
    with SmtpServer() as server:
        ended = start(ledger, issue, server, window="08:00-20:00", clock=lambda: night)
        assert (ended.why, ended.again) == ("window", night.replace(hour=8, second=0, microsecond=0))
        assert not server.messages
        assert start(ledger, issue, server, window="08:00-20:00", clock=lambda: night.replace(hour=9)).why == "sent"


def test_a_wrong_password_ends_it_and_nobody_is_touched(ledger: Ledger) -> None:
    issue = frozen(ledger, 5)
    with (
        SmtpServer(login=("me", "right")) as server,
        pytest.raises(NetError) as caught,
        seat(ledger, wall, time.monotonic, "resend") as (me, at),
    ):
        book = LedgerBook(ledger, issue, me, at, "resend", (), alive)
        line = Relay("127.0.0.1", server.port, "none", "me", "wrong")
        asyncio.run(Sending(book, lambda: Line(line), letter, at, Plan(), random.Random(1)).run())
    assert caught.value.kind == "login"
    assert account(ledger, issue) == Tally(5, queued=5)


def test_a_relay_that_is_gone_for_a_while_is_waited_for(ledger: Ledger) -> None:
    issue, passed = frozen(ledger, 200), [0.0]

    def stumble() -> None:
        wait_for(server, 20)
        passed[0] = OUTAGE + 1  # it has been there for longer than the outage that is borne
        wait_for(server, 60)
        with relay_down(server):
            for transport in list(server.transports):
                server._loop.call_soon_threadsafe(transport.abort)
            time.sleep(0.5)

    with SmtpServer(delay=0.012) as server:
        trouble = threading.Thread(target=stumble)
        trouble.start()
        assert start(ledger, issue, server, seconds=lambda: time.monotonic() + passed[0]).why == "sent"
        trouble.join()
        assert server.connections > 3
    assert account(ledger, issue) == Tally(200, sent=200)
    assert sum(server.copies.values()) <= 200 + 3


def test_a_relay_that_stays_away_ends_the_run_and_a_later_one_goes_on(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inkwright.newsletter.sending.OUTAGE", 0.3)
    issue = frozen(ledger, 5)
    with SmtpServer() as server:
        with relay_down(server), pytest.raises(NetError, match="cannot be reached"):
            start(ledger, issue, server)
        assert account(ledger, issue) == Tally(5, queued=5)
        assert start(ledger, issue, server).why == "sent"


def test_a_clock_set_back_while_sending_and_between_two_runs_stalls_nobody_and_doubles_nothing(ledger: Ledger) -> None:
    issue, moved = frozen(ledger, 60), [timedelta()]
    with SmtpServer(lambda to, number: "451" if to == "reader9@example.org" and number == 1 else "") as server:

        def clock() -> datetime:
            if len(server.messages) > 20:
                moved[0] = -timedelta(hours=1)
            return wall() + moved[0]

        start(ledger, issue, server, clock=clock)
        assert account(ledger, issue) == Tally(60, sent=59, retry=1)
        if ledger.dialect == "postgresql":  # a server has a clock of its own, which nobody here sets
            return
        back = wall() - timedelta(hours=2)
        later = start(ledger, issue, server, clock=lambda: back)
        assert later.again is not None
        assert later.again - back < timedelta(minutes=7)
        assert start(ledger, issue, server, clock=lambda: back + timedelta(minutes=7)).why == "sent"
    assert account(ledger, issue) == Tally(60, sent=60)
    assert max(server.copies.values()) == 1


def test_a_ledger_that_cannot_be_written_for_a_moment_costs_no_result(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue, usual, count = frozen(ledger, 100), LedgerBook.record, [0]

    def record(self: LedgerBook, marks: list[Mark], most: int, *, again: bool) -> object:
        count[0] += 1
        if 3 <= count[0] <= 5:
            raise LedgerError("full", "the disk is full; nothing was changed")
        return usual(self, marks, most, again=again)

    monkeypatch.setattr(LedgerBook, "record", record)
    with SmtpServer() as server:
        assert start(ledger, issue, server).why == "sent"
    assert account(ledger, issue) == Tally(100, sent=100)
    assert max(server.copies.values()) == 1


def test_a_full_disk_stops_with_one_sentence_and_the_next_run_goes_on(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inkwright.newsletter.sending.LEDGER_WAIT", 0.3)
    issue, usual, count = frozen(ledger, 100), LedgerBook.record, [0]

    def record(self: LedgerBook, marks: list[Mark], most: int, *, again: bool) -> object:
        count[0] += 1
        if count[0] >= 5:
            raise LedgerError("full", "the disk is full; nothing was changed", hint="Free some space and run it again.")
        return usual(self, marks, most, again=again)

    with SmtpServer() as server:
        with monkeypatch.context() as broken, pytest.raises(LedgerError, match="the disk is full"):
            broken.setattr(LedgerBook, "record", record)
            start(ledger, issue, server)
        assert start(ledger, issue, server).why == "sent"
    assert account(ledger, issue) == Tally(100, sent=100)
    assert sum(server.copies.values()) <= 100 + 3


def test_a_second_sender_on_one_file_is_told_so(ledger: Ledger) -> None:
    with seat(ledger, wall, time.monotonic, "resend"):
        if ledger.dialect == "sqlite":
            with (
                pytest.raises(UsageError, match="another program is sending"),
                seat(ledger, wall, time.monotonic, "hold"),
            ):
                pass
        else:
            with seat(ledger, wall, time.monotonic, "hold"):
                pass
    with seat(ledger, wall, time.monotonic, "resend"):
        pass


@pytest.mark.parametrize(("policy", "state"), [("resend", "queued"), ("hold", "uncertain")])
def test_whom_a_dead_sender_had_taken_is_freed_at_the_start(ledger: Ledger, policy: str, state: str) -> None:
    issue = frozen(ledger, 3)
    with ledger.write() as connection:
        sit_down(connection, somebody("dead", pid=2**22 + 5), lambda one: None)
        claim(connection, issue.id, "dead", NOW, NOW, 2)
    with seat(ledger, wall, time.monotonic, policy):  # type: ignore[arg-type]
        assert account(ledger, issue) == Tally(3, **{"queued": 1, state: 3 if state == "queued" else 2})


def test_a_sender_that_was_taken_for_dead_stops(ledger: Ledger) -> None:
    issue = frozen(ledger, 2000)

    def oust() -> None:
        wait_for(server, 20)
        with ledger.write() as connection:
            connection.exec_driver_sql("DELETE FROM sender")

    with SmtpServer(delay=0.01) as server:
        hand = threading.Thread(target=oust)
        hand.start()
        ended = start(ledger, issue, server, beat=0.1)
        hand.join()
    assert ended.why == "ousted"
    assert 0 < account(ledger, issue).sent < 2000


def test_who_was_in_hand_for_too_long_is_given_back_unsent(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    issue, usual, asleep = frozen(ledger, 20), Sending._is_ours, [3]

    def is_ours(self: Sending, reader: Addressee) -> bool:
        asleep[0] -= 1
        return asleep[0] < 0 and usual(self, reader)

    monkeypatch.setattr(Sending, "_is_ours", is_ours)
    with SmtpServer() as server:
        assert start(ledger, issue, server).why == "sent"
    assert account(ledger, issue) == Tally(20, sent=20)
    assert set(server.copies.values()) == {1}


def test_marks_are_on_the_disk_soon(tmp_path: object, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[float] = []
    usual = LedgerBook.sync

    def sync(self: LedgerBook) -> bool:
        times.append(time.monotonic())
        return usual(self)

    monkeypatch.setattr(LedgerBook, "sync", sync)
    with SmtpServer(delay=0.01) as server:
        start(ledger, frozen(ledger, 100), server)
    assert len(times) == 1 if ledger.dialect == "postgresql" else len(times) > 5
