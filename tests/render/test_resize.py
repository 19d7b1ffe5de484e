"""Pictures in the sizes that pages show."""

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inkwright.render.resize import WIDTHS, resized


def encoded(picture: Image.Image, form: str = "PNG", **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def photo(width: int, height: int) -> Image.Image:
    return Image.effect_noise((width, height), 60).convert("RGB")


def test_a_photograph_comes_in_all_sizes_below_its_own() -> None:
    data = encoded(photo(2000, 1000), "JPEG", quality=95)
    found = resized(data)
    assert [(one.width, one.height) for one in found] == [(width, width // 2) for width in WIDTHS]
    assert all(len(one.data) < len(data) for one in found)
    for one in found:
        with Image.open(io.BytesIO(one.data)) as picture:
            assert (picture.format, picture.size) == ("WEBP", (one.width, one.height))


def test_a_narrower_one_ends_with_its_own_width() -> None:
    assert [one.width for one in resized(encoded(photo(1000, 500), "JPEG", quality=95))] == [480, 800, 1000]


def test_each_size_is_a_smaller_file_than_the_next() -> None:
    found = [len(one.data) for one in resized(encoded(photo(1600, 400), "JPEG", quality=95))]
    assert found == sorted(found) and len(set(found)) == len(found) > 1


def test_what_shows_through_still_does() -> None:
    picture = Image.new("RGBA", (900, 300), (255, 0, 0, 0))
    picture.paste(photo(400, 300), (0, 0))
    for one in resized(encoded(picture)):
        with Image.open(io.BytesIO(one.data)) as small:
            assert small.convert("RGBA").getpixel((small.width - 3, 3))[3] == 0


def test_how_a_camera_was_held_is_made_true_and_what_it_wrote_is_gone() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "Ida Bergh"
    found = resized(encoded(photo(1000, 500), "JPEG", quality=95, exif=exif))
    assert [(one.width, one.height) for one in found] == [(480, 960), (500, 1000)]
    assert not any(b"Ida Bergh" in one.data for one in found)


def test_a_flat_drawing_keeps_its_edges() -> None:
    random.seed(1)
    picture = Image.new("RGB", (1216, 400), "white")
    for _ in range(300):
        x, y = random.randrange(1200), random.randrange(390)
        picture.paste((10, 20, 30), (x, y, x + 9, y + 5))
    last = resized(encoded(picture, compress_level=0))[-1]
    assert last.width == 1216
    with Image.open(io.BytesIO(last.data)) as small:
        colours = small.convert("RGB").getcolors(10_000)
    assert colours is not None and len(colours) < 40  # blurred edges would have made hundreds


def test_what_is_small_already_stays() -> None:
    assert resized(encoded(Image.new("RGB", (2000, 1000), "red"))) == []


def test_moving_pictures_stay() -> None:
    frames = [photo(600, 300), photo(600, 300)]
    assert resized(encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:])) == []
    assert resized(encoded(frames[0], "GIF")) == []


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"\xff\xd8\xff\xe0junk"])
def test_what_is_no_picture_gives_none(data: bytes) -> None:
    assert resized(data) == []


def test_one_made_to_fill_the_memory_is_left_alone() -> None:
    bomb = encoded(Image.new("1", (20_000, 20_000)))
    assert resized(bomb) == []


@settings(max_examples=60)
@given(st.integers(0, 60_000), st.binary(max_size=40))
def test_damaged_files_give_sizes_or_none(at: int, junk: bytes) -> None:
    data = encoded(photo(500, 100), "JPEG", quality=100)
    damaged = data[: at % len(data)] + junk
    assert all(one.width <= 500 for one in resized(damaged))
