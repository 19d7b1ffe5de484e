"""Notion, the reading side: pages as HTML or as Markdown, with their folders of files and tables of databases.

**Source:** notion.com/help/export-your-content; names and classes as the files stand.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.model.regex import regex
from inkwright.platforms.dates import iso_date
from inkwright.platforms.metadata import words
from inkwright.platforms.reading.build import dated, front_of, incoming, tagged
from inkwright.platforms.reading.embeds import embed
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.markdown_body import markdown_body
from inkwright.platforms.reading.page import Page, words_of
from inkwright.platforms.reading.tidy import plain

_ID = regex(r"[ _-]?([0-9a-f]{32})(?=\.\w+\Z|\Z)")
_PROPERTY = regex(r"([A-Z][^:\n]{0,60}): (.*)")
_ASIDE = regex(r"(?m)^<aside>\n(.*?)\n</aside>[ \t]*$", re.S)
_EMOJI = regex(r"\A(?:<img\b[^>]*>|[^\w\s<>]{1,8})\s*\n*")
_PUBLISHED = frozenset({"published", "live", "done", "public"})


def read(export: Export) -> Arrival:
    """All pages of an export. Raises UnreadableError when it is none."""
    posts: list[Incoming] = []
    items: list[Item] = []
    troubles: list[tuple[str, str]] = []
    for name in export.ending(".html", ".htm", ".md"):
        try:
            text = export.text(name)
        except UnreadableError as error:
            troubles.append((name, error.message))
            continue
        if name.lower().endswith(".md"):
            posts.append(_markdown(export, name, text))
        elif re.search(r"<article\b[^>]*class=\"[^\"]*\bpage\b", text):
            posts.append(_page(export, name, text))
        else:
            items.append(Item("file", "lost", name, "it is a list of the export, not a page"))
    tables = [name for name in export.ending(".csv") if not name.endswith("_all.csv")]
    items += [Item("database", "lost", name, "its pages came in; the table stays in the export") for name in tables]
    if not posts and not troubles:
        raise UnreadableError(
            "this holds no pages of Notion", path=export.name,
            hint="In Notion choose Export, Markdown & CSV or HTML, with subpages, and give the zip.",
        )  # fmt: skip
    return Arrival(tuple(posts), tuple(items), (), tuple(troubles))


def _named(name: str) -> tuple[str, str]:
    """The id of a page and the rest of its file's name."""
    stem = PurePosixPath(name).stem
    found = _ID.search(stem)
    return (found[1], stem[: found.start()]) if found else (name, stem)


def _made(
    export: Export, name: str, title: str, said: Mapping[str, str], body: Any, extra: list[Item], cover: str = ""
) -> Incoming:
    """A page of its parts. `said` are its properties."""
    id_, stem = _named(name)
    items = list(extra)
    known = {key.casefold(): (key, value) for key, value in said.items()}

    def take(*keys: str) -> str:
        return next((known.pop(key)[1] for key in keys if key in known), "")

    status = take("status", "stage")
    published = take("published", "publish", "public")
    date = take("date", "publish date", "published date", "published at", "published on", "created", "created time")
    if published and iso_date(published):
        date = date or published
    public = status.casefold() in _PUBLISHED or published.casefold() in ("yes", "true") or bool(iso_date(published))
    if not public:
        items.append(Item("status", "changed", f"{title}: {status or 'none'}", "kept as a draft: Notion says not more"))
    front = front_of(
        ("date", dated(date.lstrip("@"), items)),
        ("updated", dated(take("last edited", "last edited time", "updated").lstrip("@"), items, "date of change")),
        ("draft", not public), ("description", take("description", "summary", "excerpt")),
        ("tags", tagged(words(take("tags", "tag", "topics", "category")), items)),
        ("authors", words(take("author", "authors"))), ("image", cover),
        *((_key(key), value) for key, value in known.values() if _key(key) not in ("slug", "url", "title")),
    )  # fmt: skip
    items += [Item("property", "kept", f"{key}: {value}") for key, value in known.values() if value]
    slug = known.get("slug", ("", ""))[1]
    return incoming(
        f"notion:{id_}", title or stem, body, export=export, near=name, items=items, front=front, slug=slug,
    )  # fmt: skip


def _key(name: str) -> str:
    return re.sub(r"[^\w]+", "_", name.strip().casefold()).strip("_") or "property"


def _markdown(export: Export, name: str, text: str) -> Incoming:
    """A page in Markdown: its title as the first heading, below it the properties, one a line."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").split("\n")
    title = plain(lines[0].removeprefix("# ")) if lines and lines[0].startswith("# ") else ""
    rest = lines[1:] if title else lines
    while rest and not rest[0].strip():
        rest = rest[1:]
    said: dict[str, str] = {}
    if title:
        while rest and (found := _PROPERTY.fullmatch(rest[0])):
            said[found[1]] = found[2].strip()
            rest = rest[1:]
        if rest and rest[0].strip() and said:
            rest = [*(f"{key}: {value}" for key, value in said.items()), *rest]  # it was a paragraph after all
            said = {}
    items: list[Item] = []
    words_ = _ASIDE.sub(lambda found: _callout(found[1], items), "\n".join(rest))
    return _made(export, name, title, said, markdown_body(words_, name), items)


def _callout(text: str, items: list[Item]) -> str:
    """What Notion frames, as a callout that Markdown tools know."""
    inner = _EMOJI.sub("", text.strip())
    items.append(Item("callout", "changed", inner[:80], "it is a callout of the kind `note`, without its sign"))
    return "> [!note]\n" + "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _page(export: Export, name: str, text: str) -> Incoming:
    page = Page(text, name)
    article = next(iter(page.root.xpath(".//article")), page.root)
    title = next((words_of(one) for one in article.xpath(".//h1[contains(@class, 'page-title')]")), "")
    said: dict[str, str] = {}
    for row in article.xpath(".//table[contains(@class, 'properties')]//tr"):
        heads, cells = row.xpath("./th"), row.xpath("./td")
        if heads and cells:
            said[words_of(heads[0])] = _value(cells[0])
    inner = next(iter(article.xpath("./div[contains(@class, 'page-body')]")), None)
    html = page.tools.html(inner) if inner is not None else ""
    for about in article.xpath("./header/p[contains(@class, 'page-description')]"):
        if words_of(about):
            said.setdefault("description", words_of(about))
    pictures = article.xpath("./header//img[contains(@class, 'page-cover-image')]/@src")
    items = [Item("cover", "lost", str(one)[:120], "add it as `image` if you want it") for one in pictures]
    return _made(export, name, title, said, body_of(html, name, _prepare, title), items)


def _value(cell: Any) -> str:
    """What a property says, choices parted by commas, a checkbox as yes or no."""
    choices = [words_of(one) for one in cell.xpath(".//*[contains(@class, 'selected-value')]")]
    box = cell.xpath(".//*[contains(@class, 'checkbox')]/@class")
    return ", ".join(choices) or ("yes" if box and "checkbox-on" in box[0] else "no" if box else words_of(cell))


def _prepare(page: Page) -> None:
    """What only Notion writes: callouts, cards, lists of tasks, one list for each item, tables of contents."""
    for one in page.root.xpath(".//script[contains(@src, 'prism')] | .//link[contains(@href, 'prism')]"):
        page.drop(one)  # Notion adds it to every block of code
    for one in page.root.xpath(".//nav[contains(@class, 'table_of_contents')]"):
        page.note("table of contents", "changed", words_of(one)[:80], "the theme makes one")
        page.drop(one)
    for one in page.root.xpath(".//figure[contains(@class, 'callout')]"):
        for sign in one.xpath(".//*[contains(@class, 'icon')]"):
            page.drop(sign)
        page.note("callout", "changed", words_of(one)[:80], "it is a quotation, without its sign")
        one.tag = "blockquote"
    for one in page.root.xpath(".//*[contains(@class, 'bookmark') and (self::a or self::figure)]"):
        address = one.get("href") or next(iter(one.xpath(".//a/@href")), "")
        said = one.xpath(".//*[contains(@class, 'bookmark-title')]")
        if address and one.getparent() is not None:
            embed(page, one, str(address), words_of(said[0]) if said else "")
    for box in page.root.xpath(".//*[contains(@class, 'checkbox')]"):
        page.stand_in(box, "[x]" if "checkbox-on" in box.get("class", "") else "[ ]")
    for one in page.root.xpath(".//div[contains(@class, 'source')]/a[@href]"):
        _file(page, one)
    for one in page.root.xpath(".//figure[contains(@class, 'link-to-page')]"):
        one.tag = "p"
    _one_list(page)


def _file(page: Page, link: Any) -> None:
    """A file that the page holds: a link to it beside the post."""
    address = link.get("href") or ""
    if "://" not in address and address and not address.startswith("#"):
        link.set("href", page.attach(address, "file"))


def _one_list(page: Page) -> None:
    """Neighbouring lists of one item each, as one list."""
    for one in list(page.root.iter("ul", "ol")):
        before = one.getprevious()
        near = before is not None and before.tag == one.tag and before.get("class") == one.get("class")
        if near and not (before.tail or "").strip() and one.get("class"):
            before.extend(list(one))
            before.tail = one.tail
            one.tail = None
            one.getparent().remove(one)


IMPORTER = Importer(
    name="notion", label="Notion", read=read, takes="the zip of Export (Markdown & CSV, or HTML), or its folder",
    carries=("post", "draft", "picture", "date", "tag", "embed"),
)  # fmt: skip
