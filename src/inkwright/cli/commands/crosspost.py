"""Take a post to other platforms; home stays the original, a second run changes what is there.

Group: publish
"""

import os
import sys
from datetime import UTC

import click
from msgspec import Struct

from inkwright.cli.asking import agreed, someone_is_there
from inkwright.cli.clock import now, today
from inkwright.cli.output import emit_json, entries, format_option, say
from inkwright.flows.crosspost import crosspost
from inkwright.flows.crosspost_advice import advice
from inkwright.flows.crosspost_copy import Prepared
from inkwright.flows.crosspost_prepare import PLATFORMS, prepare
from inkwright.flows.crosspost_ready import not_at_home
from inkwright.model.crosspost import CopyDone
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import workspace_of


class LossRow(Struct, frozen=True):
    """Something that a platform will not show as the post at home does, where it stands first and how often."""

    platform: str
    what: str
    path: str
    line: int
    count: int


class CopyRow(Struct, frozen=True):
    """What became of a copy: created, updated, unchanged, failed or uncertain; `said` is why."""

    platform: str
    state: str
    url: str
    said: str


class OUTPUT(Struct, frozen=True):
    """What `crosspost --format json` prints; with --dry-run `copies` is empty."""

    version: int
    losses: list[LossRow]
    copies: list[CopyRow]


@click.command(
    epilog="Examples: inkwright crosspost kv-cache --to devto,mastodon --dry-run · inkwright crosspost --advise"
)
@click.argument("post", default="")
@click.option("--to", "targets", default="", metavar="P,...", help=f"Platforms: {', '.join(PLATFORMS)}.")
@click.option("--dry-run", is_flag=True, help="Show what would be lost and what would be sent, and send nothing.")
@click.option("--advise", is_flag=True, help="Explain where to publish, from what you have written so far.")
@click.option("--anyway", is_flag=True, help="Send although the post or its pictures are not at home yet.")
@click.option("--yes", is_flag=True, help="Send without asking; needed where nobody can be asked.")
@format_option
def command(post: str, targets: str, dry_run: bool, advise: bool, anyway: bool, yes: bool, format_: str) -> None:
    """Send POST to platforms that have an API for writing. What is lost there is listed before anything is sent.

    Each copy names the post at home as the original. A copy that is there already is changed, never made twice: its id
    and address are kept in the post's record, and a platform is asked before a new one is made. Uses the network. Keys
    come from the environment or the system's keyring, never from a file; `--dry-run` needs none. Without a site of your
    own (`base_url`) the first platform that you name is the home of the post.
    """
    workspace = workspace_of((post,) if post else ())
    local = workspace.settings.timezone
    if advise:
        places, steps = advice(workspace, today(local))
        click.echo(entries(places, ("place", "readers", "search", "money", "ownership and API")) + "\n")
        say(steps)
        return
    if not post:
        raise UsageError("name the post to send", hint="`inkwright crosspost --help` shows an example.")
    named = [one.strip() for one in targets.split(",") if one.strip()]
    keys = None if dry_run else os.environ
    unseen = yes or not someone_is_there()
    subject, prepared = prepare(workspace, post, named, today(local), keys, unseen and not dry_run)
    if format_ == "text":
        if subject.why_held:
            say(f"{subject.post.file.path} is not published yet ({subject.why_held}): it can be sent once it is.")
        _tell(prepared, dry_run)
    done: list[CopyDone] = []
    if not dry_run:
        if not agreed(f"Send to {', '.join(one.platform.label for one in prepared)}?", yes, "send it"):
            raise click.Abort
        missing = [] if anyway else not_at_home(subject, prepared)
        if missing:
            more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
            hint = "Build and deploy the site first, or add --anyway."
            raise UsageError(f"nothing was sent: not at home yet: {missing[0]}{more}", hint=hint)
        for one in crosspost(subject, prepared, now(local).astimezone(UTC).isoformat(timespec="milliseconds")):
            done.append(one)
            if format_ == "text":
                said = f": {one.said}" if one.said else ""
                say(f"{one.label}: {one.state}{f' {one.url}' if one.url else ''}{said}", "  ")
    if format_ == "json":
        losses = [LossRow(one.platform.name, loss.what, loss.path, loss.line, loss.count)
                  for one in prepared for loss in one.told.losses]  # fmt: skip
        emit_json(OUTPUT(1, losses, [CopyRow(one.platform, one.state, one.url, one.said) for one in done]))
    if any(one.state in ("failed", "uncertain") for one in done):
        sys.exit(1)


def _tell(prepared: list[Prepared], dry_run: bool) -> None:
    for one in prepared:
        say(f"{one.platform.label}: {one.told.truth}", "  ")
        for loss in one.told.losses:
            times = f" ({loss.count} times)" if loss.count > 1 else ""
            place = f"{loss.path}:{loss.line}:"
            say(f"  {place} not as at home: {loss.what}{times}", "    ", whole=place)
        if not one.told.losses:
            say("  nothing is lost")
        if dry_run:
            say(f"  would be sent: {len(one.article.body.encode())} bytes of {one.platform.form}", "  ")
