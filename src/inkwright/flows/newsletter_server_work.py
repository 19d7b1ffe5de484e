"""What the server does besides answering: asks new readers to confirm, and makes the daily copy of the ledger."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from inkwright.flows.ledger import BACKUPS
from inkwright.flows.newsletter_opt_in import look_at_sign_ups
from inkwright.flows.newsletter_opt_in_send import Hand, send_confirmations
from inkwright.flows.newsletter_relay import relay_of, signing_of
from inkwright.flows.newsletter_server import Office
from inkwright.flows.newsletter_server_hooks import SECRET, Hooks
from inkwright.flows.newsletter_server_mailbox import Postman
from inkwright.ledger import outbox
from inkwright.ledger.backup import daily_backup
from inkwright.model.errors import SettingsError
from inkwright.model.relay import Patience, RelayReply
from inkwright.net.client import Client
from inkwright.net.smtp import send_one
from inkwright.process.secrets import secret

AGAIN = timedelta(hours=1)
"""How often the same trouble is said."""
_PATIENCE = Patience(connect=15.0, command=15.0, taken=30.0)
"""Shorter than a mail belongs to us (`outbox.HELD`): nobody else may take it meanwhile."""
_CERTIFICATE = 65_536
"""Bytes of the largest certificate that is read."""


class Work:
    """The work of one server; several may run on one ledger. `hand` gives mail to the relay."""

    def __init__(self, office: Office, hand: Hand) -> None:
        self._office = office
        self._hand = hand
        self._chance = Random()
        self._said: dict[str, datetime] = {}
        self._copied = ""
        self._postman = Postman(office)

    def turn(self, now: datetime) -> Iterator[str]:
        """Do what is due; lines for the owner's log."""
        office = self._office
        day = now.date().isoformat()
        if day != self._copied:
            self._copied = day
            daily_backup(office.ledger, office.workspace.path(BACKUPS), day)
        with office.ledger.read() as connection:
            waits, due = (outbox.is_due(connection, kind, now) for kind in (outbox.SIGN_UP, outbox.CONFIRM))
        if waits:
            looked = look_at_sign_ups(office, now)
            due = due or bool(looked.asked)
            yield from self._once("alarm", looked.alarm, now)
        if due:
            sent, trouble = send_confirmations(office, self._hand, self._chance.random(), now)
            if sent:
                yield f"asked {sent} to confirm"
            yield from self._once("relay", trouble, now)
        yield from self._postman.turn(now)

    def _once(self, kind: str, said: str, now: datetime) -> Iterator[str]:
        """A line, unless one of its kind was said in the last hour."""
        if said and now - self._said.get(kind, now - AGAIN) >= AGAIN:
            self._said[kind] = now
            yield said


def hand_of(office: Office) -> Hand:
    """What gives mail to the relay of the settings, signed where we sign. Raises UsageError or SettingsError for what
    is missing."""
    settings = office.workspace.settings
    if not settings.newsletter.sender:
        raise SettingsError(
            "mails to confirm need a sender", path="inkwright.toml",
            hint='Set `sender = "Ada <ada@me.dev>"` below [newsletter].',
        )  # fmt: skip
    relay, sign = relay_of(settings, os.environ), signing_of(settings, os.environ)

    def hand(sender: str, to: str, message: bytes) -> RelayReply:
        return send_one(relay, sender, to, sign(message) if sign else message, _PATIENCE)

    return hand


def hooks_of(office: Office) -> Hooks:
    """The web-hooks of a newsletter, with the secret that relays share with it."""
    return Hooks(office, secret(SECRET, os.environ), Client(limit=_CERTIFICATE).get)
