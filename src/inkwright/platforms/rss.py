"""A feed (RSS 1.0, 2.0 or Atom) that was saved as a file: the way in from whatever has no export.

**Source:** rssboard.org/rss-specification, RFC 4287 (Atom), the module `content`.
"""

from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.platforms.reading.build import dated, front_of, incoming, slug_in, tagged
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.feed import read_feed, value, values
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.tidy import plain
from inkwright.text.html_tools import html_tools


def read(export: Export) -> Arrival:
    """All items of the feeds of an export. Raises UnreadableError when it holds none."""
    posts: list[Incoming] = []
    troubles: list[tuple[str, str]] = []
    for name in export.ending(".xml", ".rss", ".atom", ".rdf"):
        try:
            feed = read_feed(export, name)
        except UnreadableError as error:
            troubles.append((name, error.message))
            continue
        troubles += [(name, said.partition(": ")[2]) for said in feed.problems]
        posts += [feed.told(_post(export, name, item), item) for item in feed.items()]
    if not posts and not troubles:
        raise UnreadableError("this holds no feed", path=export.name, hint="Save the feed as a file and give that.")
    return Arrival(tuple(posts), (), (), tuple(troubles))


def text_of(item: Any, *names: str) -> str:
    """The HTML of the first of an item's own elements, also where it stands as elements of its own (XHTML)."""
    for name in names:
        for one in values(item, name):
            if len(one):
                return "".join(html_tools().html(inner) for inner in one)
            if (one.text or "").strip():
                return str(one.text)
    return ""


def link_of(item: Any) -> str:
    """The address of an item."""
    for one in values(item, "link"):
        if one.get("rel", "alternate") == "alternate" and (one.get("href") or one.text):
            return str(one.get("href") or one.text).strip()
    guid = next(iter(values(item, "guid")), None)
    if guid is None or guid.get("isPermaLink", "true") != "true" or not (guid.text or "").startswith("http"):
        return ""
    return str(guid.text).strip()


def _post(export: Export, name: str, item: Any) -> Incoming:
    items: list[Item] = []
    title, address = plain(value(item, "title")), link_of(item)
    whole = text_of(item, "content:encoded", "content")
    short = text_of(item, "description", "summary", "itunes:summary")
    if not whole and short:
        items.append(Item("text", "changed", title, "the feed may hold only a summary of it"))
    sound = next((one for one in values(item, "enclosure") if str(one.get("type")).startswith("audio/")), None)
    if sound is not None:
        items.append(Item("podcast", "changed", sound.get("url") or title, "`audio` in its front matter names it"))
    tags = [one.get("term") or one.text for one in values(item, "category")]
    people = [value(one, "name") for one in values(item, "author") if len(one)] or [value(item, "dc:creator")]
    front = front_of(
        ("date", dated(value(item, "pubDate", "published", "dc:date", "updated"), items)),
        ("description", plain(short) if whole and short != whole and len(short) < 500 else ""),
        ("tags", tagged(tags, items)), ("authors", tuple(filter(None, map(plain, people)))),
        ("audio", sound.get("url") if sound is not None else ""),
    )  # fmt: skip
    id_ = value(item, "guid", "id") or address or title
    return incoming(
        f"rss:{id_}", title or slug_in(address), body_of(whole or short, name, title=title), export=export, near=name,
        items=items, front=front, slug=slug_in(address), urls=(address,),
    )  # fmt: skip


IMPORTER = Importer(
    name="rss", label="a feed", read=read, takes="a feed saved as a file (RSS or Atom)",
    carries=("post", "picture", "footnote", "date", "redirect", "tag", "embed", "podcast"),
)  # fmt: skip
