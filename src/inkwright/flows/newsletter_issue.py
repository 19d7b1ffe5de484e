"""A post -> the issue that its readers get: head, frame, text, frozen; nothing is sent and no ledger opened."""

from collections.abc import Iterator

from msgspec import Struct

from inkwright.flows.abroad import Abroad, abroad
from inkwright.flows.crosspost_private import refuse_what_is_private
from inkwright.flows.newsletter_body import body_of
from inkwright.flows.newsletter_frame import frame_of, head_of
from inkwright.model.errors import UsageError
from inkwright.model.mailing import Head
from inkwright.model.site import Loss
from inkwright.newsletter.issue import Composed, compose
from inkwright.newsletter.parts import Frame
from inkwright.plan.place import slug_in
from inkwright.workspace.folder import Workspace

SOON = ("dated in the future",)
"""What holds a post back from the site and keeps no mail from being prepared."""


class Drafted(Struct, frozen=True):
    """An issue of the post with the id `post` as it would be frozen now. `pillar` is the post's, "" for none.
    `sent_before` is when another service mailed it, "" for never; `lacking` says what keeps it from being sent,
    `warnings` what the writer should know, `losses` what a mail cannot show; `held` why nobody is to read it yet."""

    slug: str
    head: Head
    frame: Frame
    composed: Composed
    pillar: str = ""
    sent_before: str = ""
    lacking: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    held: str = ""
    post: str = ""


def drafted(workspace: Workspace, name: str, today: str, marked: str = "") -> Drafted:
    """The issue of the post that `name` means. `today` is ISO, `marked` stands before its subject.

    Raises UsageError for a name that fits no post and for a text that holds something private; UnreadableError.
    """
    post = abroad(workspace, name, today)
    refuse_what_is_private(workspace, post.post.document)
    metadata, front = post.post.metadata, post.post.document.front_matter.data
    asked = str(front.get("mail", "")).strip().lower()
    body = body_of(post, today, teaser=(asked or workspace.settings.newsletter.text) == "teaser")
    head, frame = head_of(post, marked), frame_of(post, body.summary)
    composed = compose(head, frame, body.pieces, body.text, body.pictures, body.shortened)
    return Drafted(
        metadata.slug or slug_in(post.post.file.id), head, frame, composed, metadata.pillar,
        str(front.get("email_sent_at", "") or "")[:19].replace("T", " "), tuple(_lacking(workspace)),
        (*composed.warnings, *_warnings(post, asked)), body.losses, "" if post.why_held in SOON else post.why_held,
        post.post.file.id,
    )  # fmt: skip


def require_unsent(issue: Drafted, again: bool) -> None:
    """Raises UsageError for a post that another service has mailed already, unless it is to go out again."""
    if issue.sent_before and not again:
        said = f"this post was mailed on {issue.sent_before} by the service that it was imported from"
        raise UsageError(said, hint="Add --again to mail it once more.")


def require_public(issue: Drafted) -> None:
    """Raises UsageError for a draft and for what is private: nobody can take a mail back."""
    if issue.held:
        hint = f"Publish it first: inkwright publish {issue.slug}. A letter for no list has `visibility: unlisted`."
        raise UsageError(f"this post is not for readers yet ({issue.held})", hint=hint)


def _lacking(workspace: Workspace) -> Iterator[str]:
    settings = workspace.settings
    if not settings.newsletter.sender:
        yield "`newsletter.sender` is not set, so the mail comes from nobody"
    if not (settings.newsletter.url or settings.newsletter.bounces):
        yield "neither `newsletter.url` nor `newsletter.bounces` is set, so readers could not leave"
    if not settings.relay.host:
        yield "`relay.host` is not set, so no server takes the mail"


def _warnings(post: Abroad, asked: str) -> Iterator[str]:
    if asked not in ("", "full", "teaser"):
        yield f"`mail: {asked}` in the front matter means nothing: write full or teaser"
    if post.why_held:
        yield f"the site does not show this post ({post.why_held}), so the mail cannot lead to it"
    elif not post.info.base_url:
        yield "`base_url` is not set, so the mail cannot lead to the post on the web"
