"""The frame that all pages share, and the pages of posts."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from inkwright.model.post import Page
from inkwright.model.settings import SiteSettings
from inkwright.site.article import Renderer
from inkwright.site.catalog import Catalog
from inkwright.site.context import article_context, cite_context, day
from inkwright.site.corrections import CHANGES, history, told
from inkwright.site.entry import Entry
from inkwright.site.head import head_context
from inkwright.site.paths import INDEX, base_path, clean, encoded, has_scheme, place_of, relative, site_path
from inkwright.site.people import people
from inkwright.site.places import ARCHIVE, NOT_FOUND, PORTFOLIO, SEARCH, SERIES, TAGS
from inkwright.site.recipe import digest
from inkwright.site.related import Related
from inkwright.site.sign_up import promise
from inkwright.site.theme import Theme

_MENU_PAGES = 4
ICONS = ("favicon.svg", "favicon.ico", "favicon.png")
"""An icon of the author's own at the top of the site, the best first."""


class Frame(Struct, frozen=True, eq=False, dict=True):
    """What every page has around its content, as the settings `look` have it; `related` and `linking` are the posts
    that the page at a place names as alike and as linking to it. `icon` is the place of the author's own icon, "" for
    the theme's."""

    catalog: Catalog
    theme: Theme
    look: SiteSettings
    related: Related = field(default_factory=dict)
    linking: Related = field(default_factory=dict)
    icon: str = ""

    @property
    def size(self) -> int:
        """Posts on a list page."""
        return max(1, self.look.posts_per_page)

    @cached_property
    def site(self) -> dict[str, Any]:
        """What templates know as `site`."""
        info = self.catalog.info
        return {
            "title": info.title, "description": info.description, "author": info.author,
            "language": info.language or "en", "base_url": info.base_url, "feeds": bool(info.base_url),
            "signup": {"url": self.look.signup, "text": promise(self.look)} if self.look.signup else None,
            "icon": self.icon,
        }  # fmt: skip

    @cached_property
    def menu(self) -> Sequence[tuple[str, str]]:
        """Label and place or address of each menu item: the site's own, else the lists and the pages at the top."""
        info, shown = self.catalog.info, self.catalog
        if info.menu:
            return [(label, target if has_scheme(target) else place_of(target)) for label, target in info.menu]
        top = [
            entry for entry in shown.entries
            if entry.file.kind == "page" and entry.listed and entry.place.count("/") == 1
            and entry.place.endswith("/" + INDEX) and entry.place not in (ARCHIVE, TAGS, SERIES, PORTFOLIO, SEARCH)
        ]  # fmt: skip
        if len(top) > _MENU_PAGES:
            top = [entry for entry in top if entry.place.startswith("about")]
        lists = [("Archive", ARCHIVE), *([("Tags", TAGS)] if shown.tags else [])]
        lists += [("Series", SERIES)] if shown.series else []
        lists += (
            [("Portfolio", PORTFOLIO)] if self.look.portfolio and any(one.card.roles for one in shown.posts) else []
        )
        found = [("Search", SEARCH)] if self.look.search else []
        return [*lists, *((entry.title, entry.place) for entry in top), *found]

    @cached_property
    def said(self) -> str:
        """The digest of what all pages share."""
        return digest(self.theme.said, self.catalog.info, self.catalog.generator, self.menu, self.look, self.icon)

    def page(self, place: str, template: str, context: dict[str, Any]) -> Page:
        """A page filled into its template; `context` must hold `head`. Addresses in it are relative to the page."""
        url = self.url_from(place)
        menu = [
            {"label": label, "url": target if has_scheme(target) else url(target), "current": target == place}
            for label, target in self.menu
        ]
        whole = {"site": self.site, "menu": menu, "home": place == INDEX, **context}
        return Page(place, self.theme.render(template, whole, url))

    def head(self, place: str, title: str, description: str) -> dict[str, Any]:
        """What the head of a page that lists things says of it."""
        return {"title": title, "description": description, "canonical": self.address(place)}

    def url_from(self, place: str) -> Callable[[str], str]:
        """The function from a place to its address as seen from a page. The page for addresses that do not exist is
        shown anywhere, so that its own links start at the root."""
        if place == NOT_FOUND:
            root = base_path(self.catalog.info.base_url)
            return lambda target: root + encoded(site_path(target))
        return lambda target: relative(place, target)

    def address(self, place: str) -> str:
        """The absolute address of a place, "" when the site has no base address."""
        base = self.catalog.info.base_url
        return f"{base}/{encoded(site_path(place))}" if base else ""

    def card(self, entry: Entry, url: Callable[[str], str]) -> dict[str, Any]:
        """A post as lists show it."""
        return {
            "title": entry.title, "url": url(entry.place), "summary": entry.summary, "preview": entry.preview,
            "date": entry.when and day(entry.when, self.catalog.info.language), "minutes": entry.card.minutes,
        }  # fmt: skip

    def redirect(self, place: str, entry: Entry) -> Page:
        """A page that leads on to a post, for an address it once had."""
        url = self.url_from(place)
        context = {
            "site": self.site, "title": entry.title, "target": url(entry.place),
            "canonical": self.address(entry.place),
        }  # fmt: skip
        return Page(place, self.theme.render("redirect.html", context, url))

    @cached_property
    def neighbours(self) -> dict[str, tuple[Entry | None, Entry | None]]:
        """The next older and the next newer post of each listed post, by place."""
        posts = self.catalog.posts
        return {
            entry.place: (posts[at + 1] if at + 1 < len(posts) else None, posts[at - 1] if at else None)
            for at, entry in enumerate(posts)
        }


def article_key(frame: Frame, entry: Entry) -> str:
    """The digest of what the page of a post is made from, what it asks of the rest of the site apart."""
    near = [other.said if other else "" for other in frame.neighbours.get(entry.place, ())]
    alike = [other.said for other in frame.related.get(entry.place, ())]
    linking = [other.said for other in frame.linking.get(entry.place, ())]
    below = [other.said for other in children(frame.catalog, entry)]
    listed = [other.said for other in frame.catalog.posts[: 2 * frame.size]] if entry.place == INDEX else ()
    many = len(frame.catalog.posts) if entry.place == INDEX else 0
    series = frame.catalog.series_of(entry)
    parts = [series.name, *(other.said for other in series.entries)] if series else ()
    known = [one.known for one in people(frame.catalog, entry)]
    others = (
        *parts,
        "by",
        *known,
        "near",
        *near,
        "alike",
        *alike,
        "linking",
        *linking,
        "below",
        *below,
        "home",
        *listed,
        many,
    )
    return digest("article", frame.said, entry.kept.source, entry.said, *others)


def article_page(frame: Frame, renderer: Renderer, entry: Entry, body: str) -> Page:
    """The page of a post. A page at the root is the introduction of the home page's list."""
    place, url = entry.place, frame.url_from(entry.place)
    shown = renderer.on_page(entry, body)
    head = head_context(renderer, entry)
    if place == INDEX and entry.file.kind == "page":
        posts = frame.catalog.posts
        return frame.page(place, "list.html", {
            "head": {**head, "type": "website"}, "intro": {"title": entry.title, "body": shown},
            **front_list(frame, [*posts]),
        })  # fmt: skip
    older, newer = frame.neighbours.get(place, (None, None))
    context = {
        "head": head,
        "post": {**article_context(renderer, entry, url), "cite": cite_context(renderer, entry, frame.look.cite)},
        "body": shown,
        "errata": history(entry.card.errata, frame.catalog.info.language),
        "changes": history(told(entry.post.document.front_matter.data.get(CHANGES)), frame.catalog.info.language),
        "dated": entry.file.kind == "post",
        "items": [frame.card(child, url) for child in children(frame.catalog, entry)],
        "older": frame.card(older, url) if older else {},
        "newer": frame.card(newer, url) if newer else {},
        "related": [frame.card(other, url) for other in frame.related.get(place, ())],
        "linking": [frame.card(other, url) for other in frame.linking.get(place, ())],
    }
    return frame.page(place, "post.html", context)


def front_list(frame: Frame, posts: Sequence[Entry]) -> dict[str, Any]:
    """The newest posts as the home page lists them, with the way to the older ones."""
    from_home = frame.url_from(INDEX)
    full = max(0, len(posts) // frame.size - 1)
    return {
        "items": [frame.card(entry, from_home) for entry in posts[: len(posts) - full * frame.size]],
        "older": from_home(f"page/{full}/{INDEX}") if full else "",
        "newer": "",
    }


def children(shown: Catalog, entry: Entry) -> list[Entry]:
    """What a section's own page (`_index`) lists: the posts and pages below it, newest first."""
    if not entry.file.path.rpartition("/")[2].startswith("_index."):
        return []
    folder = clean(entry.path) + "/"
    below = [other for other in shown.entries if other.place.startswith(folder) and other is not entry and other.listed]
    newest = {post.place: at for at, post in enumerate(shown.posts)}
    return sorted(below, key=lambda other: (newest.get(other.place, len(newest)), other.title.casefold()))
