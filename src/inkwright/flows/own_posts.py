"""The posts of a site -> those that its writer can show: no page that came with the blog, none that is left out."""

from collections.abc import Iterable

from inkwright.model.post import Post
from inkwright.platforms.scaffold import came_with_folder


def own(posts: Iterable[Post]) -> tuple[Post, ...]:
    """These posts without the page of a new blog, while nobody has written over it, and without those that the site
    leaves out because their front matter cannot be read (`board` says why)."""
    return tuple(post for post in written(posts) if not _broken(post))


def written(posts: Iterable[Post]) -> tuple[Post, ...]:
    """These posts without the page of a new blog, while nobody has written over it."""
    return tuple(post for post in posts if not came_with_folder(post.document.text))


def _broken(post: Post) -> bool:
    return any(not problem.mended for problem in post.document.front_matter.problems)
