"""Whose post is whose: the published posts by author, and what was learnt of the author of one post."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from inkwright.flows.load import load_site
from inkwright.model.post import Metadata, Post
from inkwright.workspace.folder import Workspace


class Learnt(Protocol):
    """Something known of one author; `author` "" stands for posts that name none, or for everybody."""

    @property
    def author(self) -> str:
        """Name of the author."""


Known = TypeVar("Known", bound=Learnt)


def published(workspace: Workspace, today: str) -> list[Post]:
    """The posts that readers can see. `today` is ISO."""
    return [post for post in load_site(workspace, today).posts if post.published and post.file.kind == "post"]


def by_author(posts: Iterable[Post]) -> dict[str, list[Post]]:
    """Posts by their first author, "" for those that name none; authors in order."""
    found: dict[str, list[Post]] = {}
    for post in posts:
        found.setdefault(post.metadata.authors[0] if post.metadata.authors else "", []).append(post)
    return dict(sorted(found.items()))


def of_author(learnt: Iterable[Known], metadata: Metadata) -> Known | None:
    """What was learnt of a post's first author, else the only one there is where that fits everybody; else None."""
    held = tuple(learnt)
    own = next((one for one in held if one.author in metadata.authors[:1]), None)
    return own or (held[0] if len(held) == 1 and not (held[0].author and metadata.authors) else None)
