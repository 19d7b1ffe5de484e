"""What all importers do with the parts of a post: dates, tags, addresses, lists of subscribers, the front matter."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from inkwright.model.imports import Attached, Incoming, Item
from inkwright.platforms.dates import iso_date
from inkwright.platforms.reading.dates import mail_date
from inkwright.platforms.reading.export import Export, decoded
from inkwright.platforms.reading.html_body import Body
from inkwright.platforms.reading.tables import addresses_in, is_list
from inkwright.platforms.reading.tidy import plain

Pair = tuple[str, Any]


def dated(written: object, items: list[Item], kind: str = "date") -> str:
    """A date as ISO text, counted; "" when the source gives none or one that is no date."""
    text = str(written or "").strip()
    if not text or text.startswith("0000-00-00"):
        return ""
    found = mail_date(text) or iso_date(written)
    items.append(Item(kind, "kept", found) if found else Item(kind, "lost", text[:80], "this is no date"))
    return found


def tagged(names: Iterable[object], items: list[Item]) -> tuple[str, ...]:
    """Tags in order, each once, counted."""
    found = tuple(dict.fromkeys(name for name in map(plain, names) if name))
    items += [Item("tag", "kept", name) for name in found]
    return found


def front_of(*pairs: Pair) -> Mapping[str, Any]:
    """Front matter of the pairs that hold anything."""
    return {key: value for key, value in pairs if value not in ("", (), [], None, False)}


def cover(address: object, attached: list[Attached], alt: str = "") -> str:
    """The token of the picture above a post, "" for none. `alt` is what it shows."""
    if not isinstance(address, str) or not address.strip():
        return ""
    token = f"inkwright-file-{len(attached)}-picture"
    attached.append(Attached(token, address.strip()))
    return token


def resolved(attached: Iterable[Attached], export: Export, near: str) -> tuple[Attached, ...]:
    """The files of a text, each with its name in the export where it is there."""
    found = []
    for one in attached:
        file = "" if one.data else export.holding(one.address, near)
        found.append(Attached(one.token, one.address, file, one.data, one.kind))
    return tuple(found)


def slug_in(address: str) -> str:
    """The last part of an address, without an ending; "" when there is none."""
    try:
        parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
    except ValueError:
        return ""
    return parts[-1].rsplit(".", 1)[0] if parts else ""


def incoming(
    source: str, title: str, body: Body, *, export: Export, near: str, items: Iterable[Item],
    front: Mapping[str, Any], attached: Iterable[Attached] = (), slug: str = "", urls: Iterable[str] = (),
    page: bool = False,
) -> Incoming:  # fmt: skip
    """A post of its parts. `attached` are those of the body and, after them, of the front matter."""
    return Incoming(
        source, title, body.text, slug, front, tuple(dict.fromkeys(url for url in urls if url)),
        resolved(attached or body.attached, export, near), (*body.items, *items), "page" if page else "post", near,
    )  # fmt: skip


def subscriber_lists(export: Export, names: Iterable[str]) -> tuple[tuple[tuple[str, bytes], ...], list[Item]]:
    """The files among some that are lists of subscribers, and how many addresses each holds."""
    lists: list[tuple[str, bytes]] = []
    items: list[Item] = []
    for name in names:
        data = export.read(name)
        text = decoded(data, name)[0]
        if is_list(text):
            lists.append((name.rpartition("/")[2], data))
            items += [Item("subscriber", "kept", name)] * addresses_in(text)
    return tuple(lists), items
