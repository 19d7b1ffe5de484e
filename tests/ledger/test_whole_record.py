from tests.ledger.people import NOW, hashed, reader
from tests.ledger.test_erase import EMAIL, fill

from inkwright.ledger.erase import erase
from inkwright.ledger.open import Ledger
from inkwright.ledger.suppression import suppress
from inkwright.ledger.whole_record import whole_record


def test_a_reader_is_given_all_that_is_known_and_nothing_of_others(ledger: Ledger):
    fill(ledger)
    with ledger.read() as connection:
        found = whole_record(connection, EMAIL.lower())
    assert found is not None
    assert (found["email"], found["name"], found["status"], found["suppressed"]) == (
        EMAIL, "Ada Lovelace", "active", None,
    )  # fmt: skip
    assert [one["kind"] for one in found["consent"]] == ["asked", "confirmed"]
    assert [(one["issue"], one["addr"], one["state"]) for one in found["deliveries"]] == [
        ("s1", EMAIL, "sent"), ("s2", EMAIL, "queued"), ("s3", EMAIL, "retry"), ("s4", EMAIL, "failed"),
    ]  # fmt: skip
    assert found["links_followed"] == [{"url": "https://example.com", "kind": "human", "at": NOW}]
    assert [one["kind"] for one in found["bounces"]] == ["bounce"] and len(found["mails"]) == 1
    assert "bob@example.com" not in repr(found)
    assert "salt" not in repr(found) and "hmac" not in repr(found)


def test_of_who_is_suppressed_and_who_is_unknown(ledger: Ledger):
    with ledger.read() as connection:
        assert whole_record(connection, "nobody@example.com") is None
    with ledger.write() as connection:
        reader(connection, "ada@example.com")
        suppress(connection, hashed(connection, "ada@example.com"), "hard-bounce", NOW)
        assert whole_record(connection, "ada@example.com")["suppressed"] == {"reason": "hard-bounce", "at": NOW}
        erase(connection, "ada@example.com", hashed(connection, "ada@example.com"), NOW)
        assert whole_record(connection, "ada@example.com") == {"suppressed": {"reason": "erased", "at": NOW}}
        assert whole_record(connection, "nobody@example.com") is None
