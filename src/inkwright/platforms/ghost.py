"""Ghost, the reading side: its JSON export (also inside a zip with `content/images`), and posts as its API gives them.

**Source:** ghost.org/docs/migration/content (the JSON file), ghost.org/docs/content-api/#posts.
"""

from collections.abc import Mapping
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.platforms.reading.build import cover, dated, front_of, incoming, subscriber_lists, tagged
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.ghost_nodes import lexical_html, mobiledoc_html, read_tree
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.markdown_body import markdown_body
from inkwright.platforms.reading.page import Page
from inkwright.platforms.reading.records import json_files, tables_in
from inkwright.platforms.reading.tidy import plain

_TEXTS = ("html", "lexical", "mobiledoc")
_HOME = "__GHOST_URL__"


def read(export: Export) -> Arrival:
    """All posts and pages of an export. Raises UnreadableError when it is none."""
    lists, items = subscriber_lists(export, export.ending(".csv"))
    posts: list[Incoming] = []
    troubles: list[tuple[str, str]] = []
    for name, found in json_files(export, export.ending(".json"), troubles):
        shelf = _Shelf(found)
        there = list(tables_in(found, _is_post))
        items += shelf.lost
        posts += [_post(export, name, one, shelf) for one in there]
        if not there:
            items.append(Item("file", "lost", name, "it holds no posts"))
    if not posts and not lists and not troubles:
        raise UnreadableError(
            "this holds no export of Ghost (a .json file with posts)", path=export.name,
            hint="In Ghost choose Settings, Migration tools, Export, and give the file that it makes.",
        )  # fmt: skip
    return Arrival(tuple(posts), tuple(items), lists, tuple(troubles))


def _is_post(one: Mapping[str, Any]) -> bool:
    inner = one.get("data") if isinstance(one.get("data"), Mapping) and "url" in one else one
    return isinstance(inner, Mapping) and any(key in inner for key in _TEXTS) and ("title" in inner or "slug" in inner)


class _Shelf:
    """The tables of an export that posts refer to by id: tags, people, what is said of a post elsewhere."""

    def __init__(self, found: Any) -> None:
        self.tags: dict[str, list[str]] = {}
        self.people: dict[str, list[str]] = {}
        self.meta: dict[str, Mapping[str, Any]] = {}
        self.lost: list[Item] = []
        for data in tables_in(found, lambda one: isinstance(one.get("posts"), list)):
            self.lost += [
                Item("picture of a tag", "lost", str(one["feature_image"]), "tags have no pictures here")
                for one in _rows(data, "tags") if one.get("feature_image")
            ]  # fmt: skip
            names = {one.get("id"): plain(one.get("name")) for one in _rows(data, "tags")}
            users = {one.get("id"): plain(one.get("name")) for one in _rows(data, "users")}
            for one in sorted(_rows(data, "posts_tags"), key=_order):
                self.tags.setdefault(str(one.get("post_id")), []).append(names.get(one.get("tag_id"), ""))
            for one in sorted(_rows(data, "posts_authors"), key=_order):
                self.people.setdefault(str(one.get("post_id")), []).append(users.get(one.get("author_id"), ""))
            self.meta.update((str(one.get("post_id")), one) for one in _rows(data, "posts_meta"))


def _rows(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = data.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _order(one: Mapping[str, Any]) -> int:
    return one["sort_order"] if isinstance(one.get("sort_order"), int) else 0


def _post(export: Export, name: str, whole: Mapping[str, Any], shelf: _Shelf) -> Incoming:
    one = whole["data"] if isinstance(whole.get("data"), Mapping) else whole
    items: list[Item] = []
    title, slug = plain(one.get("title")), plain(one.get("slug"))
    id_ = str(one.get("id") or slug or title)
    html = one.get("html") if isinstance(one.get("html"), str) else ""
    if not html:
        html = lexical_html(read_tree(one.get("lexical")), items) or mobiledoc_html(
            read_tree(one.get("mobiledoc")), items
        )
    body = body_of(str(html).replace(_HOME, ""), name, _cards, title)
    attached = list(body.attached)
    meta = {**shelf.meta.get(id_, {}), **{key: value for key, value in one.items() if value}}
    status, visibility = str(one.get("status") or "published"), str(one.get("visibility") or "public")
    if status not in ("published", "draft", "sent"):
        items.append(Item("status", "changed", f"{title}: {status}", "kept as a draft"))
    if visibility != "public":
        items.append(Item("paywall", "changed", f"{title}: {visibility}", "once published here, everyone can read it"))
    items += [
        Item("code injection", "lost", f"{title}: {key}", "it belongs to Ghost's own pages")
        for key in ("codeinjection_head", "codeinjection_foot") if one.get(key)
    ]  # fmt: skip
    items += [
        Item("picture for sharing", "lost", str(one[key]), "it is made from the post here")
        for key in ("og_image", "twitter_image") if one.get(key)
    ]  # fmt: skip
    url = plain(whole.get("url")) or (f"/{slug}/" if slug else "")
    draft = status not in ("published", "sent")
    front = front_of(
        ("date", dated(one.get("published_at"), items)),
        ("updated", dated(one.get("updated_at"), items, "date of change")), ("draft", draft),
        ("description", plain(meta.get("custom_excerpt")) or plain(meta.get("meta_description"))),
        ("tags", tagged(shelf.tags.get(id_) or _names(one.get("tags")), items)),
        ("authors", tuple(filter(None, shelf.people.get(id_) or _names(one.get("authors") or [one.get("author")])))),
        ("image", cover(str(one.get("feature_image") or "").replace(_HOME, ""), attached)),
        ("canonical_url", plain(meta.get("canonical_url"))),
        ("visibility", visibility if visibility != "public" else ""),
    )  # fmt: skip
    return incoming(
        f"ghost:{id_}", title, body, export=export, near=name, items=items, front=front, attached=attached, slug=slug,
        urls=() if draft else (url,), page=one.get("type") == "page" or one.get("page") is True,
    )  # fmt: skip


def _names(found: Any) -> list[str]:
    """The names of tags or people that stand in the post itself; those that begin with `#` are Ghost's own."""
    rows = found if isinstance(found, list) else []
    inner = (one.get("data", one) for one in rows if isinstance(one, Mapping))
    names = (plain(one.get("name")) for one in inner if isinstance(one, Mapping))
    return [name for name in names if name and not name.startswith("#")]


def _cards(page: Page) -> None:
    """Cards that hold Markdown, and what only Ghost's own pages show."""
    for one in page.root.xpath(".//*[@data-inkwright-markdown]"):
        inner = markdown_body(one.get("data-inkwright-markdown"), first=len(page.attached))
        page.attached += inner.attached
        page.items += inner.items
        page.stand_in(one, inner.text.strip("\n"), block=True)
    for one in page.root.xpath(".//*[contains(@class, 'kg-bookmark-card') or contains(@class, 'kg-audio-card')]"):
        _card(page, one)
    for one in page.root.xpath(".//*[contains(@class, 'kg-signup-card') or contains(@class, 'kg-button-card')]"):
        page.note("card", "lost", " ".join(one.text_content().split()), "it belongs to Ghost's own pages")
        page.drop(one)


def _card(page: Page, one: Any) -> None:
    found = one.xpath(".//a/@href | .//audio/@src")
    words = one.xpath(".//*[contains(@class, 'title')]/text()")
    frame = one.makeelement("iframe", {"src": str(found[0]) if found else "", "title": str(words[0]) if words else ""})
    frame.tail = one.tail
    one.getparent().replace(one, frame)


IMPORTER = Importer(
    name="ghost", label="Ghost", read=read,
    takes="the .json file of Migration tools > Export, alone or with content/images in a folder or zip",
    carries=("post", "draft", "page", "picture", "footnote", "date", "redirect", "tag", "embed", "subscriber"),
)  # fmt: skip
