"""WordPress, the reading side: the export file (WXR), alone or beside its `wp-content/uploads`, and posts as its REST
API gives them.

**Source:** wordpress.org/documentation/article/tools-export-screen, developer.wordpress.org/rest-api/reference/posts.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.platforms.reading.build import cover, dated, front_of, incoming, slug_in, tagged
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.feed import read_feed, value, values
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.tidy import plain
from inkwright.platforms.reading.wordpress_rest import read_rest
from inkwright.platforms.reading.wordpress_text import html_of

_POSTS, _PAGES = ("post",), ("page",)
_SILENT = ("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
           "wp_global_styles", "wp_navigation", "wp_template", "wp_template_part", "user_request", "wp_font_family",
           "wp_font_face")  # fmt: skip
_PUBLIC = ("publish", "")
_GONE = ("trash", "auto-draft", "inherit")


def read(export: Export, source: str = "wordpress") -> Arrival:
    """All posts and pages of an export. `source` begins their ids. Raises UnreadableError when it is none."""
    files = export.ending(".xml", ".wxr", ".rss")
    answers = export.ending(".json")
    if not files and not answers:
        raise UnreadableError(
            "this holds no export of WordPress (an .xml file)", path=export.name,
            hint="In WordPress choose Tools, Export, All content, and give the file that it makes.",
        )  # fmt: skip
    found = Arrival()
    feeds = []
    for name in files:
        try:
            feeds.append((name, read_feed(export, name)))
        except UnreadableError as error:
            found = replace(found, troubles=(*found.troubles, (name, error.message)))
    items = [item for _, feed in feeds for item in feed.items()]
    said = tuple((name, text.partition(": ")[2]) for name, feed in feeds for text in feed.problems)
    pictures = {value(item, "wp:post_id"): _picture_address(item) for item in items if _type(item) == "attachment"}
    people = {
        value(one, "wp:author_login"): plain(value(one, "wp:author_display_name"))
        for _, feed in feeds for one in feed.root.iter() if isinstance(one.tag, str) and one.tag.endswith("}author")
    }  # fmt: skip
    site = next((value(one, "wp:base_blog_url", "link") for _, feed in feeds for one in feed.root.iter("channel")), "")
    posts = [
        feed.told(_post(export, item, pictures, people, site, source), item)
        for _, feed in feeds for item in feed.items() if _is_post(item)
    ]  # fmt: skip
    rest = read_rest(export, answers) if answers else Arrival()
    general = [*_others(items, posts, pictures), *rest.items]
    return Arrival((*posts, *rest.posts), tuple(general), (), (*found.troubles, *said, *rest.troubles))


def _type(item: Any) -> str:
    return value(item, "wp:post_type") or "post"


def _is_post(item: Any) -> bool:
    """Whether something is taken over: posts, pages, and whatever else a plugin made that has an address of its own."""
    return _type(item) not in _SILENT and value(item, "wp:status") not in _GONE


def _picture_address(item: Any) -> str:
    return value(item, "wp:attachment_url", "link")


def _meta(item: Any) -> Mapping[str, str]:
    return {value(one, "wp:meta_key"): value(one, "wp:meta_value") for one in values(item, "wp:postmeta")}


def _post(
    export: Export, item: Any, pictures: Mapping[str, str], people: Mapping[str, str], site: str, source: str
) -> Incoming:
    items: list[Item] = []
    title = plain(value(item, "title"))
    address = value(item, "link")
    slug = re.sub(r"\.html?$", "", value(item, "wp:post_name").rpartition("/")[2]) or (
        "" if "?" in address else slug_in(address)
    )
    status, meta = value(item, "wp:status"), _meta(item)
    html = html_of(value(item, "content:encoded"), pictures, items)
    body = body_of(_with_core_notes(html, meta), "", title=title)
    attached = list(body.attached)
    tags = [one.text for one in values(item, "category") if one.get("domain") in ("category", "post_tag", None)]
    tags = [one for one in tags if plain(one).lower() != "uncategorized"]
    other = _type(item) not in (*_POSTS, *_PAGES)
    draft = other or status not in _PUBLIC or bool(value(item, "wp:post_password"))
    if other:
        items.append(Item("post of another type", "changed", f"{title}: {_type(item)}", "kept as a draft"))
    if status not in (*_PUBLIC, "draft"):
        items.append(Item("status", "changed", f"{title}: {status}", "kept as a draft"))
    elif value(item, "wp:post_password"):
        items.append(Item("status", "changed", f"{title}: behind a password", "kept as a draft"))
    sound = _sound(item, items)
    _comments(item, items)
    front = front_of(
        ("date", _date(item, items)),
        ("updated", dated(_moment(item, "wp:post_modified_gmt"), items, "date of change")),
        ("draft", draft),
        ("description", plain(meta.get("_yoast_wpseo_metadesc") or value(item, "excerpt:encoded"))),
        ("tags", tagged(tags, items)), ("authors", _authors(item, people)),
        ("image", cover(pictures.get(meta.get("_thumbnail_id", ""), ""), attached)),
        ("canonical_url", meta.get("_yoast_wpseo_canonical", "")), ("audio", sound),
    )  # fmt: skip
    if meta.get("_thumbnail_id") and not pictures.get(meta["_thumbnail_id"]):
        items.append(Item("picture", "lost", f"attachment {meta['_thumbnail_id']}", "the export does not hold it"))
    return incoming(
        f"{source}:{value(item, 'wp:post_id') or address or title}", title, body, export=export, near="",
        items=items, front=front, attached=attached, slug=slug, page=_type(item) in _PAGES,
        urls=() if draft and "?" in address else (address,),
    )  # fmt: skip


def _with_core_notes(html: str, meta: Mapping[str, str]) -> str:
    """The footnotes that WordPress itself keeps beside a post, below it. **Source:** the block `core/footnotes`."""
    notes = re.findall(r'\{"content":"((?:[^"\\]|\\.)*)","id":"([\w-]+)"\}', meta.get("footnotes", ""))
    if not notes or all(f'id="{key}"' in html for _, key in notes):
        return html
    made = []
    for content, key in notes:
        words = content.replace('\\"', '"').replace("\\/", "/").replace("\\\\", "\\")
        words = re.sub(r"\\?u([\da-f]{4})", lambda found: chr(int(found[1], 16)), words)
        made.append(f'<li id="{key}">{words} <a href="#{key}-link">↩</a></li>')
    return f"{html}<ol>{''.join(made)}</ol>"


def _moment(item: Any, name: str) -> str:
    """A moment in UTC as it is written, "" for the one that stands for none."""
    written = value(item, name)
    return f"{written} +00:00" if written and not written.startswith("0000") else ""


def _date(item: Any, items: list[Item]) -> str:
    local = value(item, "wp:post_date")
    local = "" if local.startswith("0000") else local
    return dated(_moment(item, "wp:post_date_gmt") or local or value(item, "pubDate"), items)


def _authors(item: Any, people: Mapping[str, str]) -> tuple[str, ...]:
    several = [one.text for one in values(item, "category") if one.get("domain") == "author"]
    login = value(item, "dc:creator")
    return tuple(filter(None, map(plain, several or [people.get(login) or login])))


def _sound(item: Any, items: list[Item]) -> str:
    """The address of a recording that goes with a post."""
    for one in values(item, "wp:postmeta"):
        if value(one, "wp:meta_key") == "enclosure":
            found = re.match(r"\s*(https?://\S+)", value(one, "wp:meta_value"))
            if found:
                items.append(Item("podcast", "changed", found[1], "`audio` in the front matter names it"))
                return found[1]
    return ""


def _comments(item: Any, items: list[Item]) -> None:
    for one in values(item, "wp:comment"):
        kind = value(one, "wp:comment_type") or "comment"
        if kind in ("comment", ""):
            who = plain(value(one, "wp:comment_author")) or "somebody"
            state = "" if value(one, "wp:comment_approved") == "1" else " (not approved)"
            items.append(Item("comment", "lost", f"by {who}{state}", "comments stay in the export file"))
        else:
            items.append(Item(kind, "lost", value(one, "wp:comment_author_url") or kind, "it stays in the export file"))


def _others(items: list[Any], posts: list[Incoming], pictures: Mapping[str, str]) -> list[Item]:
    """What is no post: the bin, WordPress's own settings, pictures that no post shows."""
    made = []
    for item in items:
        kind, status = _type(item), value(item, "wp:status")
        title = plain(value(item, "title")) or value(item, "wp:post_id")
        if kind not in _SILENT and status in _GONE:
            made.append(Item("post in the bin", "lost", title, f"its status is {status}"))
    kinds = Counter(_type(item) for item in items if _type(item) in _SILENT and _type(item) != "attachment")
    for kind, number in kinds.items():
        made += [Item(kind.replace("_", " "), "lost", kind, "WordPress keeps its own settings in it")] * number
    used = {_bare(one.address) for post in posts for one in post.attached}
    for address in pictures.values():
        if address and _bare(address) not in used:
            made.append(Item("picture in the library", "lost", address, "no post shows it"))
    return made


def _bare(address: str) -> str:
    """An address without the size that WordPress adds to a smaller copy."""
    return re.sub(r"-\d+x\d+(?=\.\w+$)", "", address.partition("?")[0]).partition("://")[2]


IMPORTER = Importer(
    name="wordpress", label="WordPress", read=read,
    takes="the .xml file of Tools > Export, alone or with wp-content/uploads in a folder or zip; posts of the REST API",
    carries=("post", "draft", "page", "picture", "footnote", "date", "redirect", "tag", "embed", "comment", "podcast"),
)  # fmt: skip
