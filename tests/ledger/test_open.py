from sqlalchemy import text

from inkwright.ledger.open import Ledger, open_ledger


def test_opens_twice(ledger: Ledger, ledger_place):
    with ledger.write(durable=True) as connection:
        connection.execute(text("INSERT INTO meta (key, value) VALUES ('a', 'b')"))
    again = open_ledger(ledger_place)
    with again.read() as connection:
        assert connection.execute(text("SELECT value FROM meta")).scalar() == "b"
    again.close()
