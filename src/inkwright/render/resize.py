"""A photograph or screenshot in the sizes that pages show, as WebP; by Pillow, which the extra `images` brings."""

import io
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from msgspec import Struct

WIDTHS = (480, 800, 1216, 1824)
"""Widths in pixels: a phone, a phone with fine pixels, and the column of 608 CSS pixels at twice and three times."""
QUALITY = 82
"""WebP's quality of photographs: no difference is seen beside the original at the size of a page."""
SMALL = 20_000
"""Bytes of a file up to which it is shown as it is: it loads in one round trip or two."""
MOST = 80_000_000
"""Pixels of a picture beyond which it is left as it is: it might have been made to fill the memory."""
EDITION = "1"
"""Counts up when other bytes come out of the same picture."""


class Sized(Struct, frozen=True):
    """A picture in one size: pixels, and its bytes as WebP."""

    width: int
    height: int
    data: bytes


def can_resize() -> bool:
    """Whether what resizes is installed."""
    return find_spec("PIL") is not None


def resized(data: bytes) -> list[Sized]:
    """A PNG, JPEG or WebP in each of `WIDTHS` below its own, and in its own up to the widest; only those that are
    smaller files than it. [] for anything else: small files, moving pictures, vectors, damaged files.

    What a camera wrote beside the picture (place, time, owner) is not in them; how it was held is made true.
    """
    from PIL import Image, ImageOps

    if len(data) <= SMALL:
        return []
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as opened:
            if getattr(opened, "is_animated", False) or opened.width * opened.height > MOST:
                return []
            sharp = opened.format == "PNG"
            profile = opened.info.get("icc_profile")
            picture = ImageOps.exif_transpose(opened)
            picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        return _worth(_sizes(picture, sharp, profile), len(data))
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError, Image.DecompressionBombError):
        return []


def _worth(sizes: Iterable[Sized], size: int) -> list[Sized]:
    """The sizes that are smaller files than the picture itself and than every wider one."""
    found: list[Sized] = []
    for one in sorted(sizes, key=lambda one: -one.width):
        if len(one.data) < size:
            found.append(one)
            size = len(one.data)
    return found[::-1]


def _sizes(picture: Any, sharp: bool, profile: bytes | None) -> Iterator[Sized]:
    """The sizes of an opened picture. One with hard edges (a screenshot) is kept free of blur where that is cheap."""
    from PIL import Image

    widths = [width for width in WIDTHS if width < picture.width]
    for width in [*widths, min(picture.width, WIDTHS[-1])] if picture.width <= WIDTHS[-1] else widths:
        height = max(1, round(picture.height * width / picture.width))
        small = picture if width == picture.width else picture.resize((width, height), Image.Resampling.LANCZOS)
        blurred = _webp(small, profile, quality=QUALITY)
        exact = _webp(small, profile, lossless=True, quality=60) if sharp else b""
        yield Sized(width, height, exact if exact and len(exact) <= 1.3 * len(blurred) else blurred)


def _webp(picture: Any, profile: bytes | None, **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", method=4, **how, **({"icc_profile": profile} if profile else {}))
    return out.getvalue()
