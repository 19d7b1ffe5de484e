"""What leaves of a picture: every pixel and no word beside them. The files are made here by Pillow or by hand."""

import io
import struct
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageOps, PngImagePlugin

from inkwright.workspace.bare import bare

CANARY = "canary-4711"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><city>{CANARY}</city></x:xmpmeta>'.encode()


def picture(mode: str = "RGB", size: tuple[int, int] = (24, 16)) -> Image.Image:
    made = Image.new(mode, size)
    for x in range(size[0]):
        for y in range(size[1]):
            made.putpixel((x, y), (x * 9 % 256, y * 15 % 256, 40, 255)[: len(mode)] if mode != "L" else x * y % 256)
    return made


def exif(way: int = 1) -> bytes:
    made = Image.Exif()
    made[0x010E], made[0x013B], made[0x0112] = CANARY, f"{CANARY} Kim", way
    made.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    return made.tobytes()


def saved(kind: str, way: int = 1, **more: object) -> bytes:
    out = io.BytesIO()
    picture().save(out, kind, exif=exif(way), **more)
    return out.getvalue()


def png(way: int = 1) -> bytes:
    said, out = PngImagePlugin.PngInfo(), io.BytesIO()
    said.add_text("Author", CANARY)
    said.add_text("Comment", CANARY, zip=True)
    said.add_itxt("XML:com.adobe.xmp", CANARY, zip=True)
    said.add(b"zzAp", CANARY.encode())
    picture("RGBA").save(out, "PNG", pnginfo=said, exif=exif(way), dpi=(72, 72))
    return out.getvalue() + CANARY.encode()


def gif() -> bytes:
    out = io.BytesIO()
    frames = [picture("L", (8, 8)), picture("L", (8, 8)).rotate(90)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=CANARY.encode())
    data = out.getvalue()
    block = b"\x21\xff\x0bXMP DataXMP" + bytes([len(CANARY)]) + CANARY.encode() + b"\0"
    return data[:-1] + block + b"\x3b" + CANARY.encode()


def jpeg(way: int = 1, **more: object) -> bytes:
    data = saved("JPEG", way, xmp=XMP, comment=CANARY.encode(), **more)
    iptc = b"Photoshop 3.0\0" + CANARY.encode()
    unknown = b"\xff\xe5" + struct.pack(">H", len(CANARY) + 2) + CANARY.encode()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + unknown + data[2:] + CANARY.encode()


FILES = {
    "jpeg": jpeg(), "progressive": jpeg(progressive=True), "cmyk": b"", "turned jpeg": jpeg(6),
    "png": png(), "turned png": png(8), "gif": gif(), "webp": saved("WEBP", xmp=XMP),
    "turned webp": saved("WEBP", 3, xmp=XMP, lossless=True), "avif": saved("AVIF", xmp=XMP),
}  # fmt: skip
out = io.BytesIO()
Image.new("CMYK", (8, 8), (10, 20, 30, 40)).save(out, "JPEG", comment=CANARY.encode())
FILES["cmyk"] = out.getvalue()


def words(data: bytes) -> bytes:
    """The bytes with whatever zlib packed in them unpacked, so that nothing hides."""
    found = [data]
    for at in range(len(data) - 2):
        if data[at] == 0x78:
            try:
                found.append(zlib.decompressobj().decompress(data[at:], 100_000))
            except zlib.error:
                continue
    return b"".join(found)


def seen(data: bytes) -> list[bytes]:
    """The pixels of every frame, as a browser turns them."""
    with Image.open(io.BytesIO(data)) as opened:
        frames = []
        for number in range(getattr(opened, "n_frames", 1)):
            opened.seek(number)
            frames.append(ImageOps.exif_transpose(opened).convert("RGBA").tobytes())
        return frames


@pytest.mark.parametrize("name", FILES)
def test_every_pixel_stays_and_every_word_goes(name: str) -> None:
    data = FILES[name]
    assert CANARY.encode() in words(data)
    assert CANARY.encode() not in words(bare(data))
    assert seen(bare(data)) == seen(data)
    assert bare(bare(data)) == bare(data)


def test_a_film_keeps_its_place_in_the_file() -> None:
    def box(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I4s", len(body) + 8, kind) + body

    track = box(b"trak", box(b"tkhd", b"1" * 20) + box(b"udta", CANARY.encode()))
    moov = box(b"moov", box(b"mvhd", b"2" * 20) + track + box(b"meta", CANARY.encode()))
    film = box(b"ftyp", b"isom") + moov + box(b"uuid", CANARY.encode() * 2) + box(b"mdat", b"samples")
    made = bare(film)
    assert CANARY.encode() not in made
    assert len(made) == len(film)
    assert made.index(b"samples") == film.index(b"samples")
    assert [made.count(kind) for kind in (b"mvhd", b"tkhd", b"udta", b"meta", b"uuid", b"free")] == [1, 1, 0, 0, 0, 3]


SVG = f"""<?xml version="1.0"?><!-- {CANARY} --><svg xmlns="http://www.w3.org/2000/svg" content="&lt;mxfile {CANARY}"
 sodipodi:docname='{CANARY}.svg' width="3"><metadata id="m"><a>{CANARY}</a></metadata><metadata/>
<sodipodi:namedview inkscape:export-filename="/{CANARY}"/><style><![CDATA[a {{content: "<!-- stays -->"}}]]></style>
<text content="stays" x='1>2'>Words &amp; 3 &lt; 4</text><g xml:base="file:///{CANARY}"/></svg>"""


def test_a_drawing_keeps_what_is_seen() -> None:
    made = bare(SVG.encode()).decode()
    assert CANARY not in made
    assert "<text content=\"stays\" x='1>2'>Words &amp; 3 &lt; 4</text>" in made
    assert '<![CDATA[a {content: "<!-- stays -->"}]]>' in made
    assert made.endswith("<g/></svg>")
    assert bare(made.encode()).decode() == made


@pytest.mark.parametrize(
    "text", [b"", b"<", b"plain", b"<html><svg><!-- kept --></svg></html>", b"<?xml?><rss><!-- c --></rss>"]
)
def test_what_is_no_picture_stays_as_it_is(text: bytes) -> None:
    assert bare(text) == text


@given(st.sampled_from(sorted(FILES)), st.integers(0, 2000), st.binary(max_size=6))
@example("jpeg", 2, b"\xff\xe1\0\0")
def test_no_bytes_raise(name: str, at: int, other: bytes) -> None:
    data = FILES[name]
    bare(data[:at])
    bare(data[:at] + other + data[at + len(other) :])
    bare(SVG.encode()[:at] + other)


@pytest.mark.parametrize("piece", [b"<!--", b"<a ", b"<a '", b'<a "<', b"<metadata>", b"<![CDATA[", b"<svg content='"])
def test_a_hostile_drawing_is_no_work(piece: bytes) -> None:
    data = b"<svg>" + piece * 200_000
    assert len(bare(data)) <= len(data)
