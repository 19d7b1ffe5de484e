"""The message of each reader: the frozen one, filled with what is theirs, signed, and the address it returns to."""

from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime, parseaddr

from inkwright.ledger.keys import every_signing_key, signing_keys
from inkwright.ledger.open import Ledger
from inkwright.model.delivery import Addressee, Issue
from inkwright.model.errors import UsageError
from inkwright.model.mailing import Frozen, Personal
from inkwright.model.settings import Settings
from inkwright.newsletter.doors import Letter
from inkwright.newsletter.links import preferences_url, tagged_mailbox, unsubscribe_url
from inkwright.newsletter.message import message_id, splice
from inkwright.newsletter.tokens import make_token


def letters(
    settings: Settings, ledger: Ledger, issue: Issue, frozen: Frozen, sign: Callable[[bytes], bytes] | None,
    clock: Callable[[], datetime],
) -> Callable[[Addressee], Letter]:  # fmt: skip
    """What makes the message of a reader. Keys are read once; a message has the same id at every try, whatever was
    rotated since. Raises UsageError when readers could not leave."""
    url, mailbox = settings.newsletter.url, settings.newsletter.bounces
    if not url and not mailbox:
        hint = "Set [newsletter] url to the address of `inkwright newsletter server`, or bounces to a mailbox of yours."
        raise UsageError("readers would have no way to unsubscribe", hint=hint)
    with ledger.write(durable=True) as connection:
        key = signing_keys(connection, clock())[0].value
        first = every_signing_key(connection)[-1].value
    own = parseaddr(settings.newsletter.sender)[1]
    domain = own.rpartition("@")[2]

    def letter(to: Addressee) -> Letter:
        leave = make_token(key, "unsubscribe", issue.id, to.sub, to.salt)
        personal = Personal(
            to.addr, format_datetime(clock()), message_id(first, issue.id, to.sub, domain), to.name,
            unsubscribe=unsubscribe_url(url, leave) if url else "",
            one_click=unsubscribe_url(url, leave) if url else "",
            preferences=preferences_url(url, make_token(key, "preferences", issue.id, to.sub, to.salt)) if url else "",
            mailto=tagged_mailbox(mailbox, leave) if mailbox else "",
        )  # fmt: skip
        message = splice(frozen, personal)
        back = tagged_mailbox(mailbox, make_token(key, "bounce", issue.id, to.sub, to.salt)) if mailbox else own
        return Letter(back, sign(message) if sign else message)

    return letter
