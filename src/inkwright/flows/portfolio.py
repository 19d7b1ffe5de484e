"""The published posts of a workspace -> a portfolio; and the list of the latest ones in a README."""

import contextlib
from dataclasses import replace

from inkwright.flows.load import load_site
from inkwright.flows.planning import with_planning
from inkwright.measure.portfolio import GOAL, put_block, readme_block, shelves, target
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.portfolio import Portfolio, ShownPost
from inkwright.model.post import Post
from inkwright.site.card import content_of
from inkwright.site.catalog import catalog
from inkwright.site.entry import Entry
from inkwright.workspace.folder import Workspace, hash_of

LATEST = 5
"""Posts in a README. **Source:** own choice: what is seen without scrolling."""


def portfolio(workspace: Workspace, today: str, goal: int = GOAL, since: str = "") -> Portfolio:
    """What the published posts come to; `today` and `since` are ISO. Raises SettingsError, UsageError."""
    shown = shown_posts(workspace, today)
    reached = target((post.date for post in shown), today, goal, since)
    roles = shelves(shown, lambda post: post.roles)
    return Portfolio(reached, roles, shelves(shown, lambda post: post.skills), tuple(shown))


def shown_posts(workspace: Workspace, today: str) -> list[ShownPost]:
    """The posts that every reader finds on the site, newest first; undated ones last. Raises SettingsError."""
    site = load_site(workspace, today)
    site = replace(site, posts=tuple(_planned(workspace, post) for post in site.posts))
    return [_shown(entry, site.info.base_url) for entry in catalog(content_of(site)).posts]


def _planned(workspace: Workspace, post: Post) -> Post:
    """A post with what its record plans; as it is where that cannot be read."""
    with contextlib.suppress(UnreadableError):  # `board` says why
        return with_planning(workspace, post)
    return post


def _shown(entry: Entry, base_url: str) -> ShownPost:
    card, metadata = entry.card, entry.metadata
    url = metadata.canonical_url or f"{base_url}{card.url}"
    return ShownPost(
        card.file.id, entry.title, metadata.date[:10], url, entry.summary, card.level, card.roles, metadata.tags
    )


def latest_block(workspace: Workspace, today: str) -> str:
    """The latest posts as a block of a README. Raises UsageError when the site has no address to link to."""
    posts = shown_posts(workspace, today)[:LATEST]
    if bare := next((post for post in posts if "://" not in post.url), None):
        hint = 'Say where it is in inkwright.toml: base_url = "https://you.example"'
        raise UsageError(f"`{bare.id}` has no address that a README could link to", hint=hint)
    return readme_block(posts)


def renew_readme(workspace: Workspace, path: str, today: str) -> bool:
    """Renew the list in a README of the workspace; whether the file changed. Raises UsageError, UnreadableError."""
    before = workspace.read(path).text
    after = put_block(before, latest_block(workspace, today), path)
    if after == before:
        return False
    workspace.write(path, after, expected=hash_of(before))
    return True
