"""Lists from elsewhere; the machine of `test_consent` takes them in between everything else."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import select
from tests.ledger.people import NOW, hashed, later, reader

from inkwright.ledger.consent import confirm, declare_imported, history, unsubscribe
from inkwright.ledger.erase import erase
from inkwright.ledger.intake import take_in
from inkwright.ledger.open import Ledger
from inkwright.ledger.subscribers import counts, find
from inkwright.ledger.suppression import suppress, suppression_of
from inkwright.ledger.tables import subscriber
from inkwright.model.subscriber import Intake, Person


def person(who: str = "ada", **more) -> Person:
    address = f"{who}@example.com"
    return Person(1, address, address, **more)


def take(ledger: Ledger, *people: Person, vouched: str = "", at=NOW) -> Intake:
    with ledger.write() as connection:
        return take_in(connection, people, at, source="list.csv", vouched=vouched)


def status(ledger: Ledger, who: str = "ada") -> str:
    with ledger.read() as connection:
        found = find(connection, f"{who}@example.com")
    return found.status if found else "nobody"


def test_without_a_word_of_the_owner_new_people_are_pending(ledger: Ledger):
    assert take(ledger, person(), person("bob", said="pending")) == Intake(pending=2)
    assert status(ledger) == status(ledger, "bob") == "pending"


def test_the_owner_vouches_for_who_is_subscribed_there(ledger: Ledger):
    before = NOW - timedelta(days=300)
    people = (person(created=before, confirmed=before), person("bob", said="pending"), person("eve"))
    assert take(ledger, *people, vouched="double opt-in") == Intake(active=2, pending=1)
    with ledger.read() as connection:
        ada, eve = find(connection, "ada@example.com"), find(connection, "eve@example.com")
        assert ada is not None and eve is not None
        assert (ada.created, ada.confirmed, eve.created, eve.confirmed) == (before, before, NOW, NOW)
        said = history(connection, ada.id)
    assert [(one.kind, one.source) for one in said] == [("imported", "list.csv"), ("declared", "double opt-in")]


@pytest.mark.parametrize("said", ["subscribed", "pending", "unsubscribed"])
@pytest.mark.parametrize("vouched", ["", "they said so"])
@pytest.mark.parametrize("stands", ["pending", "active", "unsubscribed"])
def test_who_is_known_is_only_lowered(ledger: Ledger, stands: str, said, vouched: str):
    with ledger.write() as connection:
        id_ = reader(connection, "ada@example.com", ("gpu",), active=stands != "pending", name="Ada")
        if stands == "unsubscribed":
            unsubscribe(connection, id_, NOW)
    lowered = said == "unsubscribed" and stands != "unsubscribed"
    done = take(ledger, person(said=said, name="Other", tags=("llm",)), vouched=vouched)
    assert done == (Intake(lowered=1) if lowered else Intake(same=1))
    assert status(ledger) == ("unsubscribed" if lowered else stands)
    with ledger.read() as connection:
        found = find(connection, "ada@example.com")
    assert found is not None and (found.name, found.tags) == ("Ada", ("gpu",))


def test_who_bounced_or_complained_there_is_never_mailed_here(ledger: Ledger):
    people = (person(stopped="hard-bounce"), person("bob", said="unsubscribed", stopped="complaint"))
    assert take(ledger, *people, vouched="x") == Intake(stopped=2)
    assert take(ledger, *people, vouched="x") == Intake(same=2)
    with ledger.write() as connection:
        for who, reason in (("ada", "hard-bounce"), ("bob", "complaint")):
            found = suppression_of(connection, hashed(connection, f"{who}@example.com"))
            assert found is not None and found.reason == reason
    assert (status(ledger), status(ledger, "bob")) == ("active", "unsubscribed")


@pytest.mark.parametrize("reason", ["hard-bounce", "complaint", "owner"])
def test_who_is_suppressed_here_does_not_come_in(ledger: Ledger, reason):
    with ledger.write() as connection:
        suppress(connection, hashed(connection, "ada@example.com"), reason, NOW)
    assert take(ledger, person(), vouched="x") == Intake(barred=1)
    assert status(ledger) == "nobody"


def test_who_was_erased_does_not_come_back(ledger: Ledger):
    with ledger.write() as connection:
        reader(connection, "ada@example.com")
        erase(connection, "ada@example.com", hashed(connection, "ada@example.com"), NOW)
    for _ in range(2):
        assert take(ledger, person(), vouched="x", at=later(100)) == Intake(barred=1)
    assert status(ledger) == "nobody"


def test_an_address_twice_in_one_list_counts_as_it_is_said_worst(ledger: Ledger):
    twice = (person(name="Ada"), person(said="unsubscribed", name="A."), person())
    assert take(ledger, *twice, vouched="x") == Intake(left=1, same=2)
    with ledger.read() as connection:
        found = find(connection, "ada@example.com")
    assert found is not None and (found.status, found.name) == ("unsubscribed", "Ada")


def test_times_that_lie_ahead_are_now(ledger: Ledger):
    take(ledger, person(created=later(400), confirmed=later(500)), vouched="x")
    with ledger.read() as connection:
        found = find(connection, "ada@example.com")
    assert found is not None and found.created == found.confirmed == NOW


WHO = st.sampled_from([f"r{n}" for n in range(8)])
PEOPLE = st.lists(
    st.builds(
        person,
        WHO,
        said=st.sampled_from(["subscribed", "pending", "unsubscribed"]),
        stopped=st.sampled_from([None, None, None, "soft-bounces", "hard-bounce", "complaint"]),
    ),
    max_size=20,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(people=PEOPLE, cut=st.integers(0, 20))
def test_in_two_parts_is_as_in_one(ledger: Ledger, people: list[Person], cut: int):
    """What an interrupted import does: who may be mailed at the end is the same, wherever it was cut."""

    def outcome(*parts: list[Person]) -> dict[str, tuple[str, bool]]:
        with ledger.engine.connect() as connection, connection.begin() as transaction:
            for part in parts:
                take_in(connection, part, NOW, source="list.csv", vouched="x")
            found = connection.execute(select(subscriber.c.email_norm, subscriber.c.status, subscriber.c.email_hmac))
            rows = {
                row.email_norm: (row.status, suppression_of(connection, row.email_hmac) is not None)
                for row in found.all()
            }
            transaction.rollback()
        return rows

    def mailable(rows: dict[str, tuple[str, bool]]) -> set[str]:
        return {who for who, (state, stopped) in rows.items() if state == "active" and not stopped}

    assert mailable(outcome(people[:cut], people)) == mailable(outcome(people))


def test_an_address_twice_in_a_long_list_counts_as_it_is_said_worst(ledger: Ledger):
    """The parts of a list that is longer than one piece."""
    assert take(ledger, person(), vouched="x") == Intake(active=1)
    assert take(ledger, person(said="pending"), vouched="x") == Intake(lowered=1)
    assert status(ledger) == "pending"
    assert take(ledger, person(), vouched="x") == take(ledger, person(said="pending")) == Intake(same=1)


def test_another_list_casts_no_doubt(ledger: Ledger):
    take(ledger, person(), vouched="x")
    with ledger.write() as connection:
        assert take_in(connection, [person(said="pending")], later(1), source="other.csv") == Intake(same=1)
    assert status(ledger) == "active"


def test_whom_the_owner_spoke_for_later_is_in_no_doubt(ledger: Ledger):
    take(ledger, person(said="pending"))
    with ledger.write() as connection:
        assert declare_imported(connection, later(1), "they agreed") == 1
    assert take(ledger, person(said="pending"), at=later(2)) == Intake(same=1)
    assert status(ledger) == "active"


def test_confirming_here_is_not_undone_by_an_older_list(ledger: Ledger):
    take(ledger, person(said="pending"))
    with ledger.write() as connection:
        found = find(connection, "ada@example.com")
        assert found is not None and confirm(connection, found.id, NOW)
    assert take(ledger, person(said="pending")) == Intake(same=1)
    assert status(ledger) == "active"


def test_nothing_is_nothing(ledger: Ledger):
    assert take(ledger) == Intake()
    with ledger.read() as connection:
        assert counts(connection) == {"active": 0, "pending": 0, "unsubscribed": 0}


def test_sums_add_up():
    one = Intake(1, 2, 3, 4, 5, 6, 7)
    assert one + one == Intake(2, 4, 6, 8, 10, 12, 14) and one.total == 28
    assert replace(one, same=0).total == 21
