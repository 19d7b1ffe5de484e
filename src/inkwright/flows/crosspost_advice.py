"""How much was published, and whether there is a site -> where to publish, and when to move home."""

from inkwright.flows.load import load_site
from inkwright.flows.own_posts import written
from inkwright.platforms.writing.advice import PLACES, advised
from inkwright.workspace.folder import Workspace


def advice(workspace: Workspace, today: str) -> tuple[tuple[tuple[str, ...], ...], str]:
    """The places to publish, each with its readers, search, money and ownership, and what to do. `today` is ISO."""
    site = load_site(workspace, today)
    posts = sum(1 for post in written(site.posts) if post.published and post.file.kind == "post")
    return PLACES, advised(posts, site.info.base_url)
