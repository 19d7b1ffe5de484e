"""The portfolio of a workspace -> texts for other places: a list in a README, the featured links of a profile."""

from collections.abc import Sequence

from inkwright.flows.crosspost_private import refuse_what_is_private
from inkwright.flows.portfolio import best_first, pointed_posts, shown_posts
from inkwright.flows.survey import survey
from inkwright.measure.portfolio import put_block, readme_block
from inkwright.model.errors import UsageError
from inkwright.model.portfolio import Featured, ShownPost
from inkwright.promote.featured import MOST, featured
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace, hash_of

LATEST = 5
"""Posts in a README. **Source:** own choice: what is seen without scrolling."""


def featured_posts(workspace: Workspace, today: str) -> list[Featured]:
    """The posts with most talking points, then the newest, as texts for the featured links of a profile.

    Raises UsageError when the site has no address to link to, or a text holds something private.
    """
    posts = sorted(pointed_posts(workspace, today), key=best_first)[:MOST]
    _require_addresses(posts, "profile")
    paths = {file.id: file.path for file in survey(workspace).posts}
    for post in posts:
        refuse_what_is_private(workspace, parse(workspace.read(paths[post.id])))
    return [featured(one.title, [*(point.text for point in one.points), one.summary], one.url) for one in posts]


def latest_block(workspace: Workspace, today: str) -> str:
    """The latest posts as a block of a README. Raises UsageError when the site has no address to link to."""
    posts = shown_posts(workspace, today)[:LATEST]
    _require_addresses(posts, "README")
    return readme_block(posts)


def _require_addresses(posts: Sequence[ShownPost], where: str) -> None:
    if bare := next((post for post in posts if "://" not in post.url), None):
        hint = 'Say where it is in inkwright.toml: base_url = "https://you.example"'
        raise UsageError(f"`{bare.id}` has no address that a {where} could link to", hint=hint)


def renew_readme(workspace: Workspace, path: str, today: str) -> bool:
    """Renew the list in a README of the workspace; whether the file changed. Raises UsageError, UnreadableError."""
    before = workspace.read(path).text
    after = put_block(before, latest_block(workspace, today), path)
    if after == before:
        return False
    workspace.write(path, after, expected=hash_of(before))
    return True
