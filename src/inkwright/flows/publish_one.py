"""One post -> released as far as its file and record go: the gate, its front matter, the trail. Nothing is built."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.publish_gate import address_taken, obstacles, thesis_of
from inkwright.flows.publish_post import Subject
from inkwright.flows.publish_renamed import leading_on, moved_from
from inkwright.flows.publish_ship import own_site, pages_of
from inkwright.model.errors import UsageError
from inkwright.model.publishing import Published, PublishState
from inkwright.plan.trail import PUBLISHED, SCHEDULED, Event, agreed, noted, state
from inkwright.platforms.publishing import dated, held, refreshed
from inkwright.workspace.gone import set_gone


class How(Struct, frozen=True):
    """How to publish: the moment, who does it, why obstacles are passed over ("" stops at them), and whether to say
    only what would happen. `ask` is given the thesis ("" for none) and says whether to go on; `progress` is told posts
    built and posts in all. `whole` takes no beginning of a name."""

    now: datetime
    who: str
    anyway: str = ""
    dry: bool = False
    ask: Callable[[str], bool] = lambda thesis: True
    progress: Callable[[int, int], None] | None = None
    whole: bool = False


def one(subject: Subject, how: How, later: bool) -> Published:
    """Publish one post, or with `later` schedule it. Raises UsageError for one that would be held back all the same."""
    step, changes = _step(subject, later)
    if not later:
        url = subject.changed(changes).url
        changes |= leading_on(subject.found, subject.entry, subject.record, url)
    done = _outcome(subject, step, changes, later, how.dry)
    passed = tuple(map(str, done.obstacles))
    if passed and not how.anyway and not agreed(subject.record, subject.text, passed):
        return replace(done, state="blocked")
    if how.dry:
        return done if later else replace(done, pages=pages_of(subject, changes))
    if step != "unchanged" and not how.ask(thesis_of(subject.workspace, subject.post)):
        return replace(done, state="stopped")
    written = subject.write(changes)
    set_gone(subject.workspace, done.url, "")
    if step != "unchanged" or done.moved_from:
        what = "moved" if step == "unchanged" else step
        event = Event(what, how.now.isoformat(timespec="seconds"), how.who, how.anyway if passed else "", passed)
        subject.keep(noted(subject.record, event, SCHEDULED if later else PUBLISHED, written.text, done.url))
    return done


def _outcome(subject: Subject, step: PublishState, changes: Mapping[str, Any], later: bool, dry: bool) -> Published:
    """What publishing comes to if nothing stands in its way, with what does."""
    found, path = subject.found, subject.post.file.path
    after = subject.changed(changes, "" if later else subject.today)
    if not after.published and not later:
        raise UsageError(f"it would be held back: {after.held_back}", path=path, hint=_way_out(after.held_back))
    blocking = (
        *address_taken(found, path, after.url, subject.today),
        *obstacles(subject.workspace, subject.post, subject.today),
    )
    return Published(
        path, step, after.url, after.metadata.date, blocking, subject.lines(changes), dry=dry,
        moved_from=moved_from(subject.record, after.url), led_on=bool(found.generator.alias_key),
        hint="" if own_site(found) else f"{found.generator.label} makes the site here: build it as you always do.",
    )  # fmt: skip


def _way_out(why: str) -> str:
    if why == "draft" or why.startswith("in the folder"):
        return "Move it out of the folder of drafts, then publish it; what it says of itself is no draft."
    return "Change that first: publishing takes away what makes it a draft, and nothing else."


def _step(subject: Subject, later: bool) -> tuple[PublishState, dict[str, Any]]:
    """What publishing this post means, and the changes of its front matter."""
    generator, post = subject.found.generator, subject.post
    if later:
        return "scheduled", {} if post.held_back == "draft" else held(generator)
    if not post.published or state(subject.record) != PUBLISHED:
        date = dated(subject.entry, generator, subject.today) if post.file.kind == "post" else {}
        return "published", {**subject.release(), **date}
    if subject.record.publishing.get("text") == subject.text:
        return "unchanged", {}
    return "updated", refreshed(subject.entry, generator, subject.today)
