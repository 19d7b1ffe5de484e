"""What a site needs of a post without opening it: enough for lists, links and neighbours, little enough to keep.

A build opens a post only to make its card anew or to render its page; what it did not change it never opens.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.document import Block, Document
from inkwright.model.post import Metadata, Post, PostFile
from inkwright.model.site import Site, SiteInfo, Unreadable
from inkwright.model.talking_point import TalkingPoint
from inkwright.render.escape import smart
from inkwright.render.plain import inline_text, plain_line, summary
from inkwright.similar.sketch import Background
from inkwright.site.corrections import ERRATA, told
from inkwright.site.lacking import lacking
from inkwright.site.likeness import ALL_SAY_AS_MUCH, Link, Sketch, links_of, sketch_of
from inkwright.text.anchors import anchors
from inkwright.text.note_parts import block_ids

VAULT = "obsidian"
"""The layout whose notes have tags in their text."""
SUMMARY = 200
"""Characters of a first paragraph that stand for a missing description."""
WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults. **Source:** Brysbaert (2019), J. Memory and Language 109."""


class Card(Struct, frozen=True):
    """A post or page as others see it.

    `metadata` is without planning keys and without what we do not know. `title_id` is the anchor of the heading that
    became the title, "" when the title comes from elsewhere. `minutes` is 1 or more. `headings` pairs each heading's
    text with its anchor, in reading order; `blocks` are the ids of blocks that links may name. `roles` and `level`
    are what a portfolio says of it, with the `points` to talk about; `errata` its corrections, `broken` the mistake in
    its front matter, `lacking` what it has not finished: line (0 for all of it) and what.
    """

    file: PostFile
    metadata: Metadata
    url: str = ""
    published: bool = True
    held_back: str = ""
    assets: tuple[str, ...] = ()
    title: str = ""
    title_id: str = ""
    summary: str = ""
    minutes: int = 1
    headings: tuple[tuple[str, str], ...] = ()
    blocks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    level: str = ""
    points: tuple[TalkingPoint, ...] = ()
    errata: tuple[str, ...] = ()
    broken: Unreadable | None = None
    lacking: tuple[int, str] | None = None


class Opened(Struct, frozen=True, eq=False, dict=True):
    """A post that was opened for its page."""

    post: Post
    card: Card

    @cached_property
    def document(self) -> Document:
        """The text without the heading that became the title."""
        return without_title(self.post.document, self.card.title_id)


class Kept(Struct, frozen=True, eq=False):
    """A card, and what is known besides of the post behind it.

    `open` gives the post, `sketch` and `links` what it has in common with others. Of each there is a digest: `said` of
    the card, `named` of what of it names depend on, `marks` of sketch and links, `source` of the text.
    """

    card: Card
    open: Callable[[], Opened]
    sketch: Callable[[], Sketch]
    links: Callable[[], Sequence[Link]]
    said: str = ""
    named: str = ""
    marks: str = ""
    source: str = ""


class Content(Struct, frozen=True, eq=False):
    """A site's posts as cards, sorted by path, and what is true of all of them; the rest as in `Site`."""

    info: SiteInfo
    kept: tuple[Kept, ...] = ()
    generator: str = "inkwright"
    static: tuple[tuple[str, str], ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def sources(content: Content) -> Iterator[str]:
    """The workspace files that a site is made from: posts, what they use, static files."""
    for kept in content.kept:
        yield kept.card.file.path
        yield from kept.card.assets
    yield from (source for _, source in content.static)


def content_of(site: Site, background: Background = ALL_SAY_AS_MUCH) -> Content:
    """A site that is loaded whole, as cards. `background` knows how much words say."""
    kept = tuple(kept_of(opened_of(post, site.generator), background) for post in site.posts)
    return Content(site.info, kept, site.generator, site.static, site.unreadable)


def opened_of(post: Post, generator: str = "inkwright") -> Opened:
    """A post of that generator's layout, opened."""
    post = with_inline_tags(post) if generator == VAULT else post
    return Opened(post, card_of(post))


def kept_of(opened: Opened, background: Background = ALL_SAY_AS_MUCH) -> Kept:
    """The card of a post that stays open."""
    return Kept(
        opened.card, lambda: opened, lambda: sketch_of(opened.document, opened.card.title, background),
        lambda: links_of(opened.document),
    )  # fmt: skip


def with_inline_tags(post: Post) -> Post:
    """A note of a vault with the `#tags` in its text among its tags; one of them may make it private."""
    inside = [one.target for one in post.document.inlines_of("opaque") if one.name == "tag"]
    if not inside:
        return post
    metadata = replace(post.metadata, tags=tuple(dict.fromkeys((*post.metadata.tags, *inside))))
    if post.published and "private" in map(str.lower, inside):
        return replace(post, metadata=metadata, published=False, held_back="private")
    return replace(post, metadata=metadata)


def naming(card: Card) -> tuple[object, ...]:
    """All of a card that answers about names depend on."""
    own = card.metadata.slug, card.metadata.aliases
    return card.file, card.url, card.title, own, card.assets, card.headings, card.blocks


def card_of(post: Post) -> Card:
    """The card of a post."""
    title, heading = _title(post)
    document = post.document
    ids = anchors(document)
    title_id = next((name for block, name in ids if block is heading), "") if heading is not None else ""
    shown = without_title(document, title_id)
    metadata = post.metadata
    return Card(
        file=post.file, metadata=replace(metadata, planning={}, extra={}), url=post.url, published=post.published,
        held_back=post.held_back, assets=post.assets, title=title, title_id=title_id,
        summary=plain_line(_said(post, metadata.description)) or summary(shown, SUMMARY, post.bibliography.references),
        minutes=_minutes(shown), headings=tuple((block.plain().strip(), name) for block, name in ids),
        blocks=tuple(block_ids(document)), roles=_words(metadata.planning.get("roles")),
        level=" ".join(_words(metadata.planning.get("level"))),
        errata=told(document.front_matter.data.get(ERRATA)), broken=_broken_front_matter(post),
        lacking=lacking(document, shown),
    )  # fmt: skip


def without_title(document: Document, title_id: str) -> Document:
    """A text without the heading that became the title, all of it when `title_id` is ""."""
    if not title_id:
        return document
    title = next((block for block, name in anchors(document) if name == title_id), None)
    return replace(document, blocks=tuple(block for block in document.blocks if block is not title))


def _minutes(document: Document) -> int:
    """Minutes to read a text; what stands between blanks is a word, code is not counted."""
    words = sum(len(block.plain().split()) for block in document.all_blocks if block.inlines)
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def _title(post: Post) -> tuple[str, Block | None]:
    """The title and, when the text opens with it as a heading, that heading (it is not shown twice)."""
    given = " ".join(_said(post, post.metadata.title).split())
    heading = next((block for block in post.document.blocks if block.kind == "heading" and block.level == 1), None)
    written = inline_text(heading.inlines, post.document) if heading is not None else ""
    if not given and written:
        return written, heading
    if given and given.casefold() == written.casefold() and heading is _first_shown(post.document.blocks):
        return given, heading
    return given or post.metadata.slug or _name(post), None


def _said(post: Post, text: str) -> str:
    """A text of the front matter as the post's dialect means it."""
    return smart(text) if post.document.source.dialect == "quarto" else text


def _first_shown(blocks: Iterable[Block]) -> Block | None:
    return next((block for block in blocks if block.kind not in ("comment", "definition")), None)


def _name(post: Post) -> str:
    path = PurePosixPath(post.file.path)
    return path.parent.name if path.stem in ("index", "_index") and path.parent.name else path.stem


def _words(value: object) -> tuple[str, ...]:
    """A text or a list of texts in the front matter as texts; () for anything else."""
    found = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(" ".join(one.split()) for one in found if isinstance(one, str) and one.strip())


def _broken_front_matter(post: Post) -> Unreadable | None:
    """What keeps the front matter from being read: it might say that this is a draft, so the post is not shown."""
    problem = next((found for found in post.document.front_matter.problems if not found.mended), None)
    if problem is None:
        return None
    line = post.document.position(problem.span.start).line
    return Unreadable(post.file.path, line, problem.message, "The post is left out until its front matter is mended.")
