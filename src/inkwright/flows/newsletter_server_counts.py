"""Opened mails, followed links and visits -> numbers by day, where the owner said so; else nothing is looked at."""

import secrets
from datetime import datetime

from inkwright.flows.newsletter_server import Office
from inkwright.ledger import visits
from inkwright.newsletter.counting import Visitors, clicked_by, opened_by, plain_path

_LARGEST = (1 << 63) - 1
"""Numbers beyond it fit no column."""


class Counter:
    """Counts for one newsletter. Who asks is told apart within a day, in memory, and kept nowhere."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._visitors = Visitors(lambda: secrets.token_bytes(32))

    def opened(self, issue: int, address: str, agent: str, now: datetime) -> None:
        """Somebody loaded the picture of an issue; the same one counts once a day."""
        day = now.date().isoformat()
        if (
            not self._office.settings.tracking
            or issue > _LARGEST
            or not self._visitors.is_new(day, f"open {issue}", address, agent)
        ):
            return
        with self._office.ledger.write() as connection:
            visits.count_open(connection, issue, day, opened_by(agent))

    def followed(self, link: int, address: str, agent: str, now: datetime) -> str:
        """Where a stored link leads, "" for a number that none has. While tracking is off it still leads there."""
        if link > _LARGEST:
            return ""
        with self._office.ledger.read() as connection:
            found = visits.link_target(connection, link)
        if found is None:
            return ""
        day = now.date().isoformat()
        if self._office.settings.tracking and self._visitors.is_new(day, f"click {link}", address, agent):
            with self._office.ledger.write() as connection:
                visits.count_click(connection, link, clicked_by(agent), now)
        return found[0]

    def visited(self, written: str, address: str, agent: str, now: datetime) -> None:
        """Somebody reads a page of the blog; programs that name themselves are not counted."""
        path = plain_path(written)
        if not self._office.settings.visits or not path or opened_by(agent) == "scanner":
            return
        day = now.date().isoformat()
        new = self._visitors.is_new(day, "visit", address, agent)
        with self._office.ledger.write() as connection:
            visits.count_visit(connection, day, path, new_visitor=new)
