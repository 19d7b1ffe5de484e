"""The mailbox that mail returns to, read by the server now and then where the settings name it."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta

from inkwright.flows.newsletter_bounces import mailbox_of, read_bounces
from inkwright.flows.newsletter_server import Office
from inkwright.model.errors import NetError

EVERY = timedelta(minutes=10)
"""Between two visits. **Source:** own choice: who asks to leave by mail must be gone within two days (RFC 8058 has no
term; the rules for senders of large mailboxes say two days)."""


class Postman:
    """Visits the mailbox of one newsletter; nothing where the settings name none."""

    def __init__(self, office: Office) -> None:
        self._workspace = office.workspace
        self._due: datetime | None = None
        self._wanted = bool(office.settings.imap_host and office.settings.bounces)

    def turn(self, now: datetime) -> Iterator[str]:
        """Read what is new when it is time; lines for the owner's log. Raises UsageError when the password is missing,
        once each time."""
        if not self._wanted or (self._due is not None and now < self._due):
            return
        self._due = now + EVERY
        try:
            found = read_bounces(self._workspace, mailbox_of(self._workspace, "", os.environ), now)
        except NetError as error:
            yield str(error)
            return
        if found.mails:
            yield "mail came back: " + ", ".join(f"{n} {what}" for what, n in found.outcome.items())
