"""From notes to the places of a post that use them."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

UseKind = Literal["plan", "link", "source"]


class Mention(Struct, frozen=True):
    """A place of a post that names a note: `key` as `notes.links.name_key` gives it, or the `address` of what a note
    was clipped from. `kind`: "plan" a planned bullet, "link" a link or embed, "source" the address; `text` is the
    bullet, or what was linked; `section` the heading above it, "" before the first; `line` is 1-based."""

    kind: UseKind
    line: int
    section: str
    text: str
    key: str = ""
    address: str = ""


class Use(Struct, frozen=True):
    """A note and a place that uses it, both by path; `note` is "" where a bullet rests on a note that is not there.
    `topic` is the label of the note's topic, "" for none."""

    note: str
    post: str
    line: int
    section: str
    kind: UseKind
    text: str
    topic: str = ""


class Trace(Struct, frozen=True):
    """The uses in the order of posts and lines, and the paths of notes that are not used where they could be. `topics`
    gives the label of the topic that each of these notes is in, by path; a note in none is not there."""

    uses: tuple[Use, ...]
    unused: tuple[str, ...]
    topics: Mapping[str, str] = field(default_factory=dict)
