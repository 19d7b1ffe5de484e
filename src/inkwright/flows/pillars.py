"""The published posts -> what was written on each pillar."""

import contextlib

from inkwright.flows.load import load_site
from inkwright.flows.own_posts import own
from inkwright.flows.planning import with_planning
from inkwright.measure.pillars import shares
from inkwright.model.errors import UnreadableError
from inkwright.model.pillar import FiledPost, PillarShare
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.plan.outline import outline
from inkwright.plan.templates import template_or_none
from inkwright.text.collector import LARGE, collector_paused
from inkwright.workspace.folder import Workspace


def pillar_shares(
    workspace: Workspace, today: str, drafts: bool = False, site: Site | None = None
) -> list[PillarShare]:
    """Each pillar with its posts, their words, its share and its last date; `drafts` counts unpublished posts too.

    A post that cannot be read is left to `board`. `today` is ISO, `site` the posts where the caller has loaded them.
    Raises SettingsError.
    """
    with collector_paused(LARGE):
        site = site or load_site(workspace, today)
        posts = [one for one in own(site.posts) if one.file.kind == "post" and (drafts or one.published)]
        return shares((_filed(workspace, one) for one in posts), workspace.settings.pillars)


def _filed(workspace: Workspace, post: Post) -> FiledPost:
    with contextlib.suppress(UnreadableError):
        post = with_planning(workspace, post)
    words = outline(post.document, post.metadata, template_or_none(post.metadata.template)).words
    return FiledPost(post.file.id, post.metadata.pillar.strip(), words, post.metadata.date[:10])
