"""The published posts of a workspace -> their numbers beside what good engineering blogs have in common."""

from inkwright.flows.load import load_site
from inkwright.flows.own_posts import own
from inkwright.flows.run_state import languages
from inkwright.measure.traits import found_traits, shape
from inkwright.model.post import Post
from inkwright.model.traits import PostShape, TraitFound
from inkwright.plan.outline import outline
from inkwright.plan.templates import template_or_none
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace


def coach_traits(workspace: Workspace, today: str) -> tuple[TraitFound, ...]:
    """Each trait with the numbers of the published posts; outside a workspace, and before the first, without numbers.

    `today` is ISO. Raises SettingsError.
    """
    if not workspace.inside:
        return found_traits((), today)
    posts = [post for post in own(load_site(workspace, today).posts) if post.file.kind == "post" and post.published]
    return found_traits([_shape(workspace, post) for post in posts], today)


def _shape(workspace: Workspace, post: Post) -> PostShape:
    document, metadata, runs = post.document, post.metadata, languages(workspace)
    words = outline(document, metadata, template_or_none(metadata.template)).words
    return shape(document, metadata, post.file.path, words, sum(one.language in runs for one in snippets(document)))
