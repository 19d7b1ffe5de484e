"""Substack, the reading side: `posts.csv` with `posts/<id>.<slug>.html`, lists of subscribers, and posts that another
program turned into Pandoc's Markdown.

**Source:** the export of Settings > Import/Export, as its files stand; Substack publishes no description of them.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from msgspec.structs import replace

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.model.regex import regex
from inkwright.platforms.metadata import flag, words
from inkwright.platforms.reading.build import dated, front_of, incoming, subscriber_lists, tagged
from inkwright.platforms.reading.embeds import attributes, embed
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.html_body import Body, body_of
from inkwright.platforms.reading.markdown_body import markdown_body
from inkwright.platforms.reading.page import Page, escaped, linked, safe, words_of
from inkwright.platforms.reading.saved_page import saved_page
from inkwright.platforms.reading.tables import first_of, rows_of
from inkwright.platforms.reading.tidy import plain
from inkwright.text.front_matter import read_front_matter

_BUTTONS = frozenset((
    "button-wrapper", "subscription-widget-wrap", "subscription-widget", "captioned-button-wrap",
    "install-substack-app-embed", "community-chat", "directMessage", "paywall-jump",
    "sponsorship-campaign-embed", "donation-widget",
))  # fmt: skip
_FETCHED = regex(r"https://(?:substackcdn\.com|cdn\.substack\.com)/image/fetch/[^/]+/(https?%3A%2F%2F[^?#\s]+)")
_FOR_SOME = ("only_paid", "founding")


def read(export: Export) -> Arrival:
    """All posts of an export. Raises UnreadableError when it is none."""
    table = next((name for name in export.ending("posts.csv")), "")
    rows = rows_of(export.text(table)) if table else []
    pages = {PurePosixPath(name).stem: name for name in export.ending(".html", ".htm")}
    texts = export.ending(".md", ".markdown")
    logs = export.ending(".opens.csv", ".delivers.csv", ".clicks.csv")
    tables = [name for name in export.ending(".csv", ".txt") if name != table and name not in logs]
    lists, items = subscriber_lists(export, tables)
    items += [
        Item("log", "lost", name, "who was sent or opened a post; nobody there asked to be mailed") for name in logs
    ]
    if not rows and not pages and not texts and not lists:
        raise UnreadableError(
            "this holds no posts.csv, no pages and no list of subscribers", path=export.name,
            hint="Give the zip that Substack sent, or the folder that it unpacks to.",
        )  # fmt: skip
    posts, troubles = [], []
    known = {first_of(row, "post_id") for row in rows}
    rows += [{"post_id": stem, "title": ""} for stem in sorted(pages.keys() - known) if "." in stem or not rows]
    for row in rows:
        stem = first_of(row, "post_id")
        try:
            posts.append(_post(export, row, pages.get(stem, "")))
        except UnreadableError as error:
            troubles.append((pages.get(stem, stem), error.message))
    for name in texts:
        try:
            posts.append(_pandoc(export, name))
        except UnreadableError as error:
            troubles.append((name, error.message))
    return Arrival(tuple(posts), tuple(items), lists, tuple(troubles))


def _post(export: Export, row: dict[str, str], name: str) -> Incoming:
    """One row of the table with its page; without a page the post is empty and the account says so."""
    stem = first_of(row, "post_id") or PurePosixPath(name).stem
    number, _, slug = stem.partition(".")
    items: list[Item] = []
    html = export.text(name) if name else ""
    if "<head" in html[:5000]:
        html, row = saved_page(html, row)
        slug = first_of(row, "slug") or slug
        number = number if number.isdecimal() else slug
    title = plain(first_of(row, "title"))
    body = body_of(html, name, _prepare, title) if name else Body("")
    if not name:
        items.append(Item("text", "lost", stem, "the export has no page for it"))
    kind = first_of(row, "type").lower()
    sound = first_of(row, "podcast_url")
    if kind == "podcast" or sound:
        items.append(
            Item("podcast", "changed", sound or stem, "the text is a post; `audio` in its front matter names it")
        )
    if kind in ("thread", "private_newsletter"):
        items.append(Item("thread", "changed", title or stem, "kept as a draft: it was an invitation to talk"))
    draft = flag(first_of(row, "is_published")) is False or kind in ("thread", "private_newsletter")
    audience = first_of(row, "audience").lower()
    if audience in _FOR_SOME:
        items.append(Item("paywall", "changed", title or stem, "once published here, everyone can read it"))
    front = front_of(
        ("subtitle", plain(first_of(row, "subtitle"))), ("date", dated(first_of(row, "post_date"), items)),
        ("draft", draft), ("audience", audience), ("tags", tagged(words(first_of(row, "tags")), items)),
        ("audio", sound), ("email_sent_at", dated(first_of(row, "email_sent_at"), items, "date of sending")),
    )  # fmt: skip
    urls = (f"/p/{slug}",) if slug and not draft else ()
    return incoming(
        f"substack:{number}", title or plain(slug.replace("-", " ").capitalize()), body, export=export, near=name,
        items=items, front=front, slug=slug, urls=urls, page=kind == "page",
    )  # fmt: skip


def _pandoc(export: Export, name: str) -> Incoming:
    """A post that is in Pandoc's Markdown already, with front matter of Substack's keys."""
    text = export.text(name)
    front = read_front_matter(text)
    items: list[Item] = []
    if front.problems:
        items.append(Item("front matter", "changed", front.problems[0].message, "what could be read was read"))
    data = front.data
    stem = PurePosixPath(name).stem
    slug = str(data.get("slug") or re.sub(r"^\d{4}-\d\d-\d\d-|^\d+[.-]", "", stem))
    body = markdown_body(text[front.span.end :], pandoc=True, prepare=_prepare)
    body = replace(body, attached=tuple(replace(one, address=_original(one.address)) for one in body.attached))
    draft = flag(data.get("draft")) is True or flag(data.get("is_published")) is False
    taken = ("title", "subtitle", "date", "post_date", "type", "slug", "draft", "is_published", "tags", "post_id")
    others = tuple((key, value) for key, value in data.items() if key not in taken)
    made = front_of(
        ("subtitle", _unescaped(data.get("subtitle"))),
        ("date", dated(data.get("date") or data.get("post_date"), items)),
        ("draft", draft), ("tags", tagged(words(data.get("tags")), items)), *others,
    )  # fmt: skip
    source = str(data.get("post_id") or stem)
    return incoming(
        f"substack:{source.partition('.')[0]}", _unescaped(data.get("title")) or stem, body, export=export, near=name,
        items=items, front=made, slug=slug, urls=() if draft else (f"/p/{slug}",), page=data.get("type") == "page",
    )  # fmt: skip


def _unescaped(value: object) -> str:
    return re.sub(r"\\([\"'])", r"\1", plain(value))


def _prepare(page: Page) -> None:
    """What only Substack writes: its buttons, widgets, formulas, galleries and quoted posts."""
    for one in [one for one in page.root.iter() if isinstance(one.tag, str)]:
        if one.getparent() is None or one is page.root:
            continue
        names = frozenset(one.get("class", "").split())
        act = next((act for known, act in _ACTS if names & known), None)
        if act:
            act(page, one)
        elif one.tag == "img":
            _picture(one)
        elif _is_player(one, names):
            _player(page, one)


def _is_player(one: Any, names: frozenset[str]) -> bool:
    """Whether an element shows something of another page or site."""
    said = one.get("data-component-name", "")
    named = any(name.endswith(("-embed", "-wrap")) for name in names) and bool(attributes(one))
    return "tweet" in names or said.startswith(("Twitter", "Youtube", "Vimeo", "Spotify")) or named


def _formula(page: Page, one: Any) -> None:
    tex = str(attributes(one).get("persistentExpression") or words_of(one)).strip()
    page.note("formula", "kept", tex)
    page.stand_in(one, f"$$\n{tex}\n$$", block=True)


def _listing(page: Page, one: Any) -> None:
    one.set("data-lang", safe(str(attributes(one).get("language") or "")))


def _button(page: Page, one: Any) -> None:
    said = attributes(one).get("text") or words_of(one) or "a button"
    page.note("button", "lost", str(said), "it belongs to Substack's own pages")
    page.drop(one)


def _picture(image: Any) -> None:
    """The picture as it was uploaded, not the copy that Substack made for a screen."""
    original = attributes(image).get("src")
    if not isinstance(original, str) or not original.startswith("http"):
        original = _original(image.get("src") or "")
    if original:
        image.set("src", safe(original))


def _original(address: str) -> str:
    """The address of a picture before Substack's server made a copy of it."""
    found = _FETCHED.match(address)
    return unquote(found[1]) if found else address


def _gallery(page: Page, one: Any) -> None:
    found = attributes(one).get("gallery")
    images = found.get("images") if isinstance(found, dict) else None
    caption = str(found.get("caption") or "") if isinstance(found, dict) else ""
    addresses = [str(each.get("src") or "") for each in images or () if isinstance(each, dict)]
    blank = one.makeelement("img")
    shown = [page.image(blank, address=address) for address in addresses if address]
    if not shown:
        page.note("embed", "lost", "a gallery", "its pictures are not named in the export")
        page.drop(one)
        return
    page.note("gallery", "changed", f"{len(shown)} pictures", "they stand one below the other")
    page.stand_in(one, "\n\n".join((*shown, *([f"*{caption}*"] if caption else []))), block=True)


def _player(page: Page, one: Any) -> None:
    about = attributes(one)
    video = about.get("videoId")
    kind = one.get("data-component-name", "") + one.get("class", "")
    address = str(about.get("url") or about.get("href") or about.get("canonical_url") or "")
    if isinstance(video, str) and video:
        address = f"https://vimeo.com/{video}" if "imeo" in kind else f"https://www.youtube.com/watch?v={video}"
    if not address:
        found = one.xpath(".//iframe/@src | .//a/@href")
        address = str(found[0]) if found else ""
    words_ = plain(about.get("title") or about.get("name") or "")
    quoted = plain(about.get("full_text") or "")
    if quoted and address:
        page.note("embed", "changed", address, "its words stand there as a quotation")
        who = plain(about.get("name") or about.get("username") or "")
        page.stand_in(one, f"> {escaped(quoted)}\n>\n> — {linked(address, who or 'source')}", block=True)
        return
    embed(page, one, address, words_)


_ACTS: tuple[tuple[frozenset[str], Callable[[Page, Any], None]], ...] = (
    (_BUTTONS, _button),
    (frozenset({"latex-rendered"}), _formula),
    (frozenset({"image-gallery-embed"}), _gallery),
    (frozenset({"header-anchor-parent", "header-anchor-widget"}), Page.drop),
    (frozenset({"footnote-hovercard-target"}), lambda page, one: one.drop_tag()),
    (frozenset({"highlighted_code_block"}), _listing),
)
"""What is done with an element that has one of these names."""

IMPORTER = Importer(
    name="substack", label="Substack", read=read,
    takes="the zip that Substack sends (posts.csv and posts/*.html), its folder, or posts in Pandoc's Markdown",
    carries=("post", "draft", "page", "picture", "footnote", "date", "redirect", "embed", "podcast", "subscriber"),
)  # fmt: skip
