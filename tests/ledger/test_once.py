"""Several programs do the same at the same moment, on both databases."""

import threading
from collections.abc import Callable

from sqlalchemy import Connection, text
from tests.ledger.people import NOW, hashed

from inkwright.ledger.consent import ask, confirm, history
from inkwright.ledger.intake import take_in
from inkwright.ledger.keys import address_key, signing_keys
from inkwright.ledger.open import Ledger
from inkwright.ledger.suppression import suppress
from inkwright.model.subscriber import Address, Person

MANY = 6


def together(ledger: Ledger, work: Callable[[Connection], object]) -> list[object]:
    """What each of some threads got that start at once; an error in one is raised."""
    start, got, wrong = threading.Barrier(MANY), [], []

    def run() -> None:
        start.wait()
        try:
            with ledger.write() as connection:
                got.append(work(connection))
        except Exception as error:  # noqa: BLE001
            wrong.append(error)

    threads = [threading.Thread(target=run) for _ in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    return got


def count(ledger: Ledger, table: str) -> int:
    with ledger.read() as connection:
        return connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()


def test_one_address_key_is_made(ledger: Ledger):
    assert len(set(together(ledger, lambda connection: address_key(connection, NOW)))) == 1


def test_whoever_signs_first_all_accept_it(ledger: Ledger):
    """Several keys may come of it; the newest two are live from then on, and every later asking gives the same."""
    together(ledger, lambda connection: signing_keys(connection, NOW))
    assert len(set(together(ledger, lambda connection: signing_keys(connection, NOW)))) == 1


def test_somebody_who_asks_twice_at_once_is_one_reader(ledger: Ledger):
    ada = Address("ada@example.com", "ada@example.com")
    for _ in range(5):
        asked = together(ledger, lambda connection: ask(connection, ada, hashed(connection, ada.norm), NOW))
        assert {one.state for one in asked} == {"pending"} and len({one.subscriber for one in asked}) == 1
    assert count(ledger, "subscriber") == 1


def test_confirming_at_once_is_confirming_once(ledger: Ledger):
    ada = Address("ada@example.com", "ada@example.com")
    with ledger.write() as connection:
        id_ = ask(connection, ada, hashed(connection, ada.norm), NOW).subscriber
        assert id_ is not None
    assert sorted(together(ledger, lambda connection: confirm(connection, id_, NOW))) == [False] * (MANY - 1) + [True]
    with ledger.read() as connection:
        assert [one.kind for one in history(connection, id_)] == ["asked", "confirmed"]


def test_a_list_that_comes_twice_at_once_comes_once(ledger: Ledger):
    people = [Person(n, f"r{n}@example.com", f"r{n}@example.com", stopped="hard-bounce" if n % 7 == 0 else None)
              for n in range(300)]  # fmt: skip
    done = together(ledger, lambda connection: take_in(connection, people, NOW, source="list", vouched="x"))
    assert sum(one.active for one in done) == 300 - 43 and count(ledger, "subscriber") == 300
    assert count(ledger, "consent_event") == 600 and all(one.total == 300 for one in done)


def test_a_bounce_that_is_told_twice_at_once(ledger: Ledger):
    together(ledger, lambda connection: suppress(connection, b"a" * 32, "hard-bounce", NOW))
    assert count(ledger, "suppression") == 1
