"""Sends a frozen issue through the relay of the settings, until nothing can be done for a while."""

import asyncio
import random
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from msgspec import Struct

from inkwright.flows.newsletter_book import LedgerBook
from inkwright.flows.newsletter_letters import letters
from inkwright.flows.newsletter_progress import Tell, Waits, Watched
from inkwright.flows.newsletter_relay import relay_of, signing_of
from inkwright.flows.newsletter_sit import alive, seat
from inkwright.flows.subscribers_lists import all_lists
from inkwright.ledger.deliveries import reasons, tally
from inkwright.ledger.issues import body_of
from inkwright.ledger.open import Ledger
from inkwright.ledger.senders import BEAT
from inkwright.model.delivery import DeliveryState, Issue, Policy, Tally
from inkwright.model.errors import LedgerError
from inkwright.net.smtp import Line
from inkwright.newsletter.doors import Ended, Plan
from inkwright.newsletter.message import load
from inkwright.newsletter.sending import Sending
from inkwright.workspace.folder import Workspace


class How(Struct, frozen=True):
    """What a face hands in: the wall clock, one that runs evenly, where secrets are, who is told of progress and of
    waits, and a policy other than that of the settings."""

    wall: Callable[[], datetime]
    seconds: Callable[[], float]
    environment: Mapping[str, str]
    tell: Tell = lambda done, total: None
    policy: Policy | None = None
    waits: Waits = lambda until, readers, why: None


class Sent(Struct, frozen=True):
    """How a run ended, the account after it, and why readers failed or wait: state, what was said, how many."""

    issue: Issue
    ended: Ended
    tally: Tally
    reasons: tuple[tuple[DeliveryState, str, int], ...]


def send(workspace: Workspace, ledger: Ledger, issue: Issue, how: How) -> Sent:
    """Send what is open of an issue. Raises UsageError when another program sends from the same file or a setting is
    missing, NetError when the relay cannot be used, LedgerError when the ledger cannot; nothing is lost by any."""
    settings = workspace.settings
    relay, sign = relay_of(settings, how.environment), signing_of(settings, how.environment)
    with ledger.read() as connection:
        body, whole = body_of(connection, issue.id)
        before = tally(connection, issue.id)
    if not whole:
        raise LedgerError("corrupt", f"the message of {issue.slug} is not the one that was frozen", path=ledger.where)
    letter = letters(settings, ledger, issue, load(body), sign, how.wall)
    policy: Policy = how.policy or settings.newsletter.on_uncertain  # type: ignore[assignment]
    plan = Plan(
        settings.relay.connections, settings.relay.rate, policy, settings.newsletter.window,
        settings.newsletter.warm_up, BEAT.total_seconds(),
    )  # fmt: skip
    watched = Watched(before, how.tell, how.waits)
    with seat(ledger, how.wall, how.seconds, policy) as (me, clock):
        book = LedgerBook(ledger, issue, me, clock, policy, all_lists(workspace), alive)
        run = Sending(book, lambda: Line(relay), letter, clock, plan, random.Random(), watched.step, watched.wait)
        ended = asyncio.run(_stoppable(run))
    with ledger.read() as connection:
        return Sent(issue, ended, tally(connection, issue.id), tuple(reasons(connection, issue.id)))


async def _stoppable(run: Sending) -> Ended:
    """The run, which a wish to end the program lets finish what is on its way."""
    task = asyncio.current_task()
    with suppress(NotImplementedError, ValueError):  # Windows has no such signal handlers, a thread neither
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel if task else lambda: None)
    return await run.run()
