"""A post or page that the site shows: its card, its place, and the way to its text."""

from datetime import datetime
from functools import cached_property

from msgspec import Struct

from inkwright.model.document import Document
from inkwright.model.post import Metadata, Post, PostFile
from inkwright.site.card import Card, Kept
from inkwright.site.paths import site_path


class Entry(Struct, frozen=True, eq=False, dict=True):
    """A post or page that the site shows.

    `place` is its output file. `when` and `updated` are None when no date is known. `preview` says why it is not
    published yet, "" for what is.
    """

    kept: Kept
    place: str
    when: datetime | None = None
    updated: datetime | None = None
    preview: str = ""

    @cached_property
    def card(self) -> Card:
        """What is known of it without opening it."""
        return self.kept.card

    @cached_property
    def said(self) -> str:
        """The digest of all that is known of it without opening it."""
        return f"{self.kept.said} {self.preview}"

    @property
    def file(self) -> PostFile:
        """Where it stands in the workspace."""
        return self.card.file

    @property
    def metadata(self) -> Metadata:
        """Its front matter in our words, planning keys left out."""
        return self.card.metadata

    @property
    def title(self) -> str:
        """What it is called, never empty."""
        return self.card.title

    @property
    def summary(self) -> str:
        """Its description, else the beginning of its text."""
        return self.card.summary

    @property
    def post(self) -> Post:
        """The post itself; it is opened for this, so ask only to render its page. Raises UnreadableError."""
        return self.kept.open().post

    @property
    def document(self) -> Document:
        """Its text without the heading that became the title, opened as `post` is."""
        return self.kept.open().document

    @property
    def path(self) -> str:
        """Its address on the site, decoded, without a leading slash."""
        return site_path(self.place)

    @property
    def changed(self) -> datetime | None:
        """When its text last changed, as far as the front matter says."""
        return self.updated or self.when

    @property
    def listed(self) -> bool:
        """Whether lists, feeds and the sitemap name it."""
        return self.metadata.visibility != "unlisted"
