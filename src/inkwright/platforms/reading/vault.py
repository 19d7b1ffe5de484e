"""Wikilinks and embeds of a note as plain Markdown, before it comes in as a post."""

from collections.abc import Callable

from inkwright.text.front_matter import read_front_matter
from inkwright.text.vault_markdown import plain_markdown
from inkwright.text.vault_names import VaultNames


def plain_note(
    path: str, text: str, names: VaultNames, text_of: Callable[[str], str | None]
) -> tuple[str, tuple[str, ...]]:
    """The body of a note (without front matter) with plain links, and the names in it that nothing answers to."""
    front = read_front_matter(text)
    return plain_markdown(path, text[front.span.end :], names, text_of)
