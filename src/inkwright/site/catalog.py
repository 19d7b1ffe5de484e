"""What the site shows: every published post with its place and title, the tags, and what stands in the way."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from functools import cached_property

from msgspec import Struct

from inkwright.model.site import SiteInfo, Unreadable
from inkwright.model.zones import zone
from inkwright.site.card import Card, Content, Kept
from inkwright.site.dates import moment
from inkwright.site.entry import Entry
from inkwright.site.paths import INDEX, place_of, site_path
from inkwright.site.slugs import tag_slug

HIDDEN = frozenset({"private", "draft"})
"""Values of `visibility` that keep a post off the site."""
PREVIEWABLE = frozenset({"draft", "dated in the future"})
"""Reasons for holding a post back that a preview of drafts overrides."""


class Group(Struct, frozen=True):
    """A tag, series or author: the name in its commonest spelling, its part of an address, and its posts."""

    name: str
    slug: str
    entries: tuple[Entry, ...]


class Catalog(Struct, frozen=True, eq=False, dict=True):
    """Everything that the pages are made from. `entries` are in the order of their files.

    `held` maps the paths of files that are not shown to the reason. `troubles` are the files that the site lacks
    because of a mistake: unreadable ones and those whose address another file has.
    """

    info: SiteInfo
    entries: tuple[Entry, ...]
    held: Mapping[str, str]
    troubles: tuple[Unreadable, ...]
    generator: str = "inkwright"

    @cached_property
    def posts(self) -> tuple[Entry, ...]:
        """Listed posts, newest first; undated ones last; of the same moment in the order of their ids."""
        dated = [entry for entry in self.entries if entry.file.kind == "post" and entry.listed]
        return tuple(sorted(dated, key=_oldest_first, reverse=True))

    @cached_property
    def by_place(self) -> Mapping[str, Entry]:
        """Entries by their output file."""
        return {entry.place: entry for entry in self.entries}

    @cached_property
    def by_file(self) -> Mapping[str, Entry]:
        """Entries by their file in the workspace."""
        return {entry.file.path: entry for entry in self.entries}

    @cached_property
    def tags(self) -> tuple[Group, ...]:
        """All tags of listed posts, by name, their posts newest first."""
        vault = self.generator == "obsidian"
        return grouped(self.posts, lambda one: nested(one.metadata.tags) if vault else one.metadata.tags)

    @cached_property
    def series(self) -> Mapping[str, Group]:
        """The series of listed posts by their part of an address, sorted by name; their posts oldest first, those
        without a date at the end."""
        found = grouped(self.posts, lambda one: (one.metadata.series,))
        return {one.slug: Group(one.name, one.slug, in_time(one.entries)) for one in found}

    @cached_property
    def authors(self) -> Mapping[str, Group]:
        """Who wrote the listed posts, by their part of an address, sorted by name, their posts newest first. Where
        one person wrote them all there is nobody to tell apart: empty."""
        alone = tuple(filter(None, (self.info.author,)))
        found = grouped(self.posts, lambda one: one.metadata.authors or alone)
        return {one.slug: one for one in found} if len(found) > 1 else {}

    def series_of(self, entry: Entry) -> Group | None:
        """The series that a listed post is a part of."""
        name = entry.metadata.series.strip()
        return self.series.get(tag_slug(name)) if name and entry.listed and entry.file.kind == "post" else None

    @cached_property
    def newest(self) -> datetime | None:
        """The last moment at which a listed post changed; None when no post has a date."""
        return max((entry.changed for entry in self.posts if entry.changed), default=None)


def grouped(entries: Iterable[Entry], names: Callable[[Entry], Iterable[str]]) -> tuple[Group, ...]:
    """Posts by what they name, sorted by name, each group's posts in the order given; spellings that share an address
    are one name."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for slug, name in unique_tags(names(entry)):
            spellings[slug][name] += 1
            members[slug].append(entry)
    found = [Group(_commonest(said), slug, tuple(members[slug])) for slug, said in spellings.items()]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.slug)))


def in_time(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Posts oldest first, of the same moment in the order of their ids, undated ones last."""
    return tuple(sorted(entries, key=lambda one: (one.when is None, *_oldest_first(one))))


def unique_tags(tags: Iterable[str]) -> list[tuple[str, str]]:
    """(slug, name) of each tag of a post, once, in its order; blank ones left out."""
    found: dict[str, str] = {}
    for tag in tags:
        if tag.strip():
            found.setdefault(tag_slug(tag), tag.strip())
    return list(found.items())


def nested(tags: Iterable[str]) -> Iterator[str]:
    """Tags and those above them: a note with `gpu/triton` is among those with `gpu`, as Obsidian has it."""
    for tag in tags:
        parts = tag.split("/")
        yield from ("/".join(parts[:upto]) for upto in range(len(parts), 0, -1))


def catalog(content: Content, timezone: str = "UTC", drafts: bool = False) -> Catalog:
    """The catalog of a site. `drafts` shows what is held back as a draft or for its date too, marked as a preview.

    Raises ValueError for a time zone that is none.
    """
    local = zone(timezone)
    entries: dict[str, Entry] = {}
    held: dict[str, str] = {}
    troubles = list(content.unreadable)
    for kept in content.kept:
        card = kept.card
        reason = _why_held(card, drafts)
        if reason:
            held[card.file.path] = reason
            continue
        if card.broken is not None:
            troubles.append(card.broken)
            continue
        entry = make_entry(kept, local)
        key = unicodedata.normalize("NFC", entry.place).casefold()
        if key in entries:
            troubles.append(_collision(card, entries[key].card))
        else:
            entries[key] = entry
    return Catalog(content.info, tuple(entries.values()), held, tuple(troubles), content.generator)


def _why_held(card: Card, drafts: bool) -> str:
    """Why the site does not show a post, "" when it does. What is private stays so whatever its generator thinks."""
    visibility = card.metadata.visibility
    if visibility in HIDDEN:
        return f"visibility: {visibility}"
    if not card.published and not (drafts and card.held_back in PREVIEWABLE):
        return card.held_back or "not published"
    return "" if card.url else "it has no address"


def make_entry(kept: Kept, local: tzinfo = UTC) -> Entry:
    """A post with its place and its dates; one without a zone is meant in `local`."""
    card = kept.card
    return Entry(
        kept=kept,
        place=place_of(card.url),
        when=moment(card.metadata.date, local),
        updated=moment(card.metadata.updated, local),
        preview="" if card.published else card.held_back,
    )


def _oldest_first(entry: Entry) -> tuple[datetime, str]:
    return entry.when or datetime.min.replace(tzinfo=UTC), entry.file.id


def _commonest(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _collision(second: Card, first: Card) -> Unreadable:
    address = site_path(place_of(second.url)).removesuffix(INDEX) or "the home page"
    return Unreadable(
        second.file.path, 0, f"its address /{address} is already taken by {first.file.path}",
        "Give one of them another slug.",
    )  # fmt: skip
