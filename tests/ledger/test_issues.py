from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from tests.ledger.sending import LEASE, NOW, add_readers, leave, sending

from inkwright.ledger.deliveries import claim, mark, tally
from inkwright.ledger.issues import body_of, count_audience, finish, freeze, issue_by_id, issues, issues_of, turn
from inkwright.ledger.open import Ledger
from inkwright.ledger.suppression import suppress
from inkwright.ledger.tables import delivery, issue, subscriber
from inkwright.model.delivery import Mark, Tally

FROZEN = {"subject": "Hello", "from_addr": "ada@me.dev", "body": b"bytes", "list_": "", "lists": (), "now": NOW}


def test_the_audience_is_who_may_be_mailed_at_that_moment(ledger: Ledger) -> None:
    with ledger.write() as connection:
        add_readers(connection, 5)
        leave(connection, 1)
        connection.execute(update(subscriber).where(subscriber.c.id == 2).values(status="pending"))
        suppress(connection, sha256(b"3").digest(), "complaint", NOW)
        assert count_audience(connection, "", ()) == 2
        made = freeze(connection, "post", **FROZEN)
        add_readers(connection, 1, start=6)
        leave(connection, 4)
        assert tally(connection, made.id) == Tally(2, queued=2)
        assert (made.state, made.audience, made.frozen_at) == ("frozen", 2, NOW)
        addresses = connection.execute(select(delivery.c.addr).order_by(delivery.c.sub)).scalars()
        assert list(addresses) == ["reader4@example.org", "reader5@example.org"]


def test_an_issue_to_a_list_goes_to_those_who_chose_it_or_chose_nothing(ledger: Ledger) -> None:
    with ledger.write() as connection:
        add_readers(connection, 2, ",gpu,")
        add_readers(connection, 3, ",essays,", start=10)
        add_readers(connection, 4, ",vip,", start=20)
        lists = ("gpu", "essays")
        assert count_audience(connection, "gpu", lists) == 6
        assert freeze(connection, "post", **{**FROZEN, "list_": "gpu", "lists": lists}).audience == 6
        assert count_audience(connection, "", lists) == 9


def test_an_empty_audience_is_frozen_too_and_done_at_once(ledger: Ledger) -> None:
    with ledger.write() as connection:
        made = freeze(connection, "post", **FROZEN)
        assert made.audience == 0
        assert not finish(connection, made.id, NOW)
        assert turn(connection, made.id, ["frozen"], "sending")
        assert finish(connection, made.id, NOW)


def test_a_slug_is_frozen_once(ledger: Ledger) -> None:
    with ledger.write() as connection:
        freeze(connection, "post", **FROZEN)
    with pytest.raises(IntegrityError), ledger.write() as connection:
        freeze(connection, "post", **FROZEN)
    with ledger.read() as connection:
        assert len(issues(connection)) == 1


def test_the_bytes_are_kept_and_a_change_of_them_is_seen(ledger: Ledger) -> None:
    body = bytes(range(256)) * 400
    with ledger.write() as connection:
        made = freeze(connection, "post", **{**FROZEN, "body": body})
        assert body_of(connection, made.id) == (body, True)
        connection.execute(update(issue).values(body=b"other"))
        assert body_of(connection, made.id) == (b"other", False)


def test_an_issue_is_sent_only_when_nobody_waits(ledger: Ledger) -> None:
    made = sending(ledger, 3)
    with ledger.write() as connection:
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 2)
        assert not finish(connection, made.id, NOW)
        marks = [Mark(taken[0].sub, "sent", "250", sent_at=NOW), Mark(taken[1].sub, "retry", "451", due=NOW)]
        mark(connection, made.id, "me", marks)
        assert not finish(connection, made.id, NOW)
        taken, _ = claim(connection, made.id, "me", NOW, LEASE, 2)
        assert not finish(connection, made.id, NOW)
        mark(connection, made.id, "me", [Mark(one.sub, "failed", "550 no") for one in taken])
        assert finish(connection, made.id, NOW + timedelta(hours=1))
        found = issue_by_id(connection, made.id)
    assert found is not None
    assert (found.state, found.done_at) == ("sent", NOW + timedelta(hours=1))


def test_states_change_only_from_the_state_that_was_meant(ledger: Ledger) -> None:
    made = sending(ledger, 1)
    with ledger.write() as connection:
        assert not turn(connection, made.id, ["frozen"], "sending")
        assert turn(connection, made.id, ["sending"], "paused", "by hand")
        assert issues(connection, ["paused"])[0].pause_reason == "by hand"
        assert turn(connection, made.id, ["paused"], "sending")
        assert issues(connection, ["sending"])[0].pause_reason == ""


def test_all_sends_of_a_post_are_found_and_no_others(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for slug in ("my_post", "my_post#2", "my-post", "my_post-too", "myxpost#2"):
            freeze(connection, slug, **FROZEN)
        assert [one.slug for one in issues_of(connection, "my_post")] == ["my_post", "my_post#2"]
        assert issues_of(connection, "none") == ()
        assert issue_by_id(connection, 99) is None
