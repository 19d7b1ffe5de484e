"""What a page shows from elsewhere or by a script -> a link to it; what Markdown cannot hold is named and dropped."""

import json
import re
from typing import Any

from inkwright.model.regex import regex
from inkwright.platforms.reading.page import Page, linked, words_of

_PLAYERS = (
    (regex(r"youtube(?:-nocookie)?\.com/embed/([\w-]{5,20})"), "https://www.youtube.com/watch?v={}"),
    (regex(r"player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (regex(r"open\.spotify\.com/embed/([\w/-]+)"), "https://open.spotify.com/{}"),
    (regex(r"gist\.github\.com/([\w-]+/[0-9a-f]+)\.js"), "https://gist.github.com/{}"),
)
_QUOTES = regex(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|(?:tiktok|bluesky|mastodon)-embed|reddit-embed\S*)(?:\s|$)"
)
_SILENT = ("style", "template", "link", "meta", "base", "title", "head")
_NAMED = {
    "script": "script", "form": "form", "button": "button", "dialog": "dialog", "svg": "drawing", "object": "embed",
    "nav": "navigation", "canvas": "drawing", "input": "form", "select": "form", "textarea": "form", "applet": "embed",
    "noscript": "fallback",
}  # fmt: skip


def home_of_player(address: str) -> str:
    """The page of what a player shows, the address itself when it is no known player."""
    for expression, form in _PLAYERS:
        found = expression.search(address)
        if found:
            return form.format(found[1])
    return f"https:{address}" if address.startswith("//") else address


def embed(page: Page, element: Any, address: str, words: str = "") -> None:
    """A link in the place of an embed; one without an address is lost."""
    whole = home_of_player(address.strip())
    if not whole or re.match(r"(?:javascript|vbscript|data):", whole, re.I):
        page.note("embed", "lost", words or f"a {element.tag}", "it has no address that a reader could follow")
        page.drop(element)
        return
    page.note("embed", "changed", whole, "a link stands there")
    page.stand_in(element, linked(whole, words or whole.partition("://")[2]), block=True)


def embeds(page: Page) -> None:
    """Frames, players and quoted posts as links or quotations; scripts, forms and the like dropped and named."""
    for quoted in [one for one in page.root.iter("blockquote") if _QUOTES.search(one.get("class", ""))]:
        _quotation(page, quoted)
    for one in list(page.root.iter("iframe", "embed", "video", "audio", "object")):
        if one.getparent() is not None:
            address = one.get("src") or one.get("data-src") or one.get("data") or _inner(one)
            embed(page, one, address, one.get("title") or "")
    for one in list(page.root.iter(*_NAMED, *_SILENT)):
        if one.getparent() is not None and one is not page.root:
            _drop(page, one)


def attributes(element: Any) -> dict[str, Any]:
    """What a platform wrote about an element in `data-attrs`, {} when there is nothing to be read."""
    try:
        found = json.loads(element.get("data-attrs") or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _inner(element: Any) -> str:
    """The address that a player's inner elements name."""
    found = element.xpath(".//source/@src | .//embed/@src | .//a/@href")
    return str(found[0]) if found else ""


def _quotation(page: Page, quoted: Any) -> None:
    """A post of a network: its words stay as a quotation; a link to it is added when they hold none."""
    addresses = [one.get("href") for one in quoted.iter("a") if one.get("href")]
    permalink = quoted.get("data-instgrm-permalink") or quoted.get("cite") or (addresses[-1] if addresses else "")
    page.note("embed", "changed", permalink or words_of(quoted), "its words stand there as a quotation")
    if permalink and permalink not in addresses:
        link = quoted.makeelement("a", {"href": permalink})
        link.text = permalink
        quoted.append(link)


def _drop(page: Page, one: Any) -> None:
    gist = re.search(r"gist\.github\.com/\S+?\.js", one.get("src") or "") if one.tag == "script" else None
    if gist:
        embed(page, one, f"https://{gist[0]}")
        return
    if one.tag == "svg" and not words_of(one) and _is_icon(one):
        page.drop(one)
        return
    if one.tag in _NAMED:
        what = one.get("src") or words_of(one)[:60] or f"<{one.tag}>"
        page.note(_NAMED[one.tag], "lost", what, "Markdown has no place for it")
    page.drop(one)


def _is_icon(drawing: Any) -> bool:
    """Whether a drawing is as small as a sign."""
    sizes = [re.match(r"\d+", drawing.get(key) or "") for key in ("width", "height")]
    return any(size and int(size[0]) <= 48 for size in sizes)
