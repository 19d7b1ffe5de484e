"""The mailbox that mail returns to -> readers who are suppressed or have left. What proves nothing changes nothing."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from inkwright.flows.ledger import ledger_for_writing
from inkwright.flows.newsletter_feedback import act
from inkwright.model.errors import SettingsError, UsageError
from inkwright.model.feedback import FeedbackKind
from inkwright.net.imap import ImapMailbox
from inkwright.newsletter.bounce import read_returned
from inkwright.process.secrets import secret
from inkwright.workspace.folder import Workspace
from inkwright.workspace.maildir import MaildirMailbox

PASSWORD = "INKWRIGHT_IMAP_PASSWORD"


class Mailbox(Protocol):
    """A mailbox that is open for one visit."""

    def new(self) -> Iterator[tuple[str, bytes]]:
        """Names and mails that were not marked yet."""

    def mark(self, name: str, *, flagged: bool = False) -> None:
        """Mark one as read, with a flag where a person should look at it."""


class Returned(Struct, frozen=True):
    """What one visit brought: mails read, by what they led to (`suppressed`, `unsubscribed`, `noted`, `known`,
    `nobody` for those that prove nothing, `other` for those that say nothing of a reader), and by kind."""

    mails: int
    outcome: Mapping[str, int]
    kinds: Mapping[FeedbackKind, int]


def mailbox_of(
    workspace: Workspace, maildir: str, environment: Mapping[str, str] | None = None
) -> AbstractContextManager[Mailbox]:
    """The mailbox to visit: a maildir that the user names, else the one of the settings. Raises UsageError or
    SettingsError for what is missing."""
    own = workspace.settings.newsletter
    if not own.bounces:
        hint = 'Set `bounces = "bounces@me.dev"` below [newsletter].'
        raise SettingsError("no mailbox for returned mail is set", path="inkwright.toml", hint=hint)
    if maildir:
        return MaildirMailbox(maildir)
    if not own.imap_host:
        hint = "Set `imap_host` below [newsletter], or give a folder with --maildir."
        raise UsageError("where the returned mail lies is not known", hint=hint)
    password = secret(PASSWORD, os.environ if environment is None else environment)
    if not password:
        hint = f"Put it into the environment as {PASSWORD}, or into the keyring: keyring set inkwright {PASSWORD}."
        raise UsageError(f"the mailbox at {own.imap_host} needs a password", hint=hint)
    return ImapMailbox(own.imap_host, own.imap_port, own.imap_user or own.bounces, password, own.imap_folder)


def read_bounces(workspace: Workspace, place: AbstractContextManager[Mailbox], now: datetime) -> Returned:
    """Deal with all that is new. A mail is marked when what it says is on the disk: killed in between, it is read
    again and counts once. What nobody understood gets a flag and is left for the owner."""
    outcome: Counter[str] = Counter()
    kinds: Counter[FeedbackKind] = Counter()
    mailbox = workspace.settings.newsletter.bounces
    with place as box, ledger_for_writing(workspace, now) as ledger:
        for name, raw in box.new():
            told = read_returned(raw, mailbox)
            if told is None:
                outcome["other"] += 1
                box.mark(name, flagged=True)
                continue
            with ledger.write(durable=True) as connection:
                done = act(connection, told, now)
            outcome[done] += 1
            kinds[told.kind] += done not in ("nobody", "known")
            box.mark(name, flagged=done == "nobody")
    return Returned(outcome.total(), dict(sorted(outcome.items())), {kind: kinds[kind] for kind in sorted(kinds)})
