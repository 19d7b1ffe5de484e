"""What a reader said of a post, as it is listed."""

from msgspec import Struct


class CommentRow(Struct, frozen=True):
    """A comment as it is listed: `kind` is "comment" or "errata", `state` "open" or "used", `line` 1-based."""

    post: str
    kind: str
    text: str
    by: str
    date: str
    link: str
    state: str
    line: int
