"""dev.to, the reading side: `articles.json` of its export or the answer of its API, Markdown with Liquid tags.

**Source:** developers.forem.com/api (articles), dev.to/p/editor_guide (tags).
"""

import re
from collections.abc import Mapping
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.platforms.metadata import words
from inkwright.platforms.reading.build import cover, dated, front_of, incoming, tagged
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.liquid_tags import plain_tags
from inkwright.platforms.reading.markdown_body import markdown_body
from inkwright.platforms.reading.records import json_files, tables_in
from inkwright.platforms.reading.tidy import plain
from inkwright.text.front_matter import read_front_matter


def read(export: Export) -> Arrival:
    """All articles of an export. Raises UnreadableError when it is none."""
    posts: list[Incoming] = []
    items: list[Item] = []
    troubles: list[tuple[str, str]] = []
    for name, found in json_files(export, export.ending(".json"), troubles):
        there = list(tables_in(found, lambda one: isinstance(one.get("body_markdown"), str) and "title" in one))
        posts += [_post(export, name, one) for one in there]
        remarks = [] if there else list(tables_in(found, lambda one: isinstance(one.get("body_markdown"), str)))
        items += [Item("comment", "lost", str(one["body_markdown"])[:60], "it stays in the export") for one in remarks]
        if not there and not remarks:
            items.append(Item("file", "lost", name, "it holds no articles"))
    if not posts and not troubles:
        raise UnreadableError(
            "this holds no articles of dev.to", path=export.name, hint="Give the zip of its export, or articles.json."
        )
    return Arrival(tuple(posts), tuple(items), (), tuple(troubles))


def _post(export: Export, name: str, one: Mapping[str, Any]) -> Incoming:
    items: list[Item] = []
    text = str(one["body_markdown"])
    front = read_front_matter(text)
    said = {**front.data, **{key: value for key, value in one.items() if value not in (None, "", [])}}
    title, slug = plain(said.get("title")), re.sub(r"-[0-9a-z]{3,5}$", "", plain(said.get("slug")))
    draft = said.get("published") is False or str(said.get("published")).lower() == "false" or not (
        said.get("published_at") or said.get("date") or said.get("published")
    )  # fmt: skip
    address = plain(said.get("url")) or (f"https://dev.to{said['path']}" if said.get("path") else "")
    canonical = plain(said.get("canonical_url"))
    body = markdown_body(plain_tags(text[front.span.end :], items), name)
    attached = list(body.attached)
    tags = said.get("tag_list") or said.get("tags") or said.get("cached_tag_list")
    made = front_of(
        ("date", dated(said.get("published_at") or said.get("date"), items)),
        ("updated", dated(said.get("edited_at"), items, "date of change")), ("draft", draft),
        ("description", plain(said.get("description"))), ("tags", tagged(words(tags), items)),
        ("series", plain(said.get("series"))),
        ("image", cover(said.get("cover_image") or said.get("main_image"), attached)),
        ("canonical_url", canonical if canonical and "dev.to/" not in canonical else ""),
    )  # fmt: skip
    number = said.get("comments_count") or len(_list(one.get("comments")))
    items += [Item("comment", "lost", title, "comments stay on dev.to")] * (number if isinstance(number, int) else 0)
    return incoming(
        f"devto:{one.get('id') or plain(said.get('slug')) or title}", title, body, export=export, near=name,
        items=items, front=made, attached=attached, slug=slug, urls=() if draft else (address,),
    )  # fmt: skip


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


IMPORTER = Importer(
    name="devto", label="dev.to", read=read, takes="the zip of its export, or articles.json",
    carries=("post", "draft", "picture", "footnote", "date", "redirect", "tag", "embed", "comment"),
)  # fmt: skip
