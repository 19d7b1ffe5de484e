"""A page of the web (HTML) -> Markdown that keeps its code, tables and pictures. Needs the extra `import`.

What is found here: the part of a page that is the article, what the page says of itself, and the mending of HTML that
the converter would lose. Nothing is fetched.
"""

import json
import re
from typing import Any
from urllib.parse import urljoin

from inkwright.model.clip import Page
from inkwright.model.regex import regex
from inkwright.text.html_mend import ESCAPE, mend
from inkwright.text.html_tools import html_tools

LONGEST = 5_000_000
"""Characters of a page that are read."""
_DATE = regex(r"\d{4}-\d\d-\d\d")
_TYPES = ("Article", "BlogPosting", "NewsArticle", "TechArticle", "ScholarlyArticle", "Report", "WebPage")


def read_page(html: str, url: str = "") -> Page:
    """A page as Markdown with what it says of itself; `url` makes its links whole. A page without words has text "".

    Raises UsageError where the extra is not installed.
    """
    tools = html_tools()
    try:
        root = tools.document(html[:LONGEST])
    except (tools.error, ValueError):
        return Page("")
    data = list(_linked_data(root))
    title, author, date = _said(root, data)
    base = urljoin(url, next(iter(root.xpath("//base/@href")), ""))
    licence = next(iter(root.xpath("//a[@rel='license']/@href | //link[@rel='license']/@href")), "")
    paid = _is_paid(root, data)
    main = _main(root)
    mend(main, base)
    text = tools.convert(tools.html(main)).strip("\n").replace(ESCAPE, "\\")
    return Page(_without_title(text, title), title, author, date, urljoin(base, licence) if licence else "", paid)


def _is_paid(root: Any, data: list[dict[str, Any]]) -> bool:
    """Whether a page says that it is for payment, in any of the ways that sites have for it.

    **Source:** schema.org/isAccessibleForFree; `article:content_tier` as news sites write it (locked, metered, free).
    """
    said = [str(one.get("isAccessibleForFree", "")) for one in data]
    said += map(str, root.xpath("//*[@itemprop='isAccessibleForFree']/@content"))
    locked = _meta(root, "article:content_tier", "og:article:content_tier").lower() == "locked"
    return locked or any(one.strip().lower() in ("false", "0", "no") for one in said)


def _linked_data(root: Any) -> Any:
    """What a page says of itself in JSON-LD, one mapping at a time."""
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting += one[:50]
            elif isinstance(one, dict):
                yield one
                waiting += [one["@graph"]] if "@graph" in one else []


def _said(root: Any, data: list[dict[str, Any]]) -> tuple[str, str, str]:
    """Title, author and ISO date that a page gives itself, "" where it is silent."""
    articles = [one for one in data if any(kind in str(one.get("@type", "")) for kind in _TYPES)]
    title = _meta(root, "og:title", "citation_title") or _first(root, "//article//h1 | //h1") or _first(root, "//title")
    author = _meta(root, "citation_author", "author", "article:author", "twitter:creator")
    if not author or author.startswith("http"):
        author = next(filter(None, (_name(one.get("author")) for one in articles)), "") or _first(
            root, "//*[@rel='author' or @itemprop='author']"
        )
    dates = [_meta(root, "article:published_time", "citation_publication_date", "date", "dc.date"),
             *(str(one.get("datePublished", "")) for one in articles),
             *map(str, root.xpath("//article//time/@datetime | //main//time/@datetime"))]  # fmt: skip
    date = next((found[0] for found in map(_DATE.search, (one.replace("/", "-") for one in dates)) if found), "")
    return title, author, date


def _meta(root: Any, *names: str) -> str:
    """The content of the first of some `meta` elements, case folded, that says anything."""
    known: dict[str, str] = {}
    for one in root.xpath("//meta[@content]"):
        name = (one.get("property") or one.get("name") or "").lower()
        known.setdefault(name, _line(one.get("content")))
    return next((known[name] for name in names if known.get(name)), "")


def _first(root: Any, path: str) -> str:
    return next((text for text in (_line(one.text_content()) for one in root.xpath(path)[:5]) if text), "")


def _name(value: Any) -> str:
    """The names in a JSON-LD `author`."""
    found = value if isinstance(value, list) else [value]
    names = [one.get("name", "") if isinstance(one, dict) else one for one in found[:5]]
    return ", ".join(_line(name) for name in names if isinstance(name, str) and name)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _main(root: Any) -> Any:
    """The part that is the article: the `article` or `main` with most text, else what readability finds, else all."""
    body = next(iter(root.xpath("//body")), root)
    whole = len(_line(body.text_content())) or 1
    found = root.xpath("//*[@itemprop='articleBody'] | //article | //main | //*[@role='main']")
    sized = sorted(
        ((len(_line(one.text_content())), -at, one) for at, one in enumerate(found)), key=lambda one: one[:2]
    )
    if sized and sized[-1][0] >= min(200, whole // 4):
        best = sized[-1][2]
        inner = [one for size, _, one in sized if size >= 0.7 * sized[-1][0] and best in one.iterancestors()]
        return inner[0] if inner else best
    return body


def _without_title(text: str, title: str) -> str:
    """Markdown without a first heading that only repeats the title."""
    found = re.match(r"#{1,2} +(.+?)\s*(?:\n+|\Z)", text)
    if found and _letters(found[1]) and _letters(found[1]) == _letters(title):
        return text[found.end() :]
    return text


def _letters(text: str) -> str:
    return "".join(char for char in re.sub(r"\]\([^)]*\)", "", text).lower() if char.isalnum())
