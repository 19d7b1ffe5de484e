"""Posts as WordPress's REST API gives them (`/wp-json/wp/v2/posts?_embed`), kept as files of JSON.

**Source:** developer.wordpress.org/rest-api/reference/posts
"""

from collections.abc import Iterable, Mapping
from typing import Any

from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.platforms.reading.build import cover, dated, front_of, incoming, tagged
from inkwright.platforms.reading.export import Export
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.records import json_files, tables_in
from inkwright.platforms.reading.tidy import plain


def read_rest(export: Export, names: Iterable[str]) -> Arrival:
    """The posts and pages in some files; other things that the API gives (people, terms) are passed over."""
    posts: list[Incoming] = []
    troubles: list[tuple[str, str]] = []
    items: list[Item] = []
    for name, found in json_files(export, names, troubles):
        there = list(tables_in(found, lambda each: "rendered" in _table(each.get("content"))))
        posts += [_post(export, one, name) for one in there]
        if not there:
            items.append(Item("file", "lost", name, "it holds no posts"))
    return Arrival(tuple(posts), tuple(items), (), tuple(troubles))


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _post(export: Export, one: Mapping[str, Any], name: str) -> Incoming:
    items: list[Item] = []
    title = plain(_table(one.get("title")).get("rendered"))
    body = body_of(str(_table(one.get("content")).get("rendered") or ""), name, title=title)
    attached = list(body.attached)
    inner = _table(one.get("_embedded"))
    media = next((each for each in inner.get("wp:featuredmedia") or () if isinstance(each, Mapping)), {})
    terms = [term for group in inner.get("wp:term") or () if isinstance(group, list) for term in group]
    people = [plain(each.get("name")) for each in inner.get("author") or () if isinstance(each, Mapping)]
    status = str(one.get("status") or "publish")
    moment = one.get("date_gmt")
    front = front_of(
        ("date", dated(f"{moment}Z" if moment else one.get("date"), items)), ("draft", status != "publish"),
        ("updated", dated(f"{one['modified_gmt']}Z" if one.get("modified_gmt") else "", items, "date of change")),
        ("description", plain(_table(one.get("excerpt")).get("rendered"))),
        ("tags", tagged((term.get("name") for term in terms if isinstance(term, Mapping)), items)),
        ("authors", tuple(filter(None, people))),
        ("image", cover(media.get("source_url") or one.get("jetpack_featured_media_url"), attached)),
    )  # fmt: skip
    if not terms:
        numbers = [each for key in ("categories", "tags") for each in one.get(key) or () if isinstance(each, int)]
        items += [
            Item("tag", "lost", f"number {each}", "the answer gives no name; ask with _embed") for each in numbers
        ]
    if one.get("featured_media") and not front.get("image"):
        items.append(Item("picture", "lost", f"attachment {one['featured_media']}", "the answer gives no address"))
    return incoming(
        f"wordpress:{one.get('id') or one.get('slug')}", title, body, export=export, near=name, items=items,
        front=front, attached=attached, slug=plain(one.get("slug")), urls=(plain(one.get("link")),),
        page=one.get("type") == "page",
    )  # fmt: skip
