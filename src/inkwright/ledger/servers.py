"""Which newsletter servers run on a ledger: a fact for each, so that nobody swaps the ledger below one."""

import json

from msgspec import Struct
from sqlalchemy import Connection, select

from inkwright.ledger.marks import set_mark
from inkwright.ledger.tables import meta

_PREFIX = "server-"


class Running(Struct, frozen=True):
    """A process, as `process.living` knows it."""

    host: str
    pid: int
    boot: str


def put_up(connection: Connection, one: Running) -> None:
    """A server begins."""
    set_mark(connection, _key(one), json.dumps([one.host, one.pid, one.boot]))


def take_down(connection: Connection, one: Running) -> None:
    """A server ends, or is known to have ended."""
    set_mark(connection, _key(one), "")


def servers(connection: Connection) -> list[Running]:
    """The servers that began and did not say that they ended."""
    kept = select(meta.c.value).where(meta.c.key.startswith(_PREFIX, autoescape=True)).order_by(meta.c.key)
    return [Running(*json.loads(value)) for value in connection.execute(kept).scalars()]


def _key(one: Running) -> str:
    return f"{_PREFIX}{one.host}-{one.pid}"
