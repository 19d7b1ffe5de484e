import pytest
from sqlalchemy import text
from tests.ledger.people import NOW

from inkwright.ledger.keys import address_hash, address_key, known_address_key, rotate, signing_keys
from inkwright.ledger.open import Ledger


def test_keys_are_made_once_and_stay(ledger: Ledger):
    with ledger.write() as connection:
        assert known_address_key(connection) is None
        first, address = signing_keys(connection, NOW), address_key(connection, NOW)
    with ledger.write() as connection:
        assert signing_keys(connection, NOW) == first and len(first) == 1
        assert address_key(connection, NOW) == address == known_address_key(connection)
    assert len(first[0].value) == 32 and first[0].value != address
    assert "value" not in repr(first[0])


def test_after_a_rotation_two_are_live_and_the_newest_signs(ledger: Ledger):
    with ledger.write() as connection:
        (first,) = signing_keys(connection, NOW)
        second, also_first = rotate(connection, NOW)
        assert also_first == first and second.id > first.id
        third, also_second = rotate(connection, NOW)
        assert also_second == second and third.id > second.id
        assert signing_keys(connection, NOW) == (third, second)
        retired = connection.execute(text("SELECT count(*) FROM secret WHERE retired IS NOT NULL")).scalar()
        assert retired == 1


def test_there_is_one_address_key_for_ever(ledger: Ledger):
    with ledger.write() as connection:
        address_key(connection, NOW)
    with pytest.raises(Exception, match=r"(?i)unique"), ledger.write() as connection:
        connection.execute(
            text("INSERT INTO secret (kind, value, made) VALUES ('address', :value, 0)"), {"value": b"v" * 32}
        )


def test_a_hash_needs_the_key():
    assert address_hash(b"k" * 32, "ada@example.com") != address_hash(b"l" * 32, "ada@example.com")
    assert address_hash(b"k" * 32, "ada@example.com") != address_hash(b"k" * 32, "bob@example.com")
    assert len(address_hash(b"k" * 32, "ada@example.com")) == 32
