"""A post with its planning keys, from its front matter or, in a foreign repository, from its record."""

from msgspec.structs import replace

from inkwright.model.post import Post
from inkwright.platforms.metadata import metadata_of
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record


def with_planning(workspace: Workspace, post: Post) -> Post:
    """The post with what its record says about its plan where its front matter is silent. Raises UnreadableError."""
    kept = load_record(workspace, post.file.id).planning
    if not kept:
        return post
    written = post.metadata
    said = metadata_of(kept)
    both = replace(
        written,
        planning={**kept, **written.planning},
        template=written.template or said.template,
        audience=written.audience if "audience" in written.planning else said.audience,
        pillar=written.pillar or said.pillar,
        keyword=written.keyword or said.keyword,
    )
    return replace(post, metadata=both)
