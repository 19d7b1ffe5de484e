"""The posts that feeds carry, as they stand there: kept, and written again where something of them changed."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from inkwright.site.article import Renderer
from inkwright.site.asked import said
from inkwright.site.catalog import unique_tags
from inkwright.site.corrections import in_feeds
from inkwright.site.entry import Entry
from inkwright.site.feeds import FeedItem, Written, written
from inkwright.site.made import Rows
from inkwright.site.recipe import digest

FED = "fed"
"""The kind of the rows that hold a post as feeds carry it, by place."""


class _Kept(Struct, frozen=True):
    """A post as it stands in feeds, with where its destinations led then."""

    led: list[tuple[str, str]]
    item: Written


def item_key(shared: str, entry: Entry, body: str) -> str:
    """The digest of what a post in feeds is made from; `shared` is that of what all pages share."""
    return digest(shared, entry.said, body)


def feed_items(
    renderer: Renderer, entries: Mapping[Entry, str], body: Callable[[Entry], str], rows: Rows
) -> Iterator[Written]:
    """Posts that have a date for feeds, given with their keys, in the same order. `body` gives the rendered HTML of
    one; `rows` hold what an earlier build wrote, and from now on just these posts."""
    kept = rows.rows(FED)
    for entry, key in entries.items():
        had, data = kept.pop(entry.place, ("", b""))
        known = rows.decode(data, _Kept) if had == key else None
        if known is None or not _lead(renderer, entry, known.led):
            item = written(feed_item(renderer, entry, body(entry)))
            known = _Kept(list(_led(renderer, entry)), item)
            rows.put(FED, entry.place, key, rows.encode(known))
        yield known.item
    for gone in kept:
        rows.drop(FED, gone)


def _lead(renderer: Renderer, entry: Entry, led: list[tuple[str, str]]) -> bool:
    """Whether the destinations of a post lead where they led. All are asked for, so that the answers are noted."""
    now = [(target, said(renderer.names.find(entry, target))) for target, _ in led]
    return now == led


def _led(renderer: Renderer, entry: Entry) -> Iterator[tuple[str, str]]:
    """The destinations of a post that were asked for, with the answers."""
    for (kind, path, target), answer in renderer.names.answers.items():
        if kind == "find" and path == entry.file.path:
            yield target, answer


def feed_item(renderer: Renderer, entry: Entry, body: str) -> FeedItem:
    """A post that has a date as a feed carries it."""
    assert entry.when is not None
    info = renderer.catalog.info
    return FeedItem(
        url=renderer.address(entry.place),
        title=entry.title,
        summary=entry.summary,
        html=renderer.in_feed(entry, body) + in_feeds(entry.card.errata, info.language),
        published=entry.when,
        updated=entry.changed or entry.when,
        authors=entry.metadata.authors or ((info.author,) if info.author else ()),
        tags=tuple(name for _, name in unique_tags(entry.metadata.tags)),
    )
