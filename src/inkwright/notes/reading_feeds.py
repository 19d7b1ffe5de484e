"""RSS and Atom -> what they offer for reading."""

import datetime
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin
from xml.etree import ElementTree

from inkwright.model.errors import UnreadableError
from inkwright.model.reading_list import Item
from inkwright.model.regex import regex
from inkwright.notes.fields import one_line
from inkwright.notes.xml_tree import decoded_xml, tree_of

MOST = 10
"""Items that are taken of one feed at once. **Source:** own choice: a list that grows faster is not read."""
FIRST = 14
"""Days that the first look at a feed goes back. **Source:** own choice: two weeks."""
_TAG = regex(r"</?[a-zA-Z][^>]*>")
_NAMES = ("item", "entry")
_DATES = ("pubdate", "published", "date", "issued", "updated")


def read_feed(data: bytes, url: str) -> tuple[Item, ...]:
    """The items of a feed in its order; `url` makes their links whole. Raises UnreadableError for what is no feed.

    **Source:** RSS 2.0 (rssboard.org), RSS 1.0 (purl.org/rss/1.0), RFC 4287 (Atom).
    """
    root = tree_of(decoded_xml(data))
    if _name(root) not in ("rss", "rdf", "feed"):
        raise UnreadableError(f"this is no feed but <{_name(root)}>", hint="Look up the feed's address on the site.")
    found = (_item(one, url) for one in root.iter() if _name(one) in _NAMES)
    return tuple(item for item in found if item is not None)


def _item(one: ElementTree.Element, base: str) -> Item | None:
    parts: dict[str, ElementTree.Element] = {}
    links: list[str] = []
    for part in one:
        parts.setdefault(_name(part), part)
        if _name(part) == "link" and part.get("rel", "alternate") == "alternate":
            links.append(part.get("href") or part.text or "")
    link = next(filter(None, (link.strip() for link in links)), "") or _guid(parts.get("guid"))
    url = _whole(base, link)
    title = one_line(_TAG.sub("", unescape(" ".join(parts["title"].itertext())))) if "title" in parts else ""
    dates = (day for name in _DATES if name in parts and (day := _day(parts[name].text or "")))
    return Item(title, url, next(dates, "")) if url else None


def _guid(guid: ElementTree.Element | None) -> str:
    """A guid that is an address, "" else."""
    text = (guid.text or "").strip() if guid is not None and guid.get("isPermaLink", "true") != "false" else ""
    return text if text.startswith("http") else ""


def _whole(base: str, link: str) -> str:
    try:
        url = urljoin(base, link) if link else ""
    except ValueError:
        return ""
    return url if url.startswith(("http://", "https://")) and not any(char in url for char in " <>\n\t") else ""


def _day(text: str) -> str:
    """An ISO day from a date of RFC 822 or ISO 8601, "" for none."""
    try:
        return datetime.date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text.strip()).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def fresh(items: Iterable[Item], since: str, today: str) -> list[Item]:
    """Those of a feed's items that are new since an ISO day ("" for the first look), oldest first, at most `MOST`.

    An item without a date counts as new; the list tells whether it was seen before.
    """
    first = (datetime.date.fromisoformat(today) - datetime.timedelta(days=FIRST)).isoformat()
    kept = [item for item in items if not item.date or item.date >= (since or first)]
    newest = sorted(enumerate(kept), key=lambda pair: (pair[1].date or today, -pair[0]), reverse=True)[:MOST]
    return [item for _, item in reversed(newest)]


def _name(element: ElementTree.Element) -> str:
    """An element's name without its namespace, in small letters; "" for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
