"""Exports of drawings: found beside their source, held against it by what both hold."""

import base64
import json
import struct
import zlib
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.render.diagrams.embedded_source import embedded_source
from inkwright.render.diagrams.exports import likeness
from inkwright.render.diagrams.mxfile import cells_of, words_of

SCENE = {
    "type": "excalidraw",
    "elements": [
        {"type": "rectangle", "id": "a", "x": 0, "y": 0, "width": 9, "height": 9, "version": 3, "seed": 1},
        {"type": "text", "id": "b", "x": 1, "y": 1, "width": 9, "height": 9, "text": "Read\nindex"},
    ],
    "appState": {"gridSize": 20},
}
PAGE = (
    '<mxGraphModel dx="{dx}"><root><mxCell id="0"/><mxCell id="1" parent="0"/>'
    '<mxCell id="2" value="{said}" style="rounded=1" vertex="1" parent="1"><mxGeometry x="{x}" y="5" width="9" '
    'height="9" as="geometry"/></mxCell></root></mxGraphModel>'
)


def page(said: str = "Reader", x: float = 5, dx: int = 1) -> str:
    return PAGE.format(said=escape(said), x=x, dx=dx)


def mxfile(*pages: str, packed: bool = False, modified: str = "2026-01-01") -> str:
    inside = "".join(f'<diagram id="{at}" name="P{at}">{pack(one) if packed else one}</diagram>'
                     for at, one in enumerate(pages))  # fmt: skip
    return f'<mxfile host="x" modified="{modified}">{inside}</mxfile>'


def pack(xml: str) -> str:
    deflate = zlib.compressobj(wbits=-15)
    return base64.b64encode(deflate.compress(quote(xml).encode()) + deflate.flush()).decode()


def wrapped(scene: object) -> bytes:
    encoded = zlib.compress(json.dumps(scene).encode()).decode("latin-1")
    said = {"version": "1", "encoding": "bstring", "compressed": True, "encoded": encoded}
    return json.dumps(said, ensure_ascii=False).encode("latin-1")


def scene_svg(scene: object) -> bytes:
    payload = base64.b64encode(wrapped(scene))
    return (
        b"<svg><metadata><!-- payload-version:2 --><!-- payload-start -->"
        + payload
        + b"<!-- payload-end --></metadata></svg>"
    )


def png(keyword: bytes, text: bytes, packed: bool = False) -> bytes:
    body = keyword + b"\0" + (b"\0" + zlib.compress(text) if packed else text)
    chunk = struct.pack(">I", len(body)) + (b"zTXt" if packed else b"tEXt") + body + b"\0\0\0\0"
    head = struct.pack(">I", 13) + b"IHDR" + b"\0" * 13 + b"\0\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + head + chunk + struct.pack(">I", 0) + b"IEND" + b"\0\0\0\0"


def changed(**given: object) -> dict[str, object]:
    first, second = SCENE["elements"]
    return {**SCENE, "elements": [{**first, **given}, second]}


@pytest.mark.parametrize(
    ("export", "state"),
    [
        (scene_svg(SCENE), "fresh"),
        (scene_svg(changed(version=9, seed=7, updated=1)), "fresh"),
        (scene_svg(changed(x=40)), "stale"),
        (scene_svg({**SCENE, "elements": SCENE["elements"][:1]}), "stale"),
        (scene_svg({"elements": 1}), "unknown"),
        (png(b"application/vnd.excalidraw+json", wrapped(SCENE)), "fresh"),
        (png(b"application/vnd.excalidraw+json", wrapped(changed(width=10))), "stale"),
        (png(b"Comment", b"x"), "unknown"),
        (b"<svg><text>Read</text><text>index</text></svg>", "unknown"),
        (b"<svg><text>Read</text><text>cache</text></svg>", "stale"),
        (b"<svg><style>.read.index{}</style><path d='M0 0'/></svg>", "unknown"),
        (b"", "unknown"),
        (b"\x89PNG\r\n\x1a\n\xff\xff", "unknown"),
    ],
)
def test_exports_of_excalidraw(export, state):
    assert likeness("excalidraw", json.dumps(SCENE), export) == state


@pytest.mark.parametrize(
    ("export", "state"),
    [
        (f'<svg content="{escape(mxfile(page(), modified="later"))}"></svg>', "fresh"),
        (f'<svg content="{escape(mxfile(page(dx=99), packed=True))}"></svg>', "fresh"),
        (f'<svg content="{quote(mxfile(page()))}"></svg>', "fresh"),
        (f'<svg content="{escape(mxfile(page(x=70)))}"></svg>', "stale"),
        (f'<svg content="{escape(mxfile(page("Writer")))}"></svg>', "stale"),
        ("<svg><foreignObject><div>Reader</div></foreignObject></svg>", "unknown"),
        ("<svg><text>Writer</text></svg>", "stale"),
        ("<svg/>", "unknown"),
    ],
)
def test_exports_of_drawio(export, state):
    assert likeness("drawio", mxfile(page()), export.encode()) == state


def test_pictures_of_drawio_packed_or_not():
    text = quote(mxfile(page())).encode()
    assert likeness("drawio", mxfile(page()), png(b"mxfile", text)) == "fresh"
    assert likeness("drawio", mxfile(page()), png(b"mxfile", text, packed=True)) == "fresh"
    assert likeness("drawio", mxfile(page(x=8)), png(b"mxfile", text, packed=True)) == "stale"


def test_one_page_of_several_is_fresh():
    whole = mxfile(page("One"), page("Two"), packed=True)
    assert likeness("drawio", whole, f'<svg content="{escape(mxfile(page("Two")))}"/>'.encode()) == "fresh"
    assert likeness("drawio", whole, b"<svg><text>Two</text></svg>") == "unknown"
    assert words_of(whole) == ["  One", "  Two"]


@pytest.mark.parametrize("source", ["", "x", "<svg/>", "<mxfile><diagram>@@</diagram></mxfile>",
                                    "<!DOCTYPE x [<!ENTITY a 'b'>]><mxfile/>"])  # fmt: skip
def test_what_is_no_source_is_refused(source):
    with pytest.raises(ValueError):
        cells_of(source)
    with pytest.raises(ValueError):
        likeness("excalidraw", source, b"<svg/>")


def test_a_bomb_is_refused():
    deflate = zlib.compressobj(wbits=-15)
    bomb = base64.b64encode(deflate.compress(b"0" * 60_000_000) + deflate.flush()).decode()
    with pytest.raises(ValueError):
        cells_of(f"<mxfile><diagram>{bomb}</diagram></mxfile>")
    assert embedded_source(png(b"mxfile", b"0" * 60_000_000, packed=True)) == ""


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_have_a_source_or_none(data):
    assert isinstance(embedded_source(data), str)
    assert isinstance(embedded_source(b"\x89PNG\r\n\x1a\n" + data), str)
    assert isinstance(
        embedded_source(b"<!-- payload-start -->" + base64.b64encode(data) + b"<!-- payload-end -->"), str
    )
