"""A post -> the new issue that `newsletter send` would make of it, with its exact count. Changes nothing."""

from collections.abc import Callable, Sequence
from datetime import datetime

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.newsletter_due import Intended, begun_in
from inkwright.flows.newsletter_issue import Drafted, drafted, require_public, require_unsent
from inkwright.flows.newsletter_known import mailed_as
from inkwright.flows.subscribers_lists import all_lists, chosen_lists
from inkwright.ledger.deliveries import tally
from inkwright.ledger.issues import count_audience, issues_of
from inkwright.ledger.marks import went_out
from inkwright.ledger.open import Ledger
from inkwright.model.delivery import readers
from inkwright.model.errors import UsageError
from inkwright.newsletter.counted import counted
from inkwright.newsletter.lists import list_of, plain_tag
from inkwright.newsletter.message import dump
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import sure

SHOWN = "`inkwright newsletter status` shows it."
"""Where one sees what another program began."""


def intend(workspace: Workspace, name: str, now: datetime, *, to: str = "", again: bool = False) -> Intended:
    """What sending the post that `name` means would do. `to` is a list other than the one of the post's pillar; an
    issue of this post that is not over is gone on with.

    Raises UsageError for a post that was sent already, unless `again`, and for what keeps an issue from being sent.
    """
    draft = drafted(workspace, name, now.date().isoformat())
    sure(workspace, draft.post)
    names = mailed_as(workspace, draft.post, draft.slug)
    with ledger_for_reading(workspace) as ledger:
        begun = next(filter(None, (begun_in(ledger, one, now, plain_tag(to)) for one in names)), None)
        if begun is not None:
            return begun
        slug = _free(ledger, names, again, now)
        if draft.lacking:
            raise UsageError(draft.lacking[0], hint="Write it into inkwright.toml.")
        require_unsent(draft, again)
        require_public(draft)
        lists = workspace.settings.newsletter.lists
        list_ = chosen_lists(workspace, [to])[0] if to else list_of(draft.pillar, lists)
        with ledger.read() as connection:
            count = count_audience(connection, list_, all_lists(workspace))
    if not count:
        hint = "`inkwright subscribers list` shows who there is."
        raise UsageError(f"nobody would get it{f' on the list {list_}' if list_ else ''}", hint=hint)
    return Intended(
        slug, draft.head.subject, list_, count, body=dump(draft.composed.message), from_addr=draft.head.sender,
        warnings=draft.warnings, counted=_counted(workspace, draft), post=draft.post,
    )  # fmt: skip


def _counted(workspace: Workspace, draft: Drafted) -> Callable[[int, Callable[[str], int]], bytes] | None:
    """What makes the body of an issue whose links are counted, None while tracking is off."""
    own = workspace.settings.newsletter
    if not (own.tracking and own.url):
        return None
    return lambda issue, number_of: dump(counted(draft.head, draft.composed, own.url, issue, number_of))


def _free(ledger: Ledger, names: Sequence[str], again: bool, now: datetime) -> str:
    """The name of the next send of a post; `names` are its slugs, that of today first. Raises UsageError when readers
    have it already and it is not `again`, and when another program began a send since it was looked for: a second one
    beside it would reach everybody twice."""
    with ledger.read() as connection:
        own = issues_of(connection, names[0])
        before = [one for name in names[1:] for one in issues_of(connection, name)] + list(own)
        got = sum(tally(connection, one.id).sent for one in before)
        unknown = sum(went_out(connection, name) for name in names)
    if unknown and not again:
        said = (
            f"{names[0]} went out to {readers(unknown)} after the copy was made that this ledger was brought back from"
        )
        raise UsageError(said, hint="Add --again to mail it to everyone once more.")
    if not before:
        return names[0]
    if before[-1].state not in ("sent", "cancelled"):
        raise UsageError(f"{before[-1].slug} was frozen by another program meanwhile", hint=SHOWN)
    if got and not again:
        last = before[-1]
        how = "cancelled" if last.state == "cancelled" else "sent"
        when = f" on {last.done_at.astimezone(now.tzinfo):%Y-%m-%d}" if last.done_at else ""
        said = f"{last.slug} was {how}{when}: {readers(got)} {'have' if got != 1 else 'has'} it"
        raise UsageError(said, hint="Add --again to mail it to everyone once more.")
    return f"{names[0]}#{len(own) + 1}" if own else names[0]
