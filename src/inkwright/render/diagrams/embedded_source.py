"""The source that Excalidraw and draw.io put into the pictures that they export, so that these can be edited again."""

import base64
import binascii
import json
import re
import struct
import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from inkwright.model.regex import regex

MAX_SOURCE = 20_000_000
_PAYLOAD = regex(rb"<!-- payload-start -->\s*([A-Za-z0-9+/=\s]+?)\s*<!-- payload-end -->")
_CONTENT = regex(rb"""<svg\b[^>]*?\scontent=(?:"([^"]*)"|'([^']*)')""", re.S)
_PNG = b"\x89PNG\r\n\x1a\n"
_EXCALIDRAW, _DRAWIO = b"application/vnd.excalidraw+json", b"mxfile"


def embedded_source(export: bytes) -> str:
    """The text of the source inside an SVG or PNG, "" when there is none that can be read."""
    try:
        return _from_png(export) if export.startswith(_PNG) else _from_svg(export)
    except (ValueError, KeyError, TypeError, zlib.error, struct.error, binascii.Error, RecursionError):
        return ""


def _from_svg(data: bytes) -> str:
    payload = _PAYLOAD.search(data)
    if payload is not None:
        return _scene(base64.b64decode(payload[1]))
    content = _CONTENT.search(data)
    if content is None:
        return ""
    text = unescape((content[1] or content[2] or b"").decode("utf-8"))
    return unquote(text) if text.startswith("%3C") else text


def _from_png(data: bytes) -> str:
    for keyword, text in _texts(data):
        if keyword == _EXCALIDRAW:
            return _scene(text)
        if keyword == _DRAWIO:
            return unquote(text.decode("latin-1"))
    return ""


def _texts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Keyword and text of each text chunk. **Source:** W3C PNG, sections 5.3 and 11.3.3."""
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        keyword, _, text = body.partition(b"\0")
        if kind == b"tEXt":
            yield keyword, text
        elif kind == b"zTXt":
            yield keyword, _inflated(text[1:])
        at += 12 + length


def _scene(data: bytes) -> str:
    """A scene as Excalidraw wraps it: JSON of bytes written as characters, deflated.

    **Source:** github.com/excalidraw/excalidraw, packages/excalidraw/data/encode.ts (the form, not the code).
    """
    wrapped = json.loads(data.decode("latin-1"))
    if "encoded" not in wrapped:
        return data.decode("utf-8")
    packed = wrapped["encoded"].encode("latin-1")
    return (_inflated(packed) if wrapped.get("compressed") else packed).decode("utf-8")


def _inflated(packed: bytes) -> bytes:
    inflate = zlib.decompressobj()
    data = inflate.decompress(packed, MAX_SOURCE)
    if inflate.unconsumed_tail:
        raise ValueError("it is too large")
    return data
