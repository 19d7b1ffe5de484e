import sqlite3

import pytest

from inkwright.ledger.faults import fault
from inkwright.model.errors import LedgerKind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "full"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"),
        (sqlite3.SQLITE_CANTOPEN, "closed"),
        (sqlite3.SQLITE_MISUSE, "other"),
    ],
)
def test_what_a_database_says_has_a_kind_and_a_sentence(code: int, kind: LedgerKind) -> None:
    error = sqlite3.OperationalError("inside")
    error.sqlite_errorcode = code
    found = fault(error, "private/inkwright.db")
    assert (found.kind, found.path) == (kind, "private/inkwright.db")
    assert found.message
