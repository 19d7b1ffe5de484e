"""The posts of a site -> those that its writer wrote: without the page that a new blog comes with."""

from collections.abc import Iterable

from inkwright.model.post import Post
from inkwright.platforms.scaffold import came_with_folder


def own(posts: Iterable[Post]) -> tuple[Post, ...]:
    """These posts without the page of a new blog, while nobody has written over it."""
    return tuple(post for post in posts if not came_with_folder(post.document.text))
