"""Constructs of other tools as HTML: one function per shape named in `opaque.KNOWN`. Everything given is escaped."""

import re
from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from inkwright.model.document import Block, Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.render.calls import Call
from inkwright.render.elements import FLOW, LINES, VOID, start_tag
from inkwright.render.escape import encode_url, escape, is_safe_url
from inkwright.render.opaque import CALLOUTS, Known
from inkwright.render.options import RenderOptions


class Inside(Struct, frozen=True):
    """What stands between the two halves of a pair: as nodes and as source."""

    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    source: str = ""


class Host(Protocol):
    """What shapes need of the writer."""

    options: RenderOptions

    def captured(self, blocks: tuple[Block, ...] = (), inlines: tuple[Inline, ...] = ()) -> str:
        """The HTML of nodes."""

    def said(self, text: str) -> str:
        """Inline Markdown in an argument, as HTML."""

    def reference(self, page: str) -> str:
        """The address of a page that is named as its own tool names pages."""

    def code_html(self, block: Block) -> str:
        """The HTML of a code block."""

    def formula(self, tex: str, display: bool) -> str:
        """The HTML of a formula."""

    def image_html(self, target: str, alt: str, title: str = "", width: str = "", height: str = "") -> str:
        """The HTML of a picture."""


Shape = Callable[[Host, Call, Known, Inside, bool], str | None]
"""Writer, tag, entry of the table, inside, whether it stands inside a line -> HTML; None where it does not apply."""

_VIDEO_ID = regex(r"(?:v=|youtu\.be/|embed/|shorts/|live/|vimeo\.com/(?:video/)?)([\w-]+)")
_ID = regex(r"[\w-]{1,64}\Z")
_SIZE = regex(r"\d+(?:\.\d+)?%?\Z")
_TRUTHY = frozenset({"", "true", "open", "1", "yes"})
_URL = regex(r"https?://", re.IGNORECASE)


def content(host: Host, inside: Inside, inline: bool) -> str:
    """What stands between the tags, rendered; a line of its own becomes a paragraph."""
    if inside.blocks:
        return host.captured(inside.blocks)
    html = host.captured((), inside.inlines).strip()
    return html if inline or not html else f"<p>{html}</p>\n"


def shape_nothing(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """No HTML."""
    return ""


def shape_inside(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """The content alone, in a `div` where it has a class."""
    html = content(host, inside, inline)
    css = known.options.get("class")
    if css is None or inline or not html:
        return html
    css = css or " ".join(call.positional) or call.name
    return f'<div class="{escape(css)}">\n{html}</div>\n' if css else html


def shape_wrap(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """The content in an element."""
    tag = known.options["tag"]
    if tag == "blockquote":
        return None if inline else f"<{tag}>\n{content(host, inside, False)}</{tag}>\n"
    html = host.captured(inside.blocks, inside.inlines).strip() or host.said(call.get(0, "text"))
    html = html.removeprefix("<p>").removesuffix("</p>")
    return f"<{tag}>{html}</{tag}>" if inline else f"<p><{tag}>{html}</{tag}></p>\n"


def shape_raw(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """The content, which the author's tool would not have touched."""
    return content(host, inside, inline)


def shape_break(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A line break."""
    return "<br />\n"


def shape_figure(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A picture, with a caption where it has one, linked where it asks for it."""
    src = call.get("src", "url", "file", "path", 0)
    if not src:
        return None
    title = call.get("caption", "title", "attr")
    alt = call.get("alt") or title
    picture = host.image_html(src, alt, "", call.get("width", "max-width"), call.get("height"))
    target = call.get("link", "href")
    if target and is_safe_url(target):
        picture = f'<a href="{encode_url(host.options.link(target))}">{picture}</a>'
    if inline:
        return picture
    inner = content(host, inside, True)
    caption = host.said(title) if title else inner
    shown = f"\n<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{picture}{shown}</figure>\n"


def _player(address: str, title: str, inline: bool) -> str:
    frame = (
        f'<iframe src="{encode_url(address)}" title="{escape(title)}" loading="lazy" allowfullscreen '
        'referrerpolicy="strict-origin-when-cross-origin"></iframe>'
    )
    return frame if inline else f'<div class="video">{frame}</div>\n'


def _video_id(call: Call) -> str:
    given = call.get("id", "videoId", "videoid", "src", "url", "content", 0)
    match = _VIDEO_ID.search(given)
    found = match[1] if match else given
    return found if _ID.match(found) else ""


def shape_youtube(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A YouTube player on the domain that sets no cookies before it plays."""
    video = _video_id(call)
    title = call.get("title", "label") or "YouTube video"
    return _player(f"https://www.youtube-nocookie.com/embed/{video}", title, inline) if video else None


def shape_vimeo(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A Vimeo player that does not track."""
    video = _video_id(call)
    title = call.get("title") or "Vimeo video"
    return _player(f"https://player.vimeo.com/video/{video}?dnt=1", title, inline) if video else None


def shape_media(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A video or a sound with the browser's own controls."""
    src = call.get("src", "url", "path", 0)
    if not src or not is_safe_url(src):
        return None
    if "youtu" in src or "vimeo.com" in src:
        return (shape_vimeo if "vimeo" in src else shape_youtube)(host, call, known, inside, inline)
    tag = known.options["tag"]
    title = call.get("title", "caption", "alt") or src.rsplit("/", 1)[-1]
    player = (
        f'<{tag} src="{encode_url(host.options.link(src))}" controls preload="metadata" '
        f'aria-label="{escape(title)}"></{tag}>'
    )
    return player if inline else f"<p>{player}</p>\n"


def _linked(host: Host, target: str, label: str, inline: bool, css: str = "") -> str | None:
    if not target or not is_safe_url(target):
        return None
    named = f' class="{css}"' if css else ""
    link = f'<a href="{encode_url(target)}"{named}>{label}</a>'
    return link if inline else f"<p>{link}</p>\n"


def shape_link(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A link to something that others embed with a script."""
    given = call.get("url", "id", "src", "repo", 0)
    path = (
        given if _URL.match(given) else known.options["base"] + "/".join(filter(None, call.positional[:2] or [given]))
    )
    label = escape(f"{known.options['label']}: {path.split('://', 1)[-1].rstrip('/')}")
    return _linked(host, path, label, inline) if given else None


def shape_tweet(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A link to a post on X."""
    user, number = call.get("user", "username"), call.get("id", "tweetId", "tweetid", "url", 0)
    if len(call.positional) > 1:
        user, number = call.positional[:2]
    if not number:
        return None
    target = number if _URL.match(number) else f"https://x.com/{user or 'i'}/status/{number}"
    label = f"Post by @{user} on X" if user else f"Post on X: {target.split('://', 1)[-1]}"
    return _linked(host, target, escape(label), inline)


def shape_button(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A link that looks like a button elsewhere."""
    target = call.get("href", "url", "to", "link", "src", 0)
    label = content(host, inside, True) or host.said(call.get("text", "title", "label")) or escape(target)
    return _linked(host, host.options.link(target), label.removeprefix("<p>").strip().removesuffix("</p>"), inline)


def shape_ref(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """The address of a page; shown as a link where it does not stand inside one."""
    target = call.get("path", 0)
    address = host.reference(target)
    if target and not address:
        return escape(target) if inline else f"<p>{escape(target)}</p>\n"
    return _linked(host, address, escape(target), inline) if target else None


def shape_param(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A value of the site or the page."""
    value = host.options.values.get(call.get("name", 0))
    return None if value is None else escape(value) if inline else f"<p>{escape(value)}</p>\n"


def shape_callout(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A callout; the tag names the kind, or an argument does."""
    if inline:
        return None
    kind, title = known.options.get("kind", ""), call.get("title", "header", "heading")
    rest = [word for word in call.positional if word != call.name]
    if not kind:
        kind = call.get("type", "kind", "variant", "color", "level")
        if not kind and rest:
            kind = rest.pop(0)
        kind = kind.lower() or "note"
    if call.family == "jsx" and "warning" in call.named:
        kind = "warning"
    if not title and rest and call.family != "liquid":
        title = rest[0]
    body = content(host, inside, False)
    text = call.get("text", "content")
    if not body and (text or rest):
        body = f"<p>{host.said(text or rest[0])}</p>\n"
        title = "" if not text and title == rest[0] else title
    collapse = call.named.get("collapse", call.named.get("collapsible"))
    fold = "" if collapse is None else "+" if collapse in ("false", "0") else "-"
    return callout_html(kind, host.said(title) if title else "", body, fold)


def callout_html(kind: str, title: str, body: str, fold: str = "") -> str:
    """A callout as HTML. `title` and `body` are HTML; `fold` is "-" (closed), "+" (open) or "" (cannot fold)."""
    css, usual = CALLOUTS.get(kind, ("note", kind.replace("-", " ").capitalize() or "Note"))
    shown = title or escape(usual)
    if fold:
        state = " open" if fold == "+" else ""
        return (
            f'<details class="callout {css}"{state}><summary class="callout-title">{shown}</summary>\n'
            f"{body}</details>\n"
        )
    return f'<aside class="callout {css}" role="note"><p class="callout-title">{shown}</p>\n{body}</aside>\n'


def shape_details(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A part that unfolds."""
    if inline:
        return None
    title = call.get("summary", "title", "label", "name", 0)
    opened = call.named.get("open", call.named.get("defaultOpen", "false"))
    state = " open" if opened in _TRUTHY else ""
    shown = host.said(title) if title and title != call.name else "Details"
    return f"<details{state}><summary>{shown}</summary>\n{content(host, inside, False)}</details>\n"


def shape_tab(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A part of a set under its label, all shown: nothing is hidden from a reader who prints or searches."""
    if inline:
        return None
    title = call.get("label", "title", "name", "header", 0, "value")
    label = f'<p class="tab-label">{host.said(title)}</p>\n' if title else ""
    return f'<div class="tab">{label}{content(host, inside, False)}</div>\n'


def shape_code(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """Code between tags, highlighted."""
    code = inside.source.strip("\r\n")
    if not code:
        return None
    if inline:
        return f"<code>{escape(code)}</code>"
    language = call.get("lang", "language", 0)
    options = " ".join((*call.positional[1:], *(f'{key}="{value}"' for key, value in call.named.items())))
    span = Span(0, 0)
    return host.code_html(
        Block("code", span, span, info=f"{language} {options}".strip(), name="fenced", text=code + "\n")
    )


def shape_diagram(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A diagram's source, as a code block of its language."""
    code, span = inside.source.strip("\r\n") + "\n", Span(0, 0)
    block = Block("code", span, span, info=known.options["language"], name="fenced", text=code)
    return None if inline else host.code_html(block)


def shape_math(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """A formula between tags."""
    tex = inside.source.strip().strip("$")
    html = host.formula(tex, not inline) if tex else ""
    return html if inline or not html else f"<p>{html}</p>\n"


def shape_element(host: Host, call: Call, known: Known, inside: Inside, inline: bool) -> str | None:
    """An HTML element written as JSX, with the attributes that make sense in HTML."""
    start = start_tag(call.name, call.named, host.options.link)
    if call.name in VOID:
        return f"<{start} />" if inline else f"<{start} />\n"
    body = content(host, inside, inline or call.name in LINES)
    return f"<{start}>{body}</{call.name}>" + ("\n" if call.name in FLOW and not inline else "")


def size(value: str) -> str:
    """A width or height that can stand in an attribute; "" for anything else."""
    bare = value.strip().removesuffix("px")
    return bare if _SIZE.match(bare) else ""


SHAPES: dict[str, Shape] = {
    name.removeprefix("shape_"): function for name, function in list(globals().items()) if name.startswith("shape_")
}
"""Shape -> function, by the functions' names."""
