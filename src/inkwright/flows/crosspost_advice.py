"""How much was published, and whether there is a site -> where to publish, and when to move home."""

from inkwright.flows.load import load_site
from inkwright.platforms.writing.advice import advised
from inkwright.workspace.folder import Workspace


def advice(workspace: Workspace, today: str) -> str:
    """Advice on where to publish, as text. `today` is ISO."""
    site = load_site(workspace, today)
    posts = sum(1 for post in site.posts if post.published and post.file.kind == "post")
    return advised(posts, site.info.base_url)
