"""What the site shows: every published post with its place and title, the tags, and what stands in the way."""

import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from pathlib import PurePosixPath

from inkwright.model.document import Block, Document
from inkwright.model.post import Post
from inkwright.model.site import Site, SiteInfo, Unreadable
from inkwright.model.zones import zone
from inkwright.render.escape import smart
from inkwright.render.plain import inline_text, plain_line, summary
from inkwright.site.dates import moment
from inkwright.site.paths import INDEX, place_of, site_path
from inkwright.site.slugs import tag_slug
from inkwright.text.anchors import anchors

SUMMARY = 200
"""Characters of a first paragraph that stand for a missing description."""
WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults. **Source:** Brysbaert (2019), J. Memory and Language 109."""
HIDDEN = frozenset({"private", "draft"})
"""Values of `visibility` that keep a post off the site."""
PREVIEWABLE = frozenset({"draft", "dated in the future"})
"""Reasons for holding a post back that a preview of drafts overrides."""


@dataclass(frozen=True, eq=False)
class Entry:
    """A post or page that the site shows.

    `place` is its output file. `document` is the text without the heading that became the `title`, whose anchor is
    `title_id` ("" when the title comes from elsewhere). `when` and `updated` are None when no date is known.
    `preview` says why it is not published yet, "" for what is.
    """

    post: Post
    place: str
    document: Document
    title: str
    title_id: str = ""
    summary: str = ""
    when: datetime | None = None
    updated: datetime | None = None
    preview: str = ""

    @property
    def path(self) -> str:
        """Its address on the site, decoded, without a leading slash."""
        return site_path(self.place)

    @property
    def changed(self) -> datetime | None:
        """When its text last changed, as far as the front matter says."""
        return self.updated or self.when

    @cached_property
    def minutes(self) -> int:
        """Minutes to read it, 1 or more; what stands between blanks is a word, code is not counted."""
        words = sum(len(block.plain().split()) for block in self.document.all_blocks if block.inlines)
        return max(1, math.ceil(words / WORDS_PER_MINUTE))

    @property
    def listed(self) -> bool:
        """Whether lists, feeds and the sitemap name it."""
        return self.post.metadata.visibility != "unlisted"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in its commonest spelling, its part of an address, and its posts, newest first."""

    name: str
    slug: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, eq=False)
class Catalog:
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
        dated = [entry for entry in self.entries if entry.post.file.kind == "post" and entry.listed]
        return tuple(sorted(dated, key=_oldest_first, reverse=True))

    @cached_property
    def by_place(self) -> Mapping[str, Entry]:
        """Entries by their output file."""
        return {entry.place: entry for entry in self.entries}

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """All tags of listed posts, by name; spellings that share an address are one tag."""
        spellings: dict[str, Counter[str]] = defaultdict(Counter)
        members: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.posts:
            tags = entry.post.metadata.tags
            for slug, name in unique_tags(nested(tags) if self.generator == "obsidian" else tags):
                spellings[slug][name] += 1
                members[slug].append(entry)
        found = [Tag(_commonest(names), slug, tuple(members[slug])) for slug, names in spellings.items()]
        return tuple(sorted(found, key=lambda tag: (tag.name.casefold(), tag.slug)))

    @cached_property
    def newest(self) -> datetime | None:
        """The last moment at which a listed post changed; None when no post has a date."""
        return max((entry.changed for entry in self.posts if entry.changed), default=None)


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


def with_inline_tags(post: Post) -> Post:
    """A note of a vault with the `#tags` in its text among its tags; one of them may make it private."""
    inside = [one.target for one in post.document.inlines_of("opaque") if one.name == "tag"]
    if not inside:
        return post
    metadata = replace(post.metadata, tags=tuple(dict.fromkeys((*post.metadata.tags, *inside))))
    if post.published and "private" in map(str.lower, inside):
        return replace(post, metadata=metadata, published=False, held_back="private")
    return replace(post, metadata=metadata)


def catalog(site: Site, timezone: str = "UTC", drafts: bool = False) -> Catalog:
    """The catalog of a site. `drafts` shows what is held back as a draft or for its date too, marked as a preview.

    Raises ValueError for a time zone that is none.
    """
    local = zone(timezone)
    entries: dict[str, Entry] = {}
    held: dict[str, str] = {}
    troubles = list(site.unreadable)
    for post in site.posts if site.generator != "obsidian" else map(with_inline_tags, site.posts):
        reason = _why_held(post, drafts)
        if reason:
            held[post.file.path] = reason
            continue
        if (broken := _broken_front_matter(post)) is not None:
            troubles.append(broken)
            continue
        entry = make_entry(post, local)
        key = unicodedata.normalize("NFC", entry.place).casefold()
        if key in entries:
            troubles.append(_collision(post, entries[key].post))
        else:
            entries[key] = entry
    return Catalog(site.info, tuple(entries.values()), held, tuple(troubles), site.generator)


def _why_held(post: Post, drafts: bool) -> str:
    """Why the site does not show a post, "" when it does. What is private stays so whatever its generator thinks."""
    visibility = post.metadata.visibility
    if visibility in HIDDEN:
        return f"visibility: {visibility}"
    if not post.published and not (drafts and post.held_back in PREVIEWABLE):
        return post.held_back or "not published"
    return "" if post.url else "it has no address"


def make_entry(post: Post, local: tzinfo = UTC) -> Entry:
    """A post with what its page and the lists need to know of it."""
    metadata = post.metadata
    title, heading = _title(post)
    document = post.document
    if heading is not None:
        document = replace(document, blocks=tuple(block for block in document.blocks if block is not heading))
    return Entry(
        post=post,
        place=place_of(post.url),
        document=document,
        title=title,
        title_id=dict(anchors(post.document)).get(heading, "") if heading is not None else "",
        summary=plain_line(_said(post, metadata.description))
        or summary(document, SUMMARY, post.bibliography.references),
        when=moment(metadata.date, local),
        updated=moment(metadata.updated, local),
        preview="" if post.published else post.held_back,
    )


def _title(post: Post) -> tuple[str, Block | None]:
    """The title and, when the text opens with it as a heading, that heading (it is not shown twice)."""
    given = " ".join(_said(post, post.metadata.title).split())
    heading = next((block for block in post.document.blocks if block.kind == "heading" and block.level == 1), None)
    written = inline_text(heading.inlines, post.document) if heading is not None else ""
    if not given and written:
        return written, heading
    if given and given.casefold() == written.casefold() and heading is _first_shown(post.document):
        return given, heading
    return given or post.metadata.slug or _name(post), None


def _said(post: Post, text: str) -> str:
    """A text of the front matter as the post's dialect means it."""
    return smart(text) if post.document.source.dialect == "quarto" else text


def _first_shown(document: Document) -> Block | None:
    hidden = ("comment", "definition")
    return next((block for block in document.blocks if block.kind not in hidden), None)


def _name(post: Post) -> str:
    path = PurePosixPath(post.file.path)
    return path.parent.name if path.stem in ("index", "_index") and path.parent.name else path.stem


def _oldest_first(entry: Entry) -> tuple[datetime, str]:
    return entry.when or datetime.min.replace(tzinfo=UTC), entry.post.file.id


def _commonest(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _broken_front_matter(post: Post) -> Unreadable | None:
    """What keeps the front matter from being read: it might say that this is a draft, so the post is not shown."""
    problem = next((found for found in post.document.front_matter.problems if not found.mended), None)
    if problem is None:
        return None
    line = post.document.position(problem.span.start).line
    return Unreadable(post.file.path, line, problem.message, "The post is left out until its front matter is mended.")


def _collision(second: Post, first: Post) -> Unreadable:
    address = site_path(place_of(second.url)).removesuffix(INDEX) or "the home page"
    return Unreadable(
        second.file.path, 0, f"its address /{address} is already taken by {first.file.path}",
        "Give one of them another slug.",
    )  # fmt: skip
