"""What is kept about one post in `inkwright/posts/<id>.toml`: readable, under git, one file a post."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field


class PostRecord(Struct, frozen=True):
    """The record of the post `id`. A post without a record has an empty one.

    `planning` holds planning keys that the front matter of a foreign repository must not get; `former_slugs` the slugs
    it had and `mailed` those under which it went to its list, sorted; `ignores` fingerprints of findings that stay
    ignored, sorted; `run` hashes of code, data and lock with what running gave; `remote` ids by platform; `promotion`
    what was done; `writing` what its sessions came to and when its draft was ended; `imported` what it was on the
    platform that it came from; `publishing` how it stands with its readers and the trail of how it came to that;
    `content` by what the post is known again under another name; `extra` all other keys as they stand in the file,
    which saving never changes.
    """

    id: str
    planning: Mapping[str, Any] = field(default_factory=dict)
    former_slugs: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()
    run: Mapping[str, Any] = field(default_factory=dict)
    remote: Mapping[str, Any] = field(default_factory=dict)
    promotion: Mapping[str, Any] = field(default_factory=dict)
    writing: Mapping[str, Any] = field(default_factory=dict)
    imported: Mapping[str, Any] = field(default_factory=dict)
    publishing: Mapping[str, Any] = field(default_factory=dict)
    content: Mapping[str, Any] = field(default_factory=dict)
    mailed: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


class Former(Struct, frozen=True):
    """Under which id the record of a post without one is kept, since the post was moved; "" when under none.

    Where that cannot be told, `records` are the ids of the records in question and `posts` those of the posts.
    """

    id: str = ""
    records: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


RECORD_LISTS = ("former_slugs", "ignores", "mailed")
"""Fields that are lists of texts in the file."""
RECORD_TABLES = ("planning", "run", "remote", "promotion", "writing", "imported", "publishing", "content")
"""Fields that are tables in the file."""
