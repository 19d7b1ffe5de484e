"""What other programs read of the site: feeds, the sitemap, robots.txt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

from inkwright.model.post import Page
from inkwright.model.settings import SiteSettings
from inkwright.model.when_needed import when_needed
from inkwright.site.article import Renderer
from inkwright.site.catalog import Catalog
from inkwright.site.entry import Entry
from inkwright.site.made import Rows
from inkwright.site.pages import Frame
from inkwright.site.places import NOT_FOUND, PORTFOLIO, SEARCH
from inkwright.site.recipe import Recipe, digest, of_page

with when_needed(__name__):
    from inkwright.site import feed_items, feeds, groups, overview, portfolio

FEEDS = "rss.xml"
"""The place of the recipe that makes all feeds."""
LENGTH = 30
"""Posts in a feed."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without posts changed."""


def publication_recipes(
    frame: Frame, renderer: Renderer, body: Callable[[Entry], str], rows: Rows
) -> Iterator[Recipe]:  # fmt: skip
    """Feeds, sitemap and robots.txt; the first two only when the site's address is known, since they need it.

    `body` gives the rendered HTML of a post, `rows` hold what an earlier build wrote.
    """
    base = frame.catalog.info.base_url
    if not base:
        yield of_page(Page("robots.txt", b"User-agent: *\nAllow: /\n"))
        return
    yield feeds_recipe(frame, renderer, feed_entries(frame.catalog), body, rows)
    known = (part for entry in frame.catalog.entries for part in (entry.said, entry.place))
    yield Recipe("sitemap.xml", digest("sitemap", frame.said, *known), lambda: (_sitemap(frame),))
    yield of_page(Page("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n".encode()))


def feeds_recipe(
    frame: Frame, renderer: Renderer, entries: Sequence[Entry], body: Callable[[Entry], str], rows: Rows
) -> Recipe:  # fmt: skip
    """All feeds; `entries` are the posts that they carry, newest first."""
    keyed = {entry: feed_items.item_key(frame.said, entry, body(entry)) for entry in entries}
    return Recipe(
        FEEDS, digest("feeds", frame.said, *keyed.values()), lambda: _feeds(frame, renderer, keyed, body, rows)
    )  # fmt: skip


def feed_entries(shown: Catalog) -> list[Entry]:
    """The posts that feeds carry, newest first; those without a date cannot be in one."""
    if not shown.info.base_url:
        return []
    return list(islice((entry for entry in shown.posts if entry.when is not None and not entry.preview), LENGTH))


def _feeds(
    frame: Frame, renderer: Renderer, entries: Mapping[Entry, str], body: Callable[[Entry], str], rows: Rows
) -> Iterator[Page]:  # fmt: skip
    items = [*feed_items.feed_items(renderer, entries, body, rows)]
    newest = max((entry.changed or entry.when or NEVER for entry in entries), default=NEVER)
    info = frame.catalog.info
    for name, write in {FEEDS: feeds.rss, "atom.xml": feeds.atom, "feed.json": feeds.json_feed}.items():
        yield Page(name, write(info, items, f"{info.base_url}/{name}", newest))


def _sitemap(frame: Frame) -> Page:
    return Page("sitemap.xml", feeds.sitemap(_addresses(frame)))


def list_places(shown: Catalog, look: SiteSettings) -> set[str]:
    """The places of all pages that are made of several posts."""
    size = max(1, look.posts_per_page)
    places = {PORTFOLIO} if look.portfolio and portfolio.portfolio_groups(shown) else set()
    places |= {SEARCH} if look.search else set()
    return places | overview.overview_places(shown, size) | groups.group_places(shown, size)


def _addresses(frame: Frame) -> list[tuple[str, datetime | None]]:
    """Every page that search engines may list, posts first, with the moment its text last changed."""
    shown = frame.catalog
    own = [
        (frame.address(entry.place), entry.changed)
        for entry in shown.entries
        if entry.listed and not entry.preview and entry.metadata.canonical_url in ("", frame.address(entry.place))
    ]
    lists = list_places(shown, frame.look) - shown.by_place.keys() - {NOT_FOUND, SEARCH}
    return own + [(frame.address(place), shown.newest) for place in sorted(lists) if "/page/" not in f"/{place}"]
