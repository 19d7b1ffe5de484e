"""An issue sent to the writer alone, through the relay that readers get it by. No ledger is touched."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime, parseaddr

from inkwright.flows.newsletter_issue import Drafted, drafted
from inkwright.flows.newsletter_relay import relay_of, signing_of
from inkwright.model.errors import UsageError
from inkwright.model.mailing import Personal
from inkwright.model.relay import RelayReply
from inkwright.net.smtp import Line
from inkwright.newsletter.headers import checked
from inkwright.newsletter.links import preferences_url, unsubscribe_url
from inkwright.newsletter.message import message_id, splice
from inkwright.workspace.folder import Workspace

MARK = "[Test] "
"""Stands before the subject of a test."""


def send_test(
    workspace: Workspace, name: str, addresses: Sequence[str], now: datetime, environment: Mapping[str, str]
) -> tuple[Drafted, list[tuple[str, RelayReply]]]:
    """Send the issue of a post to some addresses, to the sender's own without any; what the relay said to each.

    Raises UsageError for what keeps an issue from being sent and for an address that is none, NetError when the relay
    cannot be used.
    """
    issue = drafted(workspace, name, now.date().isoformat(), MARK)
    settings = workspace.settings
    if not settings.newsletter.sender:
        raise UsageError(
            "`newsletter.sender` is not set, so the mail comes from nobody", hint="Write it into inkwright.toml."
        )
    own = parseaddr(settings.newsletter.sender)[1]
    relay, sign = relay_of(settings, environment), signing_of(settings, environment)
    messages = [
        (to, splice(issue.composed.message, _reader(workspace, to, at, now)))
        for at, to in enumerate(map(_address, addresses or [own]))
    ]

    async def run() -> list[tuple[str, RelayReply]]:
        line = Line(relay)
        await line.open()
        try:
            return [(to, await line.send(own, to, sign(message) if sign else message)) for to, message in messages]
        finally:
            await line.close()

    return issue, asyncio.run(run())


def _address(written: str) -> str:
    try:
        return checked(written.strip())
    except ValueError as error:
        raise UsageError(
            f"`{written}` is no address that mail can be sent to", hint="Write it as name@example.org."
        ) from error


def _reader(workspace: Workspace, to: str, number: int, now: datetime) -> Personal:
    """The writer as a reader: the links to leave are there and lead nowhere."""
    settings = workspace.settings.newsletter
    domain = parseaddr(settings.sender)[1].rpartition("@")[2]
    name = workspace.settings.author.partition(" ")[0]
    leave = unsubscribe_url(settings.url, "test") if settings.url else ""
    known = message_id(now.isoformat().encode(), 0, number, domain)
    choose = preferences_url(settings.url, "test") if settings.url else ""
    return Personal(to, format_datetime(now), known, name, leave, leave, choose, settings.bounces)
