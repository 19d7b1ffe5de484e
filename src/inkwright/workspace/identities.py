"""What records ask of the posts, which they cannot read themselves: under what other name a post was known."""

from collections.abc import Mapping
from typing import Any, Protocol

from inkwright.model.record import Former


class Identities(Protocol):
    """The posts of a workspace, as whoever looked it over knows them."""

    def former(self, post_id: str) -> Former:
        """Where the record of a post that has none of its own is kept."""
        ...

    def mark(self, post_id: str) -> Mapping[str, Any]:
        """By what the post is known again under another name; {} for no post."""
        ...


class NoPosts:
    """Of a workspace that nobody looked over: every post is who it is called."""

    def former(self, post_id: str) -> Former:
        """None."""
        return Former()

    def mark(self, post_id: str) -> Mapping[str, Any]:
        """None."""
        return {}


NO_POSTS = NoPosts()
