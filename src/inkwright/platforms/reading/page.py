"""One post in HTML on its way to Markdown: its elements, what stands in for some of them, and the account."""

import base64
import binascii
import re
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from inkwright.model.imports import Attached, Fate, Item
from inkwright.model.regex import regex
from inkwright.platforms.reading.pieces import RESERVED, Pieces
from inkwright.text.html_tools import HtmlTools, html_tools

LARGEST = 20_000_000
"""Characters of one post that are read."""
_DATA = regex(r"data:(image/[\w.+-]+)?([^,]*),", re.I)
_UNFIT = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBERED = regex(r"&#(?:x([0-9a-f]{1,8})|(\d{1,9}));?", re.I)
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-actualsrc")
_MARKS = regex(r"([\\`*\[\]<>])|(?<!\w)(_)|(_)(?!\w)")


class Page:
    """A post that is being converted. `root` is the lxml element of its body; `near` the file it stands in; `first`
    the number of its first attached file.

    Raises UsageError where the extra `import` is not installed.
    """

    def __init__(self, html: str, near: str = "", first: int = 0) -> None:
        self.tools: HtmlTools = html_tools()
        self.near = near
        self._first = first
        self.pieces = Pieces()
        self.items: list[Item] = []
        self.attached: list[Attached] = []
        self.root = _body(self.tools, html)
        if len(html) > LARGEST:
            self.note("text", "lost", f"what stands after the first {LARGEST:,} characters", "the post is too long")

    def note(self, kind: str, fate: Fate, what: str, why: str = "") -> None:
        """Add to the account."""
        self.items.append(Item(kind, fate, " ".join(what.split())[:200], why))

    def stand_in(self, element: Any, markdown: str, block: bool = False) -> None:
        """Put ready Markdown in the place of an element; what follows it stays."""
        parent = element.getparent()
        if parent is None:
            return
        made = element.makeelement("span" if not block else "div" if parent.tag == "p" else "p")
        made.text = self.pieces.token(markdown)
        made.tail = element.tail
        parent.replace(element, made)

    def drop(self, element: Any) -> None:
        """Take an element out with all in it; what follows it stays."""
        if element.getparent() is not None:
            element.drop_tree()

    def attach(self, address: str, kind: str = "picture") -> str:
        """Note that the text names a file; the token that stands for it as a destination."""
        token = f"inkwright-file-{self._first + len(self.attached)}-{kind}"
        found = _DATA.match(address)
        data = _bytes_of(address, found) if found else b""
        shown = f"{found[1] or 'data'} in the text" if found else address
        self.attached.append(Attached(token, shown, data=data, kind=kind))
        return token

    def image(self, image: Any, caption: str = "", address: str = "") -> str:
        """An `img` as Markdown; "" when it has no address, which the account then tells."""
        address = address or source_of(image)
        if not address:
            self.note("picture", "lost", image.get("alt") or "a picture", "it has no address")
            return ""
        token = self.attach(address)
        title = f' "{titled(caption)}"' if caption else ""
        return f"![{escaped(image.get('alt') or '')}]({token}{title})"

    def convert(self, element: Any) -> str:
        """The words of a small element as Markdown in one line."""
        copy = self.tools.convert(self.tools.html(element))
        return " ".join(copy.split())


def source_of(image: Any) -> str:
    """The address of a picture, also of one that a script would load later; "" when there is none."""
    source = (image.get("src") or "").strip()
    if not source or source.startswith("data:image/svg") or (source.startswith("data:") and len(source) < 200):
        later = next(filter(None, map(image.get, _LAZY)), "")
        if not later:
            parts = (image.get("srcset") or image.get("data-srcset") or "").split(",")[0].split()
            later = parts[0] if parts else ""
        source = later.strip() or source
    return source


def safe(text: str) -> str:
    """A text without the characters that no element can hold."""
    return _UNFIT.sub("", text)


def _character(found: re.Match[str]) -> str:
    """A character by number, "" for one that no element can hold."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if 0 < number < 0x110000 and safe(chr(number)) else ""


def words_of(element: Any) -> str:
    """The text in an element, in one line."""
    return " ".join(element.text_content().split())


def escaped(text: str) -> str:
    """A text as the words of a link or picture."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def titled(text: str) -> str:
    """A text as a title between double quotes."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"').replace("<", "&lt;")


def destination(address: str) -> str:
    """An address as a destination of a link or picture: whole, with nothing that would end it."""
    return quote(address.strip(), safe="%/:=&?~#+!$,;'@[]*.-_|")


def linked(address: str, words: str = "") -> str:
    """A link in Markdown, bare when it has no words of its own; "" for an address that would run something."""
    if re.match(r"\s*(?:javascript|vbscript|data):", address, re.I) or not address.strip():
        return escaped(words)
    return f"[{escaped(words)}]({destination(address)})" if words else f"<{destination(address)}>"


def _body(tools: HtmlTools, html: str) -> Any:
    """The body of a page or of a piece of one; an empty one when nothing can be read."""
    text = RESERVED.sub("", _NUMBERED.sub(_character, safe(html[:LARGEST])))
    if not re.search(r"<body[\s>]", text, re.I):
        text = f"<html><body>{text}</body></html>"
    try:
        root = tools.document(text)
    except (tools.error, ValueError):
        root = tools.document("<html><body></body></html>")
    return next(iter(root.xpath("//body")), root)


def _bytes_of(address: str, found: re.Match[str]) -> bytes:
    """The bytes of a `data:` address, none when it is broken."""
    written = address[found.end() :]
    if "base64" not in found[2].lower():
        return unquote_to_bytes(written)
    packed = re.sub(r"[^A-Za-z0-9+/]", "", unquote_to_bytes(written).decode("ascii", "ignore"))
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4))
    except (binascii.Error, ValueError):
        return b""
