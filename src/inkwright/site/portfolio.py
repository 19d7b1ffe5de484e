"""The portfolio page: the listed posts that name a role or skill which they show, by role."""

from collections.abc import Iterator
from typing import Any

from inkwright.model.post import Page
from inkwright.site.catalog import Catalog, Group, grouped
from inkwright.site.context import day
from inkwright.site.pages import Frame
from inkwright.site.places import PORTFOLIO
from inkwright.site.recipe import Recipe, digest


def portfolio_groups(shown: Catalog) -> tuple[Group, ...]:
    """The roles that posts name, by name, each with its posts, newest first; () when none does."""
    return grouped(shown.posts, lambda entry: entry.card.roles)


def portfolio_recipes(frame: Frame) -> Iterator[Recipe]:
    """The page, when the settings ask for it and a post names a role."""
    groups = portfolio_groups(frame.catalog) if frame.look.portfolio else ()
    if groups:
        said = [part for one in groups for part in (one.name, *(entry.said for entry in one.entries))]
        yield Recipe(PORTFOLIO, digest("portfolio", frame.said, *said), lambda: (_page(frame, groups),))


def _page(frame: Frame, groups: tuple[Group, ...]) -> Page:
    url, language = frame.url_from(PORTFOLIO), frame.catalog.info.language
    years: list[dict[str, Any]] = [
        {
            "id": f"-{one.slug}",
            "label": one.name,
            "entries": [
                {
                    "title": entry.title, "url": url(entry.place), "date": entry.when and day(entry.when, language),
                    "summary": entry.summary, "level": entry.card.level,
                }
                for entry in one.entries
            ],
        }
        for one in groups
    ]  # fmt: skip
    head = frame.head(PORTFOLIO, "Portfolio", f"Posts of {frame.catalog.info.title} by the roles that they show.")
    return frame.page(PORTFOLIO, "archive.html", {"head": head, "title": "Portfolio", "years": years})
