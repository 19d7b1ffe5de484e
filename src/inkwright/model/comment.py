"""What a reader said of a post, as it is listed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment as it is listed: `kind` is "comment" or "errata", `state` "open" or "used", `line` 1-based."""

    post: str
    kind: str
    text: str
    by: str
    date: str
    link: str
    state: str
    line: int
