from inkwright.ledger.open import Ledger
from inkwright.ledger.servers import Running, put_up, servers, take_down


def test_servers_are_known_until_they_end(ledger: Ledger):
    one, two = Running("here", 1, "a b"), Running("there", 1, "")
    with ledger.write() as connection:
        assert servers(connection) == []
        put_up(connection, one)
        put_up(connection, two)
        put_up(connection, one)
        assert servers(connection) == [one, two]
        take_down(connection, one)
        assert servers(connection) == [two]
