import threading
from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from tests.ledger.sending import LEASE, NOW, leave, sending, sitting

from inkwright.ledger.deliveries import (
    claim,
    mark,
    next_due,
    of_reader,
    queue_again,
    reasons,
    release,
    renew,
    sent_by_day,
    sent_since,
    shift,
    skip_rest,
    tally,
)  # fmt: skip
from inkwright.ledger.erase import erase
from inkwright.ledger.issues import issue_by_id, turn
from inkwright.ledger.open import Ledger
from inkwright.ledger.suppression import suppress
from inkwright.ledger.tables import delivery, sender, subscriber
from inkwright.model.delivery import Addressee, Mark, Tally


def sent(*taken: Addressee) -> list[Mark]:
    return [Mark(one.sub, "sent", "250 taken", sent_at=NOW) for one in taken]


def test_readers_are_taken_once_with_all_that_their_message_needs(ledger: Ledger) -> None:
    made = sending(ledger, 3)
    with ledger.write() as connection:
        first, looked = claim(connection, made.id, "me", NOW, LEASE, 2)
        assert looked == 2
        assert sorted(first, key=lambda one: one.sub)[0] == Addressee(
            1, "reader1@example.org", "Reader 1", sha256(b"1").digest()[:16], 1, LEASE
        )
        rest, looked = claim(connection, made.id, "me", NOW, LEASE, 2)
        assert ([one.sub for one in rest], looked) == ([3], 1)
        assert claim(connection, made.id, "me", NOW, LEASE, 2) == ([], 0)
        assert tally(connection, made.id) == Tally(3, attempting=3)


def test_who_left_or_is_suppressed_or_erased_since_the_freeze_is_skipped_with_the_reason(ledger: Ledger) -> None:
    made = sending(ledger, 5)
    with ledger.write() as connection:
        leave(connection, 1)
        suppress(connection, sha256(b"2").digest(), "hard-bounce", NOW)
        connection.execute(delete(subscriber).where(subscriber.c.id == 3))
        erase(connection, "reader4@example.org", sha256(b"4").digest(), NOW)
        taken, looked = claim(connection, made.id, "me", NOW, LEASE, 10)
        assert ([one.sub for one in taken], looked) == ([5], 4)
        mark(connection, made.id, "me", sent(*taken))
        assert tally(connection, made.id) == Tally(5, sent=1, skipped=4)
        said = {row.sub: row.relay_reply for row in connection.execute(select(delivery))}
        assert said == {1: "unsubscribed", 2: "hard-bounce", 3: "erased", 4: "", 5: "250 taken"}


def test_who_left_the_list_of_the_issue_is_skipped(ledger: Ledger) -> None:
    made = sending(ledger, 2, list_="gpu", lists=("gpu", "essays"))
    with ledger.write() as connection:
        connection.execute(update(subscriber).where(subscriber.c.id == 1).values(tags=",essays,"))
        options = {"list_": "gpu", "lists": ("gpu", "essays")}
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 2, **options)  # type: ignore[arg-type]
        assert [one.sub for one in taken] == [2]
        assert reasons(connection, made.id) == [("skipped", "left the list", 1)]


def test_nothing_is_taken_by_nobody_or_of_an_issue_that_is_not_being_sent(ledger: Ledger) -> None:
    made = sending(ledger, 2)
    with ledger.write() as connection:
        assert claim(connection, made.id, "stranger", NOW, LEASE, 2) == ([], 0)
        turn(connection, made.id, ["sending"], "paused")
        assert claim(connection, made.id, "me", NOW, LEASE, 2) == ([], 0)
        turn(connection, made.id, ["paused"], "sending")
        connection.execute(delete(sender))
        assert claim(connection, made.id, "me", NOW, LEASE, 2) == ([], 0)


def test_a_result_counts_only_from_who_took_the_reader(ledger: Ledger) -> None:
    made = sending(ledger, 2)
    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 2)
        assert mark(connection, made.id, "stranger", sent(*taken)) == 0
        assert mark(connection, made.id, "me", sent(taken[0])) == 1
        assert mark(connection, made.id, "me", sent(taken[0])) == 0
        assert mark(connection, made.id, "me", []) == 0
        assert tally(connection, made.id) == Tally(2, sent=1, attempting=1)


def test_a_try_that_was_none_is_not_counted(ledger: Ledger) -> None:
    made = sending(ledger, 1)
    with ledger.write() as connection:
        claim(connection, made.id, "me", NOW, LEASE, 1)
        mark(connection, made.id, "me", [Mark(1, "queued", "the relay is down", counts=False)])
        assert [one.attempts for one in claim(connection, made.id, "me", NOW, LEASE, 1)[0]] == [1]


def test_who_is_due_again_comes_first_and_who_is_not_due_waits(ledger: Ledger) -> None:
    made = sending(ledger, 4)
    later = NOW + timedelta(minutes=5)
    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 2)
        mark(connection, made.id, "me", [Mark(one.sub, "retry", "451 later", due=later) for one in taken])
        assert next_due(connection, made.id) == later
        assert [one.sub for one in claim(connection, made.id, "me", NOW, LEASE, 1)[0]] == [3]
        again, _ = claim(connection, made.id, "me", later, LEASE, 3)
        assert sorted((one.sub, one.attempts) for one in again) == [(1, 2), (2, 2), (4, 1)]
        assert next_due(connection, made.id) is None


def test_a_clock_that_was_set_back_keeps_nobody_waiting(ledger: Ledger) -> None:
    made = sending(ledger, 1)
    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 1)
        mark(connection, made.id, "me", [Mark(taken[0].sub, "retry", "451", due=NOW + timedelta(minutes=5))])
        shift(connection, made.id, -timedelta(hours=1))
        assert next_due(connection, made.id) == NOW - timedelta(minutes=55)


def test_readers_of_dead_senders_are_freed_and_those_of_the_living_are_not(ledger: Ledger) -> None:
    made = sending(ledger, 3)
    with ledger.write() as connection:
        sitting(connection, "other", "third")
        for owner in ("me", "other", "third"):
            claim(connection, made.id, owner, NOW, LEASE, 1)
        assert release(connection, made.id, "queued", owners=["me", "third"], now=NOW) == 1
        assert tally(connection, made.id) == Tally(3, queued=1, attempting=2)
        assert release(connection, made.id, "uncertain", owners=["me"], now=NOW) == 1
        assert tally(connection, made.id) == Tally(3, queued=1, attempting=1, uncertain=1)


def test_a_lease_that_ended_frees_and_one_that_was_renewed_does_not(ledger: Ledger) -> None:
    made = sending(ledger, 2)
    with ledger.write() as connection:
        sitting(connection, "other")
        claim(connection, made.id, "me", NOW, LEASE, 1)
        claim(connection, made.id, "other", NOW, LEASE, 1)
        assert renew(connection, made.id, "me", LEASE + timedelta(minutes=1)) == 1
        assert release(connection, made.id, "queued", owners=None, now=LEASE) == 0
        assert release(connection, made.id, "queued", owners=None, now=LEASE + timedelta(seconds=1)) == 1
        assert tally(connection, made.id) == Tally(2, queued=1, attempting=1)


def test_who_failed_can_be_tried_anew_and_who_waits_can_be_left_out(ledger: Ledger) -> None:
    made = sending(ledger, 3)
    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 2)
        mark(connection, made.id, "me", [Mark(taken[0].sub, "failed", "550"), Mark(taken[1].sub, "uncertain", "lost")])
        assert queue_again(connection, made.id, ["failed", "uncertain"]) == 2
        assert tally(connection, made.id) == Tally(3, queued=3)
        assert skip_rest(connection, made.id, "cancelled") == 3
        assert tally(connection, made.id) == Tally(3, skipped=3)


def test_what_happened_to_one_reader_is_told_issue_by_issue(ledger: Ledger) -> None:
    made = sending(ledger, 2)
    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 1)
        mark(connection, made.id, "me", sent(*taken))
        (found,) = of_reader(connection, taken[0].sub)
        assert (found.issue, found.state, found.attempts, found.reply, found.sent_at) == (
            "post",
            "sent",
            1,
            "250 taken",
            NOW,
        )
        assert list(of_reader(connection, 77)) == []
        assert list(of_reader(connection, taken[0].sub, made.id + 1)) == []


def test_what_went_out_is_counted_by_day_and_since_a_moment(ledger: Ledger) -> None:
    made = sending(ledger, 4)
    hours = [0, 14, 16, 40]
    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 4)
        marks = [
            Mark(one.sub, "sent", "250", sent_at=NOW + timedelta(hours=h)) for one, h in zip(taken, hours, strict=True)
        ]
        mark(connection, made.id, "me", marks)
        assert sent_by_day(connection, timedelta()) == {"2026-11-21": 2, "2026-11-22": 1, "2026-11-23": 1}
        assert sent_by_day(connection, timedelta(hours=1)) == {"2026-11-21": 1, "2026-11-22": 2, "2026-11-23": 1}
        assert sent_since(connection, made.id, NOW + timedelta(hours=15)) == 2


def test_a_long_answer_is_cut(ledger: Ledger) -> None:
    made = sending(ledger, 1)
    with ledger.write() as connection:
        claim(connection, made.id, "me", NOW, LEASE, 1)
        mark(connection, made.id, "me", [Mark(1, "failed", "5" * 9000)])
        assert len(reasons(connection, made.id)[0][1]) == 500


def test_several_senders_on_a_server_take_different_readers_at_the_same_time(ledger: Ledger) -> None:
    made = sending(ledger, 6)
    with ledger.write() as connection:
        sitting(connection, "other")
    if ledger.dialect == "sqlite":
        with ledger.write() as connection:
            assert len(claim(connection, made.id, "me", NOW, LEASE, 4)[0]) == 4
        return
    with ledger.write() as one, ledger.write() as two:
        first, _ = claim(one, made.id, "me", NOW, LEASE, 3)
        second, _ = claim(two, made.id, "other", NOW, LEASE, 3)
    assert len({reader.sub for reader in first + second}) == 6


def test_who_unsubscribes_while_they_are_taken_comes_before_it_or_after(ledger: Ledger) -> None:
    if ledger.dialect == "sqlite":  # one writer: there is no meanwhile
        return
    made, order = sending(ledger, 1), list[str]()

    def go() -> None:
        with ledger.write() as connection:
            leave(connection, 1)
            state = connection.execute(select(delivery.c.state)).scalar_one()
        order.append(f"left while {state}")

    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 1)
        hand = threading.Thread(target=go)
        hand.start()
        hand.join(0.3)
        order.append("taken")
    hand.join()
    assert len(taken) == 1
    assert order == ["taken", "left while attempting"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["claim", "sent", "later", "refused", "uncertain", "leave", "die", "hold", "pause", "go on"]),
        st.integers(1, 6),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
@pytest.mark.parametrize("ledger_place", ["sqlite"], indirect=True)
def test_whatever_happens_the_account_adds_up_and_who_left_is_not_taken(
    ledger: Ledger, steps: list[tuple[str, int]]
) -> None:
    with ledger.write() as connection:
        for table in (delivery, sender, subscriber):
            connection.execute(delete(table))
        connection.exec_driver_sql("DELETE FROM issue")
    made = sending(ledger, 6)
    clock, left, served, mine = NOW, set[int](), set[int](), dict[int, Addressee]()
    with ledger.write() as connection:
        for step, number in steps:
            clock += timedelta(minutes=1)
            if step == "claim":
                taken, _ = claim(connection, made.id, "me", clock, clock + timedelta(minutes=1), number)
                assert not {one.sub for one in taken} & (left | served | mine.keys())
                mine.update((one.sub, one) for one in taken)
            elif step in ("sent", "later", "refused", "uncertain") and number in mine:
                after = {"sent": "sent", "later": "retry", "refused": "failed", "uncertain": "uncertain"}[step]
                due = clock + timedelta(minutes=2) if after == "retry" else None
                done = Mark(number, after, step, due, clock if after == "sent" else None)  # type: ignore[arg-type]
                assert mark(connection, made.id, "me", [done]) == 1
                served |= {number} if after != "retry" else set()
                del mine[number]
            elif step == "leave":
                leave(connection, number)
                left.add(number)
            elif step in ("die", "hold"):
                release(connection, made.id, "queued" if step == "die" else "uncertain", owners=[], now=clock)
                served |= mine.keys() if step == "hold" else set()
                mine.clear()
            elif step == "pause":
                turn(connection, made.id, ["sending"], "paused")
            elif step == "go on":
                turn(connection, made.id, ["paused"], "sending")
            assert tally(connection, made.id).adds_up
            found = issue_by_id(connection, made.id)
            assert found is not None
            assert found.audience == 6
