import itertools

import pytest
from tests.ledger.people import NOW, later

from inkwright.ledger.open import Ledger
from inkwright.ledger.suppression import STRENGTH, count_suppressed, lift, suppress, suppressed, suppression_of

A, B = b"a" * 32, b"b" * 32


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(STRENGTH, 2)))
def test_the_stronger_reason_stays_in_any_order(ledger: Ledger, first, second):
    with ledger.write() as connection:
        assert suppress(connection, A, first, NOW)
        changed = suppress(connection, A, second, later(1))
        assert changed == (STRENGTH.index(second) > STRENGTH.index(first))
        assert not suppress(connection, A, second, later(2))
        found = suppression_of(connection, A)
    assert found is not None and found.reason == max(first, second, key=STRENGTH.index)
    assert found.at == (later(1) if changed else NOW)


def test_asked_for_many_and_counted(ledger: Ledger):
    with ledger.write() as connection:
        suppress(connection, A, "hard-bounce", NOW)
        suppress(connection, B, "complaint", NOW)
        assert suppressed(connection, [A, b"c" * 32]) == {A: "hard-bounce"}
        assert suppressed(connection, []) == {}
        assert count_suppressed(connection) == {"hard-bounce": 1, "complaint": 1}
        assert suppression_of(connection, b"c" * 32) is None


def test_lifting_leaves_a_complaint(ledger: Ledger):
    with ledger.write() as connection:
        suppress(connection, A, "hard-bounce", NOW)
        suppress(connection, B, "complaint", NOW)
        assert lift(connection, A) and not lift(connection, A) and not lift(connection, B)
        assert suppressed(connection, [A, B]) == {B: "complaint"}
