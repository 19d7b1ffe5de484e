"""A page of Substack as a browser saved it -> its post and what it says of itself."""

import re
from collections.abc import Mapping
from typing import Any

from inkwright.platforms.reading.build import slug_in
from inkwright.text.html_tools import html_tools

_PARTS = ("contains(@class, 'available-content')", "contains(@class, 'body') and contains(@class, 'markup')")


def saved_page(html: str, row: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The HTML of the post in a page, and its row of the table with what the page tells where the table is silent."""
    tools = html_tools()
    try:
        root = tools.document(html)
    except (tools.error, ValueError):
        return html, dict(row)
    address = _first(root, "//link[@rel='canonical']/@href")
    date = re.search(r'"datePublished"\s*:\s*"([^"]{8,40})"', html)
    said = {
        "title": _first(root, "//h1[contains(@class, 'post-title')]/text() | //meta[@property='og:title']/@content"),
        "subtitle": _first(root, "//h3[contains(@class, 'subtitle')]/text()"),
        "post_date": date[1] if date else "", "slug": slug_in(address), "post_id": slug_in(address),
    }  # fmt: skip
    content: Any = next((one for test in _PARTS for one in root.xpath(f"//div[{test}]")), None)
    content = content if content is not None else next(iter(root.xpath("//body")), root)
    for one in list(content.iter("script", "style", "link")):
        one.drop_tree()  # of the page, not of the post
    return tools.html(content), {**row, **{key: value for key, value in said.items() if value and not row.get(key)}}


def _first(root: Any, path: str) -> str:
    return next((" ".join(str(one).split()) for one in root.xpath(path) if str(one).strip()), "")
