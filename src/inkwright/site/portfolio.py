"""The portfolio page: the listed posts that name a role which they show, by role, with what there is to talk about."""

from collections.abc import Callable, Iterator
from typing import Any

from inkwright.model.post import Page
from inkwright.site.catalog import Catalog, Group, grouped
from inkwright.site.context import day
from inkwright.site.entry import Entry
from inkwright.site.pages import Frame
from inkwright.site.paths import encoded
from inkwright.site.places import PORTFOLIO
from inkwright.site.recipe import Recipe, digest


def portfolio_groups(shown: Catalog) -> tuple[Group, ...]:
    """The roles that posts name, by name, each with its posts: those with most talking points first, then the newest;
    () when none does."""
    posts = sorted(shown.posts, key=lambda entry: -len(entry.card.points))
    return grouped(posts, lambda entry: entry.card.roles)


def portfolio_recipes(frame: Frame) -> Iterator[Recipe]:
    """The page, when the settings ask for it and a post names a role."""
    groups = portfolio_groups(frame.catalog) if frame.look.portfolio else ()
    if groups:
        said = [part for one in groups for part in (one.name, *(entry.said for entry in one.entries))]
        yield Recipe(PORTFOLIO, digest("portfolio", frame.said, *said), lambda: (_page(frame, groups),))


def _points(entry: Entry, url: Callable[[str], str]) -> list[dict[str, str]]:
    """What there is to talk about, each sentence with the address of where it stands."""
    own = url(entry.place)
    return [
        {"text": one.text, "url": f"{own}#{encoded(one.anchor)}" if one.anchor else own} for one in entry.card.points
    ]


def _page(frame: Frame, groups: tuple[Group, ...]) -> Page:
    url, language = frame.url_from(PORTFOLIO), frame.catalog.info.language
    years: list[dict[str, Any]] = [
        {
            "id": f"-{one.slug}",
            "label": one.name,
            "entries": [
                {
                    "title": entry.title, "url": url(entry.place), "date": entry.when and day(entry.when, language),
                    "summary": entry.summary, "level": entry.card.level, "points": _points(entry, url),
                }
                for entry in one.entries
            ],
        }
        for one in groups
    ]  # fmt: skip
    head = frame.head(PORTFOLIO, "Portfolio", f"Posts of {frame.catalog.info.title} by the roles that they show.")
    return frame.page(PORTFOLIO, "archive.html", {"head": head, "title": "Portfolio", "years": years})
