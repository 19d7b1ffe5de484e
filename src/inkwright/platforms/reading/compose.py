"""A post that comes in -> the text of its file: front matter in our words, then the body."""

from collections.abc import Mapping

from inkwright.model.errors import FrontMatterError
from inkwright.model.imports import Incoming, Item
from inkwright.platforms.reading.files import filled, filled_front
from inkwright.platforms.reading.places import with_addresses
from inkwright.text.front_matter import patch


def composed(
    post: Incoming, body: str, aliases: tuple[str, ...], elsewhere: Mapping[str, str], places: Mapping[str, str]
) -> tuple[str, list[Item]]:
    """The text of the file, and the account of front matter that could not be written."""
    front = {"title": post.title or "Untitled", **with_addresses(post.front, aliases, elsewhere)}
    items: list[Item] = []
    head = ""
    for key, value in filled_front(front, places).items():
        try:
            head = patch(head, {key: value})
        except FrontMatterError as error:
            items.append(Item("front matter", "lost", f"{key}: {value}"[:200], error.message))
    return f"{head}\n{filled(body, places)}" if body else head, items
