import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.site.image_size import image_size


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc4\x00\x04ab\xff\xff\xc2\x00\x11\x08\x00\x78\x01\x40\x03" + bytes(9)
)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (png(640, 480), (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 7, 9) + bytes(4), (7, 9)),
        (JPEG, (320, 120)),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 100, 50), (100, 50)),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 99 | 49 << 14) + bytes(6), (100, 50)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x63\0\0\x31\0\0" + bytes(2), (100, 50)),
        (b'<?xml version="1.0"?><svg xmlns="x" width="12.4px" height="8">', (12, 8)),
        (b'<svg viewBox="0 0 300 150.5">', (300, 150)),
        (b'<svg width="100%" viewBox="0,0,30,15">', (30, 15)),
        (b"<svg>", (0, 0)),
        (b"not a picture", (0, 0)),
        (b"", (0, 0)),
        (png(5, 5)[:20], (0, 0)),
    ],
)
def test_image_size(head: bytes, size: tuple[int, int]) -> None:
    assert image_size(head) == size


@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"RIFF0000WEBPVP8X", b"<svg "]),
    st.binary(max_size=60),
)
def test_damaged_pictures_never_raise(start: bytes, rest: bytes) -> None:
    width, height = image_size(start + rest)
    assert width >= 0 and height >= 0
