from tests.ledger.people import NOW, hashed, later, reader

from inkwright.ledger.carry import Withdrawals, carry_over, withdrawals
from inkwright.ledger.consent import unsubscribe
from inkwright.ledger.erase import erase
from inkwright.ledger.open import Ledger
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppress, suppression_of


def test_who_left_since_stays_away_in_an_older_ledger(ledger: Ledger):
    with ledger.write() as connection:
        for who in ("stays", "left", "bounced", "erased"):
            reader(connection, f"{who}@example.com")
        known = Withdrawals(
            ("left@example.com", "nobody@example.com"),
            (
                (hashed(connection, "bounced@example.com"), "hard-bounce", later(-1)),
                (hashed(connection, "erased@example.com"), "erased", later(-1)),
                (b"n" * 32, "erased", later(-1)),
            ),
        )
        assert carry_over(connection, known, NOW) == 4
        assert carry_over(connection, known, NOW) == 0
        states = {who: find(connection, f"{who}@example.com") for who in ("stays", "left", "bounced", "erased")}
        assert states["erased"] is None
        assert {who: one.status for who, one in states.items() if one} == {
            "stays": "active", "left": "unsubscribed", "bounced": "active",
        }  # fmt: skip
        assert suppression_of(connection, hashed(connection, "bounced@example.com")).at == later(-1)
        assert suppression_of(connection, b"n" * 32).reason == "erased"
        assert suppression_of(connection, hashed(connection, "stays@example.com")) is None


def test_what_a_ledger_knows_of_withdrawals(ledger: Ledger):
    with ledger.write() as connection:
        reader(connection, "stays@example.com")
        unsubscribe(connection, reader(connection, "left@example.com"), NOW)
        reader(connection, "gone@example.com")
        gone, bad = hashed(connection, "gone@example.com"), hashed(connection, "bad@example.com")
        erase(connection, "gone@example.com", gone, NOW)
        suppress(connection, bad, "complaint", NOW)
        known = withdrawals(connection)
    assert known.unsubscribed == ("left@example.com",)
    assert set(known.suppressed) == {(gone, "erased", NOW), (bad, "complaint", NOW)}
