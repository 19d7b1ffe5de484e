import pytest
from sqlalchemy import select
from tests.ledger.people import NOW, hashed, reader

from inkwright.ledger.audience import may_be_mailed, reader_may_be_mailed, wants
from inkwright.ledger.consent import unsubscribe
from inkwright.ledger.open import Ledger
from inkwright.ledger.suppression import suppress
from inkwright.ledger.tables import delivery, issue, subscriber


@pytest.fixture
def four(ledger: Ledger) -> Ledger:
    with ledger.write() as connection:
        reader(connection, "active@example.com", ("gpu",))
        reader(connection, "pending@example.com", active=False)
        unsubscribe(connection, reader(connection, "left@example.com"), NOW)
        reader(connection, "bounced@example.com")
        suppress(connection, hashed(connection, "bounced@example.com"), "hard-bounce", NOW)
        reader(connection, "all@example.com", ("vip",))
    return ledger


def mailed(ledger: Ledger, *more) -> list[str]:
    with ledger.read() as connection:
        found = select(subscriber.c.email).where(may_be_mailed(), *more).order_by(subscriber.c.id)
        return list(connection.execute(found).scalars())


def test_only_who_agreed_and_against_whom_nothing_stands(four: Ledger):
    assert mailed(four) == ["active@example.com", "all@example.com"]


def test_the_same_by_id_for_a_statement_over_deliveries(four: Ledger):
    with four.write() as connection:
        connection.execute(issue.insert().values(slug="a", state="draft", made=NOW))
        ids = connection.execute(select(subscriber.c.id).order_by(subscriber.c.id)).scalars().all()
        for id_ in (*ids, 99):
            connection.execute(delivery.insert().values(issue=1, sub=id_, addr="x", state="queued"))
        may = select(delivery.c.sub).where(reader_may_be_mailed(delivery.c.sub)).order_by(delivery.c.sub)
        assert connection.execute(may).scalars().all() == [ids[0], ids[4]]


def test_a_list_goes_to_who_chose_it_and_to_who_chose_none(four: Ledger):
    assert mailed(four, wants("gpu", ("gpu", "llm"))) == ["active@example.com", "all@example.com"]
    assert mailed(four, wants("llm", ("gpu", "llm"))) == ["all@example.com"]
    assert wants("", ("gpu", "llm")) is None
