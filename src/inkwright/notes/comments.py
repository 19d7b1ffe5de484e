"""What readers say of a post, as lines of the inbox: `- 2026-11-21 text [by:: Ann] [about:: kv-cache]`.

A correction has `[errata:: kv-cache]` instead of `about`. Ticking the line off, or binding it to a post with `to`,
says that it is dealt with.
"""

from collections.abc import Iterable

from inkwright.model.comment import CommentRow
from inkwright.model.errors import UsageError
from inkwright.model.note import Idea
from inkwright.notes.fields import field_value, one_line
from inkwright.notes.ideas import format_idea, parse_idea, state_of


def new_comment(text: str, date: str, post: str, by: str = "", link: str = "", errata: bool = False) -> Idea:
    """A comment to be added to the inbox; `date` is ISO, `post` the post's id. Raises UsageError without words."""
    said = one_line(text)
    if not said:
        raise UsageError(
            "a comment needs at least one word", hint='For example: inkwright comment add POST "Why 4 bits?"'
        )
    pairs = (("by", by), ("errata" if errata else "about", post), ("link", link))
    fields = tuple((key, value) for key, typed in pairs if (value := field_value(typed)))
    return parse_idea(format_idea(Idea(said, date, fields)))


def comments(ideas: Iterable[Idea], post: str = "") -> list[CommentRow]:
    """The comments among ideas in the order written, of one post or of all for ""."""
    found = []
    for idea in ideas:
        errata, about = idea.field("errata"), idea.field("about")
        if (errata or about) and post in ("", errata or about):
            kind = "errata" if errata else "comment"
            by, link = idea.field("by"), idea.field("link")
            found.append(CommentRow(errata or about, kind, idea.text, by, idea.date, link, state_of(idea), idea.line))
    return found
