"""Blogger, the reading side: the feed of its backup (Atom, also as Takeout gives it) and posts of its API in JSON.

**Source:** support.google.com/blogger (Back up your content), developers.google.com/blogger/docs/3.0/reference/posts.
"""

from collections.abc import Mapping
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.platforms.reading.build import dated, front_of, incoming, slug_in, tagged
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.feed import read_feed, value, values
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.records import read_json, tables_in
from inkwright.platforms.reading.tidy import plain
from inkwright.platforms.rss import link_of, text_of

_KIND = "http://schemas.google.com/g/2005#kind"


def read(export: Export) -> Arrival:
    """All posts and pages of an export. Raises UnreadableError when it is none."""
    posts: list[Incoming] = []
    items: list[Item] = []
    troubles: list[tuple[str, str]] = []
    for name in export.ending(".xml", ".atom", ".json"):
        try:
            if name.lower().endswith(".json"):
                found = read_json(export, name)
                posts += [_record(export, name, one) for one in tables_in(found, _is_post)]
                continue
            feed = read_feed(export, name)
        except UnreadableError as error:
            troubles.append((name, error.message))
            continue
        troubles += [(name, said.partition(": ")[2]) for said in feed.problems]
        for entry in feed.items():
            kind = _kind(entry)
            if kind in ("post", "page"):
                posts.append(feed.told(_entry(export, name, entry, kind), entry))
            elif kind == "comment":
                items.append(Item("comment", "lost", plain(value(entry, "title")), "comments stay in the export file"))
            else:
                items.append(Item(kind, "lost", plain(value(entry, "title", "id")), "Blogger keeps its settings in it"))
    if not posts and not troubles:
        raise UnreadableError("this holds no posts of Blogger", path=export.name, hint="Give the .xml of its backup.")
    return Arrival(tuple(posts), tuple(items), (), tuple(troubles))


def _is_post(one: Mapping[str, Any]) -> bool:
    return str(one.get("kind", "")) in ("blogger#post", "blogger#page")


def _kind(entry: Any) -> str:
    """What an entry is: "post", "page", "comment", or the name of a setting."""
    said = value(entry, "blogger:type").lower()
    terms = [one.get("term") or "" for one in values(entry, "category") if one.get("scheme") == _KIND]
    return said or (terms[0].rpartition("#")[2] if terms else "post")


def _entry(export: Export, name: str, entry: Any, kind: str) -> Incoming:
    items: list[Item] = []
    title = plain(value(entry, "title"))
    control = next(iter(values(entry, "app:control")), None)
    draft = value(entry, "blogger:status").upper() == "DRAFT" or (
        control is not None and value(control, "app:draft") == "yes"
    )
    address = link_of(entry) or value(entry, "blogger:filename")
    tags = [one.get("term") for one in values(entry, "category") if one.get("scheme") != _KIND]
    people = [value(one, "name") for one in values(entry, "author")]
    front = front_of(
        ("date", dated(value(entry, "published"), items)),
        ("updated", dated(value(entry, "updated"), items, "date of change")), ("draft", draft),
        ("tags", tagged(tags, items)), ("authors", tuple(filter(None, map(plain, people)))),
    )  # fmt: skip
    body = body_of(text_of(entry, "content", "summary"), name, title=title)
    return incoming(
        f"blogger:{value(entry, 'id') or address}", title or slug_in(address), body, export=export, near=name,
        items=items, front=front, slug=slug_in(address), urls=() if draft else (address,), page=kind == "page",
    )  # fmt: skip


def _record(export: Export, name: str, one: Mapping[str, Any]) -> Incoming:
    items: list[Item] = []
    title, address = plain(one.get("title")), plain(one.get("url"))
    author = one.get("author")
    draft = str(one.get("status") or "LIVE").upper() == "DRAFT"
    front = front_of(
        ("date", dated(one.get("published"), items)), ("updated", dated(one.get("updated"), items, "date of change")),
        ("draft", draft), ("tags", tagged(one.get("labels") or (), items)),
        ("authors", tuple(filter(None, [plain(author.get("displayName")) if isinstance(author, Mapping) else ""]))),
    )  # fmt: skip
    replies = one.get("replies")
    number = str(replies.get("totalItems", 0)) if isinstance(replies, Mapping) else "0"
    items += [Item("comment", "lost", title, "the file only counts them")] * (int(number) if number.isdecimal() else 0)
    return incoming(
        f"blogger:{one.get('id') or address}", title, body_of(str(one.get("content") or ""), name, title=title),
        export=export, near=name, items=items, front=front, slug=slug_in(address), urls=() if draft else (address,),
        page=one.get("kind") == "blogger#page",
    )  # fmt: skip


IMPORTER = Importer(
    name="blogger", label="Blogger", read=read, takes="the .xml or .atom file of its backup, or .json of its API",
    carries=("post", "draft", "page", "picture", "footnote", "date", "redirect", "tag", "embed", "comment"),
)  # fmt: skip
