"""Ghost: the answer of its Admin API to `posts/?include=email,count.clicks,count.positive_feedback`."""

from collections.abc import Iterator
from typing import Any

from inkwright.measure.export_file import ExportFile
from inkwright.measure.formats._json import objects, totals
from inkwright.measure.page_names import with_names
from inkwright.model.reading import Metric, Reading, Unread

LABEL = "Ghost"
WANTS: tuple[tuple[str, ...], ...] = ()
SOURCE = "https://ghost.org/docs/admin-api/#posts (2025)"
_MAIL: dict[str, Metric] = {"delivered_count": "sent", "opened_count": "opens"}
_COUNT: dict[str, Metric] = {"clicks": "clicks", "positive_feedback": "likes"}


def matches(file: ExportFile) -> bool:
    """Whether posts with the results of their mail stand in it."""
    return any(isinstance(one.get("email"), dict) or isinstance(one.get("count"), dict) for one in _posts(file))


def read(file: ExportFile) -> Iterator[Reading | Unread]:
    """Mails delivered, opened and clicked, and likes, of each post as totals up to the day of the file."""
    for number, one in enumerate(_posts(file), 1):
        address, canonical, title = (str(one.get(key) or "") for key in ("url", "canonical_url", "title"))
        page = with_names(address, canonical, title) or str(one.get("slug") or "")
        for part, keys in (("email", _MAIL), ("count", _COUNT)):
            if isinstance(one.get(part), dict):
                yield from totals(number, one[part], keys, page, file.day)


def _posts(file: ExportFile) -> list[dict[str, Any]]:
    return objects(file, "posts")
