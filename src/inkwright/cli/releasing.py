"""How `publish`, `unpublish` and `deploy` tell what they did or would do."""

from collections.abc import Iterator

from inkwright.cli.commands.build import shown_path, summary
from inkwright.cli.output import say
from inkwright.model.counted import counted
from inkwright.model.deploy import Deployed
from inkwright.model.publishing import Published, Release

MOST = 20
"""Files that are named; the rest is counted."""
_DONE = {
    "published": ("Published", "Would publish"), "updated": ("Updated", "Would update"),
    "unchanged": ("Already published, unchanged:", "Already published, unchanged:"),
    "scheduled": ("Scheduled", "Would schedule"), "unpublished": ("Taken back", "Would take back"),
    "blocked": ("Not published:", "Would not be published:"), "stopped": ("Left alone:", "Left alone:"),
}  # fmt: skip


def told(release: Release) -> Iterator[str]:
    """What one run did, in lines; obstacles go to standard error, see `blocked`."""
    for post in release.posts:
        yield from _post(post)
    if release.built is not None:
        yield from summary(release.built)[: 1 if release.deployed else None]
    if release.deployed is not None:
        yield from sent(release.deployed)
    if release.advice:
        yield release.advice


def _post(post: Published) -> Iterator[str]:
    verb = _DONE[post.state][post.dry]
    when = f" for {post.date}" if post.state == "scheduled" else ""
    where = f": {post.url}" if post.state in ("published", "updated", "unpublished") and post.url else ""
    yield f"{verb} {post.path}{when}{where}"
    for change in post.changes if post.state not in ("blocked", "stopped") else ():
        yield from (f"  {sign} {line}" for sign, line in (("-", change.before), ("+", change.after)) if line)
    if post.pages:
        yield f"Files of the site that would change: {len(post.pages)}"
        yield from _some(post.pages)
    if post.moved_from and post.state in ("published", "updated", "unchanged"):
        led = "its readers are led on" if post.led_on else "this generator has no key that leads its readers on"
        yield f"Its address was {post.moved_from}: {led}."
    if post.state == "scheduled" and not post.dry:
        yield "It stays a draft until then; `inkwright publish --due` publishes it, for example once an hour from cron."
    if post.hint and post.state != "blocked":
        yield post.hint


def sent(deployed: Deployed) -> Iterator[str]:
    """What a deployment did or would do, in lines."""
    changes = deployed.changes
    if not changes.send and not changes.remove:
        yield f"{deployed.name}: nothing to send, {deployed.place} has all of {counted(changes.same, 'file')}."
        return
    verbs = ("would be sent", "to be removed") if deployed.dry else ("sent", "removed")
    yield (
        f"{deployed.name}: {len(changes.send)} {verbs[0]}, {len(changes.remove)} {verbs[1]}, {changes.same} unchanged "
        f"({deployed.place})"
    )
    if deployed.dry:
        yield from _some([*(f"+ {path}" for path in changes.send), *(f"- {path}" for path in changes.remove)])
    if deployed.note:
        yield deployed.note


def _some(paths: list[str] | tuple[str, ...]) -> Iterator[str]:
    yield from (f"  {path}" for path in paths[:MOST])
    if len(paths) > MOST:
        yield f"  and {len(paths) - MOST} more"


def blocked(release: Release) -> bool:
    """Tell on standard error what stands in the way, or was passed over; whether anything did not get through."""
    for post in release.posts:
        for obstacle in post.obstacles:
            help_ = f"  ({obstacle.command})" if obstacle.command else ""
            place = f"{obstacle.path}:{obstacle.line}:"
            say(f"{shown_path(str(obstacle))}{help_}", "    ", err=True, whole=shown_path(place))
        if post.state == "blocked":
            count = f"{len(post.obstacles)} thing{'s' * (len(post.obstacles) != 1)}"
            say(f"{count} to settle first; `--anyway WHY` publishes all the same and keeps WHY.", err=True)
    troubles = release.built.troubles if release.built else ()
    for trouble in troubles:
        say(f"inkwright: {trouble}", "  ", err=True)
    own = {post.path for post in release.posts}
    if release.built and any(trouble.path in own for trouble in troubles):
        say("Nothing was sent: the site lacks a page that was to be published.", err=True)
    return bool(troubles) or any(post.state == "blocked" for post in release.posts)
