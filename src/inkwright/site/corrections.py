"""What a post says of its own history at its end: errata and its change log, from its front matter.

Each is a list of texts that start with their date: `errata: ["2026-11-21: The figure was 45 ms, not 54."]`.
"""

import re
from datetime import UTC, datetime
from typing import Any

from inkwright.site.dates import spoken
from inkwright.site.entry import Entry

ERRATA, CHANGES = "errata", "changes"
_DATED = re.compile(r"\s*(\d{4}-\d{2}-\d{2})\s*:\s*(.*)", re.S)


def history(entry: Entry, key: str, language: str) -> list[dict[str, Any]]:
    """The items of a key, oldest first: `text` and `date` (None for an item without one); [] for none."""
    found = entry.post.document.front_matter.data.get(key)
    items = found if isinstance(found, list) else [found]
    return [_item(" ".join(item.split()), language) for item in items if isinstance(item, str) and item.strip()]


def _item(text: str, language: str) -> dict[str, Any]:
    matched = _DATED.fullmatch(text)
    try:
        when = datetime.fromisoformat(matched[1]).replace(tzinfo=UTC) if matched else None
    except ValueError:
        when = None
    if matched is None or when is None:
        return {"text": text, "date": None}
    return {"text": matched[2], "date": {"iso": matched[1], "text": spoken(when, language)}}
