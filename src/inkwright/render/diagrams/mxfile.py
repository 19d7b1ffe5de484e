"""Files of draw.io: their pages, plain or packed, and what can be seen on each."""

import base64
import binascii
import zlib
from html import unescape
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, fromstring

from inkwright.model.regex import regex

MAX_XML = 20_000_000
"""Bytes of a page, unpacked, beyond which it is refused."""
_TAG = regex(r"<[^>]*>")
_LOOKS = ("value", "style", "vertex", "edge", "source", "target", "parent", "label", "visible", "collapsed")


def cells_of(source: str) -> list[str]:
    """One text for each page: everything on it that can be seen, without what changes whenever the file is saved.

    Raises ValueError for what is no file of draw.io.
    """
    return [repr([_cell(cell) for cell in page.iter() if cell.tag in ("mxCell", "object", "UserObject")])
            for page in _pages(source)]  # fmt: skip


def words_of(source: str) -> list[str]:
    """The words on each page. Raises ValueError for what is no file of draw.io."""
    return [
        " ".join(
            _TAG.sub(" ", unescape(cell.get("value") or cell.get("label") or ""))
            for cell in page.iter()
            if cell.tag in ("mxCell", "object", "UserObject")
        )
        for page in _pages(source)
    ]


def _cell(cell: Element) -> tuple[object, ...]:
    """What one cell shows: its looks, its place, the bends of its line."""
    place = [
        (part.tag, part.get("as", ""), *(_rounded(part.get(key)) for key in ("x", "y", "width", "height", "relative")))
        for part in cell.iter()
        if part.tag in ("mxGeometry", "mxPoint", "mxRectangle")
    ]
    return tuple(cell.get(key, "") for key in _LOOKS), tuple(place)


def _rounded(value: str | None) -> object:
    try:
        return round(float(value or 0), 1)
    except ValueError:
        return value


def _pages(source: str) -> list[Element]:
    root = _parsed(source)
    if root.tag == "mxGraphModel":
        return [root]
    if root.tag != "mxfile":
        raise ValueError("it is no file of draw.io")
    return [page[0] if len(page) else _parsed(_unpacked(page.text or "")) for page in root.iter("diagram")]


def _parsed(text: str) -> Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("it is no file of draw.io: it has a document type")
    try:
        return fromstring(text)
    except (ParseError, ValueError, RecursionError) as error:
        raise ValueError("it is no file of draw.io") from error


def _unpacked(text: str) -> str:
    """A packed page: deflated, in Base64, percent-encoded before.

    **Source:** drawio.com, "Extracting the XML from mxfiles".
    """
    try:
        inflate = zlib.decompressobj(-15)
        data = inflate.decompress(base64.b64decode(text.strip(), validate=False), MAX_XML)
        if inflate.unconsumed_tail:
            raise ValueError("it is too large")
        return unquote(data.decode("utf-8"))
    except (binascii.Error, zlib.error, UnicodeError) as error:
        raise ValueError("a page of it is damaged") from error
