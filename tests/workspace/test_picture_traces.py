"""What pictures say beside the picture, from files made here byte by byte."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.picture import Trace
from inkwright.workspace.picture_traces import LARGEST, traces, traces_of


def exif(order: str, entries: dict[int, bytes], gps: bytes = b"", sub: dict[int, bytes] | None = None) -> bytes:
    """A TIFF structure: ASCII entries, a GPS directory with one latitude, a sub-directory of ASCII entries."""

    def directory(found: dict[int, tuple[int, int, bytes]], at: int) -> bytes:
        head = struct.pack(f"{order}H", len(found))
        data = b""
        behind = at + 2 + 12 * len(found) + 4
        for tag, (kind, count, value) in sorted(found.items()):
            if len(value) <= 4:
                field = value.ljust(4, b"\0")
            else:
                field = struct.pack(f"{order}I", behind + len(data))
                data += value
            head += struct.pack(f"{order}HHI", tag, kind, count) + field
        return head + b"\0\0\0\0" + data

    first = {tag: (2, len(value) + 1, value + b"\0") for tag, value in entries.items()}
    room = 8 + 4096
    extra = b""
    if gps:
        first[0x8825] = (4, 1, struct.pack(f"{order}I", room))
        extra = directory({2: (5, 3, gps)}, room).ljust(512, b"\0")
    if sub:
        first[0x8769] = (4, 1, struct.pack(f"{order}I", room + len(extra)))
        extra += directory({tag: (2, len(text) + 1, text + b"\0") for tag, text in sub.items()}, room + len(extra))
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(f"{order}I", 8) + directory(first, 8).ljust(4096, b"\0") + extra


def latitude(order: str) -> bytes:
    return struct.pack(f"{order}6I", 48, 1, 51, 1, 30, 1)


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    body = b"".join(bytes([0xFF, mark]) + struct.pack(">H", len(data) + 2) + data for mark, data in segments)
    return b"\xff\xd8" + body + b"\xff\xda\x00\x02" + b"\x00" * 50 + b"\xff\xd9"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(chunk(*one) for one in chunks)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13) + body + chunk(b"IEND", b"")


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for kind, data in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def read(data: bytes) -> list[Trace]:
    return list(traces(io.BytesIO(data)))


PLACE = Trace("place", "GPS")
XMP = (
    b'<x:xmpmeta><rdf:Description exif:GPSLatitude="48,51N" aux:SerialNumber="77-1"><dc:creator><rdf:Seq>'
    b"<rdf:li>Kim S</rdf:li></rdf:Seq></dc:creator></rdf:Description></x:xmpmeta>"
)


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_in_each_format(order: str) -> None:
    block = exif(order, {0x013B: b"Kim S", 0x010E: b"rack"}, latitude(order), {0xA431: b"0012345"})
    wanted = {PLACE, Trace("person", "Artist", "Kim S"), Trace("text", "ImageDescription", "rack"),
              Trace("device", "BodySerialNumber", "0012345")}  # fmt: skip
    assert set(read(jpeg((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0" + block)))) == wanted
    assert set(read(png((b"eXIf", block)))) == wanted
    assert set(read(webp((b"VP8X", b"\0" * 11), (b"EXIF", block)))) == wanted


@pytest.mark.parametrize(
    ("order", "comment"),
    [
        ("<", "Kim’s rack".encode("utf-16-le")),
        (">", "Kim’s rack".encode("utf-16-be")),
        (">", b"\xff\xfe" + "Kim’s rack".encode("utf-16-le")),
    ],
)
def test_a_comment_in_unicode_has_the_byte_order_of_its_block(order: str, comment: bytes) -> None:
    block = exif(order, {}, sub={0x9286: b"UNICODE\0" + comment})
    assert read(jpeg((0xE1, b"Exif\0\0" + block))) == [Trace("text", "UserComment", "Kim’s rack")]


def test_a_place_of_zeros_is_none() -> None:
    assert read(jpeg((0xE1, b"Exif\0\0" + exif("<", {}, b"\0" * 24)))) == []


@pytest.mark.parametrize("data", [
    jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
    png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    webp((b"XMP ", XMP)),
    b'<?xml version="1.0"?>\n<svg xmlns="x"><metadata>' + XMP + b"</metadata></svg>",
])  # fmt: skip
def test_xmp_in_each_format(data: bytes) -> None:
    assert {(one.kind, one.value) for one in read(data) if one.kind != "text"} == {
        ("place", ""), ("device", "77-1"), ("person", "Kim S"),
    }  # fmt: skip


TEXTS = {
    "tEXt": (png((b"tEXt", b"Comment\0made on build-7")), Trace("text", "PNG Comment", "made on build-7")),
    "zTXt": (png((b"zTXt", b"Comment\0\0" + zlib.compress(b"packed"))), Trace("text", "PNG Comment", "packed")),
    "iTXt": (png((b"iTXt", b"Note\0\1\0de\0\0" + zlib.compress("grün".encode()))), Trace("text", "PNG Note", "grün")),
    "author": (png((b"tEXt", b"Author\0Kim S")), Trace("person", "PNG Author", "Kim S")),
    "behind the pixels": (png((b"IDAT", b"\0" * 9000), (b"tEXt", b"a\0b")), Trace("text", "PNG a", "b")),
    "JPEG comment": (jpeg((0xFE, b"by Kim")), Trace("text", "JPEG comment", "by Kim")),
    "IPTC": (jpeg((0xED, b"Photoshop 3.0\x008BIM\x1c\x02\x50\x00\x05Kim S")), Trace("person", "IPTC By-line", "Kim S")),
    "GIF comment": (b"GIF89a\1\0\1\0\x80\0\0" + b"\0" * 6 + b"\x21\xfe\x03abc\0;", Trace("text", "GIF comment", "abc")),
    "SVG comment": (b"<svg><!-- /home/kim/a.svg --></svg>", Trace("text", "SVG comment", "/home/kim/a.svg")),
    "SVG name": (b'<svg sodipodi:docname="a.svg"/>', Trace("text", "SVG file name", "a.svg")),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str) -> None:
    data, wanted = TEXTS[name]
    assert read(data) == [wanted]


def test_exif_as_image_magick_writes_it() -> None:
    block = exif("<", {0x013B: b"Kim S"})
    value = f"\nexif\n{len(block) + 6:8}\n{(b'Exif' + bytes(2) + block).hex()}\n"
    assert read(png((b"tEXt", b"Raw profile type exif\0" + value.encode()))) == [Trace("person", "Artist", "Kim S")]


def test_a_bomb_unpacks_to_a_bound() -> None:
    (one,) = read(png((b"zTXt", b"a\0\0" + zlib.compress(b"x" * 50_000_000, 9))))
    assert len(one.value) <= LARGEST


def test_other_files_say_nothing(tmp_path) -> None:
    (tmp_path / "a.txt").write_bytes(b"no picture")
    assert traces_of(tmp_path / "a.txt") == traces_of(tmp_path / "none.png") == traces_of(tmp_path) == ()
    assert read(b"<html><!-- x --></html>") == read(b"") == []


SEEDS = [
    jpeg((0xE1, b"Exif\0\0" + exif(">", {0x013B: b"Kim"}, latitude(">"), {0xA431: b"1"})), (0xFE, b"x")),
    png((b"tEXt", b"a\0b"), (b"iTXt", b"n\0\1\0\0\0" + zlib.compress(b"q")), (b"eXIf", exif("<", {0x9286: b"hello"}))),
    webp((b"EXIF", exif("<", {0x010E: b"d"})), (b"XMP ", XMP)),
    TEXTS["GIF comment"][0],
    b"<svg><metadata>" + XMP + b"</metadata></svg>",
]


@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=30),
       st.integers(0, 5000))  # fmt: skip
def test_damaged_files_are_read_to_the_end(seed: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(seed)
    for at, value in changes:
        data[at % len(data)] = value
    for kept in (data, data[: cut % len(data)]):
        assert all(isinstance(one, Trace) for one in read(bytes(kept)))


@given(
    st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBP", b"GIF89a", b"<svg>"]), st.binary(max_size=300)
)
def test_any_bytes_behind_a_head(head: bytes, rest: bytes) -> None:
    assert all(isinstance(one, Trace) for one in read(head + rest))


@pytest.mark.parametrize("piece", [b"<!--", b"<metadata>", b'xml:base="', b"<dc:creator>", b"<metadata><dc:creator>"])
def test_an_svg_of_openings_ends(piece: bytes) -> None:
    assert read(b"<svg>" + piece * (1_500_000 // len(piece))) is not None


def test_a_file_of_texts_tells_the_first_of_them(tmp_path) -> None:
    (tmp_path / "a.png").write_bytes(png(*[(b"tEXt", b"a\0" + b"b" * 40_000)] * 1000))
    assert len(traces_of(tmp_path / "a.png")) < 20


def test_a_directory_that_leads_to_itself_ends() -> None:
    block = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + struct.pack("<HHII", 0x8769, 4, 1, 8)
    assert read(jpeg((0xE1, b"Exif\0\0" + block))) == []
