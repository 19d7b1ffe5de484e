"""What a post says of its own history at its end: errata and its change log, from its front matter.

Each is a list of texts that start with their date: `errata: ["2026-11-21: The figure was 45 ms, not 54."]`.
"""

import re
from datetime import UTC, datetime
from typing import Any

from inkwright.model.regex import regex
from inkwright.render.escape import escape
from inkwright.site.dates import spoken

ERRATA, CHANGES = "errata", "changes"
_DATED = regex(r"\s*(\d{4}-\d{2}-\d{2})\s*:\s*(.*)", re.S)


def told(value: object) -> tuple[str, ...]:
    """The items that a key of the front matter holds, each on one line, oldest first; () for none."""
    items = value if isinstance(value, list) else [value]
    return tuple(" ".join(item.split()) for item in items if isinstance(item, str) and item.strip())


def history(items: tuple[str, ...], language: str) -> list[dict[str, Any]]:
    """Items as templates know them: `text` and `date` (None for an item without one)."""
    return [_item(item, language) for item in items]


def in_feeds(items: tuple[str, ...], language: str) -> str:
    """The corrections of a post as they end its text in feeds; "" for none."""
    shown = (
        f"<li>{one['date']['text'] + ': ' if one['date'] else ''}{escape(one['text'])}</li>\n"
        for one in history(items, language)
    )
    return f"<h2>Corrections</h2>\n<ul>\n{''.join(shown)}</ul>\n" if items else ""


def _item(text: str, language: str) -> dict[str, Any]:
    matched = _DATED.fullmatch(text)
    try:
        when = datetime.fromisoformat(matched[1]).replace(tzinfo=UTC) if matched else None
    except ValueError:
        when = None
    if matched is None or when is None:
        return {"text": text, "date": None}
    return {"text": matched[2], "date": {"iso": matched[1], "text": spoken(when, language)}}
