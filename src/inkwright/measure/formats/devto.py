"""dev.to: the answer of its API to "my articles" (`curl -H "api-key: ..." https://dev.to/api/articles/me/published`)."""

from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile
from inkwright.measure.formats._json import objects, totals
from inkwright.measure.page_names import with_names
from inkwright.model.reading import Metric, Reading, Unread

LABEL = "dev.to"
WANTS: tuple[tuple[str, ...], ...] = ()
SOURCE = "https://developers.forem.com/api/v1#tag/articles/operation/getUserPublishedArticles (2025)"
_KEYS: dict[str, Metric] = {
    "page_views_count": "views", "public_reactions_count": "likes", "comments_count": "comments",
}  # fmt: skip


def matches(file: ExportFile) -> bool:
    """Whether it is a list of articles with their views."""
    return any("page_views_count" in one for one in objects(file))


def read(file: ExportFile) -> Iterator[Reading | Unread]:
    """Views, reactions and comments of each article as totals up to the day of the file. An article that was copied
    there by hand is known by the address that it says it comes from, else by its title."""
    for number, one in enumerate(objects(file), 1):
        page = with_names(*(str(one.get(key) or "") for key in ("url", "canonical_url", "title")))
        yield from totals(number, one, _KEYS, page, file.day)
