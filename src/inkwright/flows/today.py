"""At most three next steps that fit into the time there is, over all posts that are not published yet."""

from collections.abc import Collection, Iterator
from datetime import date

from inkwright.flows.check_context import Surroundings
from inkwright.flows.coach import programme_steps
from inkwright.flows.finding import opened_finder
from inkwright.flows.ideas import list_ideas
from inkwright.flows.load import load_site
from inkwright.flows.out_folder import default_out
from inkwright.flows.planning import with_planning
from inkwright.flows.post_step import step_of
from inkwright.flows.promote_steps import promotion_steps
from inkwright.flows.reading_steps import reading_steps
from inkwright.flows.reflection import reflection_steps
from inkwright.flows.stale_steps import stale_steps
from inkwright.model.board import BoardPost
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Post
from inkwright.model.resume import Step
from inkwright.model.site import Site
from inkwright.plan.steps import MOST, choose
from inkwright.workspace.folder import Workspace
from inkwright.workspace.sessions import open_sessions

PILE = 3
"""Notes from which some may make a post."""
RIPE = "14d"
"""Age from which an open idea is offered. **Source:** own choice: two writing weeks."""


def steps(workspace: Workspace, today: str, minutes: int = 0) -> list[Step]:
    """The steps, the most useful first; `minutes` 0 for any time, `today` ISO. Never empty for 5 minutes or more.

    A post that is published is left alone unless a session on it is open; one that cannot be read is left to `board`.
    Raises SettingsError.
    """
    site = load_site(workspace, today)
    sessions = {session.id: session for session in open_sessions(workspace)}
    surroundings, out = Surroundings(workspace, today, True), default_out(workspace, site.generator)
    found: list[tuple[BoardPost, Step]] = []
    for post in _waiting(workspace, site, sessions):
        try:
            row, step = step_of(workspace, surroundings, out, post, sessions.get(post.file.id))
        except UnreadableError:
            continue
        if step:
            found.append((row, step))
    days = {row.id: until for row, _ in found if (until := _days(today, row.publish_by)) is not None}
    others = [*_others(workspace, site, today, bool(found)), *programme_steps(workspace, today, site)]
    told = choose((), promotion_steps(workspace, site, today)[:1], minutes, {}, ())
    return [*choose(found, others, minutes, days, sessions)[: MOST - len(told)], *told]


def _waiting(workspace: Workspace, site: Site, sessions: Collection[str]) -> Iterator[Post]:
    """The posts that are on their way."""
    for post in site.posts:
        if post.file.kind == "post" and (not post.published or post.file.id in sessions):
            try:
                yield with_planning(workspace, post)
            except UnreadableError:
                continue


def _others(workspace: Workspace, site: Site, today: str, busy: bool) -> list[Step]:
    """What can be done beside the posts that are on their way, the most useful first."""
    ripe = list_ideas(workspace, today, stale=RIPE)
    found = []
    if ripe:
        why = f"an idea of yours has been waiting for {ripe[0].age} days: {ripe[0].text}"
        found.append(Step("look through your ideas", why, "inkwright ideas --stale 14d", 5))
    if not busy and (notes := _notes(workspace)) >= PILE:
        why = f"{notes:,} notes are there and no post is on its way"
        found.append(Step("see which of your notes make a post", why, "inkwright topics", 10))
    why = "one question a day keeps the inbox filled" if busy else "no post is on its way; an idea is where one begins"
    found += reflection_steps(workspace, site, today) or [Step("answer one question", why, "inkwright prompt", 5)]
    return [*stale_steps(workspace, site, today), *reading_steps(workspace, today), *found]


def _notes(workspace: Workspace) -> int:
    """How many notes and papers there are."""
    with opened_finder(workspace) as finder:
        return len(finder.files("note", "paper"))


def _days(today: str, publish_by: str) -> int | None:
    try:
        return (date.fromisoformat(publish_by[:10]) - date.fromisoformat(today)).days
    except ValueError:
        return None
