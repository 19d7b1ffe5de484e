from datetime import UTC, datetime, timedelta

from inkwright.ledger import keys
from inkwright.ledger.open import Ledger

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_retired_key_still_reads_links_to_leave(ledger: Ledger) -> None:
    with ledger.write() as connection:
        first = keys.signing_keys(connection, NOW)[0]
        for day in range(3):
            live = keys.rotate(connection, NOW + timedelta(days=day))
        assert first not in live
        every = keys.every_signing_key(connection)
    assert every[:2] == live
    assert every[-1] == first
    assert len(every) == 4
