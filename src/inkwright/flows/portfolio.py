"""The published posts of a workspace -> a portfolio: how far the goal is, what shows what, what to talk about."""

import contextlib
from collections.abc import Sequence

from msgspec.structs import replace

from inkwright.flows.load import load_site
from inkwright.flows.own_posts import own
from inkwright.flows.planning import with_planning
from inkwright.flows.talking_points import points_of
from inkwright.measure.portfolio import GOAL, shelves, target
from inkwright.model.errors import UnreadableError
from inkwright.model.portfolio import Portfolio, ShownPost
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.promote.links import plain
from inkwright.site.card import content_of
from inkwright.site.catalog import catalog
from inkwright.site.entry import Entry
from inkwright.workspace.folder import Workspace

TALKED_OF = 40
"""Posts that are read for talking points, the newest. **Source:** own choice: nobody is asked about older ones."""


def portfolio(workspace: Workspace, today: str, goal: int = GOAL, since: str = "") -> Portfolio:
    """What the published posts come to; `today` and `since` are ISO. Raises SettingsError, UsageError."""
    shown = pointed_posts(workspace, today)
    reached = target((post.date for post in shown), today, goal, since)
    best = sorted(shown, key=best_first)
    roles = shelves(best, lambda post: post.roles)
    return Portfolio(reached, roles, shelves(best, lambda post: post.skills), tuple(shown))


def best_first(post: ShownPost) -> int:
    """The order in which posts show best what their writer can do; posts that show as much stay in theirs."""
    return -len(post.points)


def shown_posts(workspace: Workspace, today: str, site: Site | None = None) -> list[ShownPost]:
    """The posts that every reader finds on the site, newest first; undated ones last. `site` has the posts where the
    caller has loaded them. Raises SettingsError."""
    base, entries = _entries(workspace, today, site)
    return [_shown(entry, base) for entry in entries]


def pointed_posts(workspace: Workspace, today: str) -> list[ShownPost]:
    """These posts, the newest with what there is to talk about. Raises SettingsError."""
    base, entries = _entries(workspace, today)
    new = [replace(_shown(one, base), points=points_of(one.post, one.card.title_id)) for one in entries[:TALKED_OF]]
    return [*new, *(_shown(entry, base) for entry in entries[TALKED_OF:])]


def _entries(workspace: Workspace, today: str, site: Site | None = None) -> tuple[str, Sequence[Entry]]:
    """The address of the site, and what it lists."""
    site = site or load_site(workspace, today)
    site = replace(site, posts=tuple(_planned(workspace, post) for post in own(site.posts)))
    return site.info.base_url, catalog(content_of(site)).posts


def _planned(workspace: Workspace, post: Post) -> Post:
    """A post with what its record plans; as it is where that cannot be read."""
    with contextlib.suppress(UnreadableError):  # `board` says why
        return with_planning(workspace, post)
    return post


def _shown(entry: Entry, base_url: str) -> ShownPost:
    card, metadata = entry.card, entry.metadata
    url = plain(metadata.canonical_url or f"{base_url}{card.url}")
    return ShownPost(
        card.file.id, entry.title, metadata.date[:10], url, entry.summary, card.level, card.roles, metadata.tags
    )
