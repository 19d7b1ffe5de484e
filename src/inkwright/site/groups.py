"""The pages of series and of authors: all of them, and each with its posts."""

from collections.abc import Iterable, Iterator

from inkwright.model.post import Page
from inkwright.site.catalog import Catalog, Group
from inkwright.site.lists import pages
from inkwright.site.overview import listed
from inkwright.site.pages import Frame
from inkwright.site.places import AUTHORS, SERIES, author_place, series_place
from inkwright.site.recipe import Recipe, digest


def group_places(shown: Catalog, size: int) -> set[str]:
    """The places of all pages that `group_recipes` makes, so that posts can link to them."""
    places = {series_place(slug) for slug in shown.series}
    for slug, author in shown.authors.items():
        places |= {page.place for page in pages(author.entries, size, f"authors/{slug}/")}
    places |= {SERIES} if shown.series else set()
    return places | ({AUTHORS} if shown.authors else set())


def group_recipes(frame: Frame) -> Iterator[Recipe]:
    """Each series in time order on one page, each author with their posts, newest first, and what lists them."""
    shown = frame.catalog
    for slug, series in shown.series.items():
        said = digest("series", frame.said, *(entry.said for entry in series.entries))
        yield Recipe(series_place(slug), said, lambda series=series: (_series(frame, series),))  # type: ignore[misc]
    if shown.series:
        yield _all(frame, SERIES, "Series", shown.series.values())
    for slug, author in shown.authors.items():
        for page in pages(author.entries, frame.size, f"authors/{slug}/"):
            named = f"{author.name}, page {page.number}" if page.number else author.name
            yield listed(frame, page, named, "", f"Posts of {shown.info.title} by {named}.")
    if shown.authors:
        yield _all(frame, AUTHORS, "Authors", shown.authors.values())


def _series(frame: Frame, series: Group) -> Page:
    place = series_place(series.slug)
    url = frame.url_from(place)
    count = len(series.entries)
    context = {
        "title": series.name, "lead": f"A series in {count} parts, the first one first.",
        "items": [frame.card(entry, url) for entry in series.entries], "older": "", "newer": "", "numbered": True,
    }  # fmt: skip
    if count == 1:
        context["lead"] = "A series that begins here."
    context["head"] = frame.head(place, series.name, f"{series.name}: {context['lead']}")
    return frame.page(place, "list.html", context)


def _all(frame: Frame, place: str, title: str, groups: Iterable[Group]) -> Recipe:
    found, shown = list(groups), frame.catalog.info.title
    to = series_place if place == SERIES else author_place
    said = digest("groups", place, frame.said, *(part for one in found for part in (one.name, len(one.entries))))

    def made() -> Iterator[Page]:
        url = frame.url_from(place)
        tags = [{"name": one.name, "url": url(to(one.slug)), "count": len(one.entries)} for one in found]
        head = frame.head(place, title, f"{title} of {shown}, each with its posts.")
        yield frame.page(place, "tags.html", {"head": head, "title": title, "tags": tags})

    return Recipe(place, said, made)
