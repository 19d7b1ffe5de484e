"""The mails that ask to confirm -> the relay. What a crash leaves in hand is sent again a little later."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parseaddr

from inkwright.flows.newsletter_server import Office, name_of
from inkwright.ledger import outbox
from inkwright.ledger.keys import signing_keys
from inkwright.ledger.subscribers import find_id, hash_of_id
from inkwright.ledger.suppression import suppression_of
from inkwright.model.errors import NetError
from inkwright.model.mailing import Head
from inkwright.model.outgoing import Outgoing
from inkwright.model.relay import RelayReply
from inkwright.newsletter.links import confirm_url, tagged_mailbox
from inkwright.newsletter.message import message_id
from inkwright.newsletter.opt_in import confirmation
from inkwright.newsletter.retry import wait
from inkwright.newsletter.tokens import make_token

Hand = Callable[[str, str, bytes], RelayReply]
"""Gives a message from an address to an address to the relay. Raises NetError."""
_OURS = timedelta(minutes=15)
"""When it is tried again after something that is no fault of the reader."""


def send_confirmations(office: Office, hand: Hand, chance: float, now: datetime) -> tuple[int, str]:
    """Send what is due; how many the relay took, and what is wrong with the relay ("" for nothing). `chance` in [0, 1)
    spreads the next tries."""
    sent = 0
    while True:
        with office.ledger.write() as connection:
            item = outbox.take(connection, outbox.CONFIRM, now)
        if item is None:
            return sent, ""
        written = _written(office, item, now)
        if written is None:
            continue
        try:
            reply = hand(*written)
        except NetError as error:
            _put_off(office, item, now + _OURS, str(error))
            return sent, str(error)
        _settle(office, item, reply, chance, now)
        sent += reply.said == "sent"
        if reply.said == "sender":
            return sent, f"the relay takes nothing from this sender: {reply}"


def _written(office: Office, item: Outgoing, now: datetime) -> tuple[str, str, bytes] | None:
    """Sender, address and bytes of the mail for one reader, with a link that holds from now; None when there is no
    longer anything to ask."""
    settings = office.workspace.settings
    own, name = settings.newsletter, name_of(settings)
    with office.ledger.write() as connection:
        reader = find_id(connection, item.subscriber or 0)
        hashed = hash_of_id(connection, item.subscriber or 0)
        if reader is None or hashed is None or reader.status != "pending" or suppression_of(connection, hashed):
            outbox.mark_failed(connection, item, "nothing to ask any more")
            return None
        key = signing_keys(connection, now)[0].value
        sender = parseaddr(own.sender)[1]
        token = make_token(key, "confirm", int(now.timestamp()), reader.id, reader.token_salt)
        back = make_token(key, "bounce", 0, reader.id, reader.token_salt)
        head = Head(own.sender, f"Please confirm: {name}", own.reply_to, name, archive=settings.base_url)
        id_ = message_id(key, 0, item.id, sender.rpartition("@")[2])
        try:
            message = confirmation(head, reader.email, id_, confirm_url(office.base, token), now)
        except ValueError as error:
            outbox.mark_failed(connection, item, str(error))
            return None
    return tagged_mailbox(own.bounces, back) if own.bounces else sender, reader.email, message


def _settle(office: Office, item: Outgoing, reply: RelayReply, chance: float, now: datetime) -> None:
    again = wait(item.attempts, chance, soon=reply.said in ("lost", "closing"))
    pause = _OURS if reply.said == "sender" else None if reply.said in ("sent", "refused") else again
    if pause is not None:
        _put_off(office, item, now + pause, str(reply))
        return
    with office.ledger.write(durable=reply.said == "sent") as connection:
        settle = outbox.mark_sent if reply.said == "sent" else outbox.mark_failed
        settle(connection, item, str(reply))


def _put_off(office: Office, item: Outgoing, due: datetime, why: str) -> None:
    with office.ledger.write() as connection:
        outbox.put_back(connection, item, due, why)
