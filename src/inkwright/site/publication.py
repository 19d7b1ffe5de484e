"""What other programs read of the site: feeds, the sitemap, robots.txt."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from inkwright.model.post import Page
from inkwright.site.article import Renderer
from inkwright.site.catalog import Entry, unique_tags
from inkwright.site.feeds import LENGTH, FeedItem, atom, json_feed, rss, sitemap
from inkwright.site.overview import overview_places
from inkwright.site.pages import NOT_FOUND, Frame

FEEDS = {"rss.xml": rss, "atom.xml": atom, "feed.json": json_feed}


def publication_pages(frame: Frame, renderer: Renderer, bodies: Mapping[str, str]) -> Iterator[Page]:
    """Feeds, sitemap and robots.txt; the first two only when the site's address is known, since they need it.

    `bodies` are the posts' rendered HTML by place.
    """
    base = frame.catalog.info.base_url
    if not base:
        yield Page("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    public = [entry for entry in frame.catalog.posts if entry.when is not None and not entry.preview]
    items = [feed_item(renderer, entry, bodies[entry.place]) for entry in public[:LENGTH]]
    for name, write in FEEDS.items():
        yield Page(name, write(frame.catalog.info, items, f"{base}/{name}"))
    yield Page("sitemap.xml", sitemap(_addresses(frame)))
    yield Page("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n".encode())


def feed_item(renderer: Renderer, entry: Entry, body: str) -> FeedItem:
    """A post that has a date as a feed carries it."""
    assert entry.when is not None
    info = renderer.catalog.info
    return FeedItem(
        url=renderer.address(entry.place),
        title=entry.title,
        summary=entry.summary,
        html=renderer.in_feed(entry, body),
        published=entry.when,
        updated=entry.changed or entry.when,
        authors=entry.post.metadata.authors or ((info.author,) if info.author else ()),
        tags=tuple(name for _, name in unique_tags(entry.post.metadata.tags)),
    )


def _addresses(frame: Frame) -> list[tuple[str, datetime | None]]:
    """Every page that search engines may list, posts first, with the moment its text last changed."""
    shown = frame.catalog
    own = [
        (frame.address(entry.place), entry.changed)
        for entry in shown.entries
        if entry.listed and not entry.preview and entry.post.metadata.canonical_url in ("", frame.address(entry.place))
    ]
    lists = overview_places(shown, frame.size) - shown.by_place.keys() - {NOT_FOUND}
    return own + [(frame.address(place), shown.newest) for place in sorted(lists) if "/page/" not in f"/{place}"]
