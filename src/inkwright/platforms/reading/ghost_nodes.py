"""Ghost's own ways to keep a text (Lexical, Mobiledoc) -> HTML.

**Source:** github.com/TryGhost/Koenig (kg-default-nodes, kg-mobiledoc-html-renderer), names of nodes and cards.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from inkwright.model.imports import Item

_FORMATS = ((16, "code"), (1, "strong"), (2, "em"), (4, "s"), (8, "u"), (32, "sub"), (64, "sup"))
_BLOCKS = {"paragraph": "p", "quote": "blockquote", "extended-quote": "blockquote", "aside": "blockquote",
           "listitem": "li", "root": "div"}  # fmt: skip
_PICTURE = '<figure><img src="{src}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'
_OWN = ("header", "signup", "product", "button", "email", "email-cta", "paywall", "call-to-action")
"""Cards that only Ghost's own pages show."""
_UNSEEN = ("", "zwnj")
"""Nodes that hold nothing to be seen."""
_DEEPEST = 60


def read_tree(text: object) -> Any:
    """A text kept as JSON, {} for what is none."""
    if not isinstance(text, str):
        return text if isinstance(text, Mapping) else {}
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return {}


def lexical_html(tree: Any, items: list[Item], depth: int = 0) -> str:
    """A node of Lexical as HTML; what has no place in a post is added to `items`."""
    if not isinstance(tree, Mapping) or depth > _DEEPEST:
        return ""
    if depth == 0 and isinstance(tree.get("root"), Mapping):
        return lexical_html(tree["root"], items, 1)
    kind = str(tree.get("type") or "")
    inner = "".join(lexical_html(one, items, depth + 1) for one in _list(tree.get("children")))
    if kind in ("text", "extended-text", "tab"):
        return _formatted(str(tree.get("text") or ""), tree.get("format"))
    if kind == "linebreak":
        return "<br>"
    if kind == "link" or kind == "autolink":
        return f'<a href="{escape(str(tree.get("url") or ""))}">{inner}</a>'
    if kind in ("heading", "extended-heading"):
        tag = str(tree.get("tag") or "h2")
        return f"<{tag}>{inner}</{tag}>" if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else f"<p>{inner}</p>"
    if kind == "list":
        tag = "ol" if tree.get("listType") == "number" else "ul"
        return f"<{tag}>{inner}</{tag}>"
    if kind in _BLOCKS:
        return f"<{_BLOCKS[kind]}>{inner}</{_BLOCKS[kind]}>"
    return card_html(kind, tree, items) or inner


def mobiledoc_html(tree: Any, items: list[Item]) -> str:
    """A Mobiledoc document as HTML."""
    if not isinstance(tree, Mapping):
        return ""
    made = []
    for section in _list(tree.get("sections")):
        if not isinstance(section, list) or not section:
            continue
        if section[0] == 1 and len(section) > 2:
            tag = str(section[1]) if str(section[1]) in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote") else "p"
            made.append(f"<{tag}>{_markers(section[2], tree)}</{tag}>")
        elif section[0] == 3 and len(section) > 2:
            tag = "ol" if section[1] == "ol" else "ul"
            made.append(f"<{tag}>{''.join(f'<li>{_markers(one, tree)}</li>' for one in _list(section[2]))}</{tag}>")
        elif section[0] == 2 and len(section) > 1:
            made.append(f'<p><img src="{escape(str(section[1]))}"></p>')
        elif section[0] == 10 and len(section) > 1:
            card = _at(_list(tree.get("cards")), section[1])
            if isinstance(card, list) and len(card) > 1 and isinstance(card[1], Mapping):
                made.append(card_html(str(card[0]), card[1], items))
    return "\n".join(made)


def _markers(markers: Any, tree: Mapping[str, Any]) -> str:
    """Words with the marks that open before and close after them."""
    made, open_ = [], []
    for marker in _list(markers):
        if not isinstance(marker, list) or len(marker) < 4:
            continue
        kind, opens, closes, value = marker[:4]
        for number in _list(opens):
            markup = _at(_list(tree.get("markups")), number)
            tag = str(markup[0]) if isinstance(markup, list) and markup else "span"
            values = markup[1] if isinstance(markup, list) and len(markup) > 1 and isinstance(markup[1], list) else []
            href = f' href="{escape(str(values[1]))}"' if len(values) > 1 and values[0] == "href" else ""
            known = tag if tag in ("a", "b", "strong", "i", "em", "u", "s", "code", "sub", "sup", "del") else "span"
            open_.append(known)
            made.append(f"<{known}{href}>")
        made.append("<br>" if kind == 1 else escape(str(value), quote=False))
        made += [f"</{open_.pop()}>" for _ in range(closes if isinstance(closes, int) else 0) if open_]
    return "".join(made) + "".join(f"</{tag}>" for tag in reversed(open_))


def card_html(kind: str, card: Mapping[str, Any], items: list[Item]) -> str:
    """A card as HTML; "" for one that has no place in a post, which is added to `items`."""

    def said(*names: str) -> str:
        return next((escape(str(card[name])) for name in names if card.get(name)), "")

    def raw(*names: str) -> str:
        return next((str(card[name]) for name in names if card.get(name)), "")

    if kind == "image":
        return _PICTURE.format(src=said("src"), alt=said("alt"), caption=raw("caption"))
    if kind == "gallery":
        shown = (one for one in _list(card.get("images")) if isinstance(one, Mapping))
        return "".join(card_html("image", one, items) for one in shown) + (
            f"<p>{raw('caption')}</p>" * bool(raw("caption"))
        )
    if kind in ("codeblock", "code"):
        return f'<pre data-lang="{said("language")}"><code>{said("code")}</code></pre>'
    if kind in ("markdown", "card-markdown"):
        return f'<div data-inkwright-markdown="{said("markdown")}"></div>'
    if kind == "html":
        return raw("html")
    if kind in ("embed", "bookmark"):
        url = escape(str(card.get("url") or ""))
        return f'<iframe src="{url}"></iframe>' if url else raw("html")
    if kind in ("audio", "video", "file"):
        return f'<iframe src="{said("src", "fileSrc")}" title="{said("title", "fileTitle", "fileName")}"></iframe>'
    if kind in ("horizontalrule", "hr"):
        return "<hr>"
    if kind == "callout":
        return f"<blockquote><p>{said('calloutEmoji')} {raw('calloutText')}</p></blockquote>"
    if kind == "toggle":
        return f"<details><summary>{raw('heading')}</summary>{raw('content')}</details>"
    if kind in _OWN or not (card.get("children") or card.get("html") or kind in _UNSEEN):
        why = "it belongs to Ghost's own pages" if kind in _OWN else "no card of that name is known here"
        heading = raw("header", "heading", "buttonText", "productTitle")
        items.append(Item("card", "lost", f"{kind} {heading}".strip(), why))
        return ""
    return raw("html")


def _formatted(text: str, format_: Any) -> str:
    made = escape(text, quote=False)
    for bit, tag in _FORMATS:
        if isinstance(format_, int) and format_ & bit:
            made = f"<{tag}>{made}</{tag}>"
    return made


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _at(values: Sequence[Any], number: Any) -> Any:
    return values[number] if isinstance(number, int) and 0 <= number < len(values) else None
