"""The picture that stands for a post elsewhere."""

import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inkwright.render import share_card
from inkwright.render.share_card import HEIGHT, WIDTH, ShareCard, card_png, card_svg, laid_out


def test_a_short_title_is_large_and_a_long_one_smaller() -> None:
    assert laid_out("Slow disks") == (84, ["Slow disks"])
    size, lines = laid_out("Why our quantised model was slower than the one we started from, and the fix")
    assert size < 84 and len(lines) > 1
    assert " ".join(lines) == "Why our quantised model was slower than the one we started from, and the fix"


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    _, lines = laid_out("word " * 100)
    assert len(lines) == 4 and lines[-1].endswith("word…")


@given(st.text(max_size=300))
def test_any_title_fits_and_any_card_is_xml(title: str) -> None:
    size, lines = laid_out(title)
    assert 1 <= len(lines) <= 4
    assert all(share_card._ems(line) * size <= share_card._ROOM + 2 * size for line in lines)
    root = ElementTree.fromstring(card_svg(ShareCard(title, "Site <&>", title)))
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(HEIGHT))


@pytest.mark.parametrize("resvg", [True, False])
def test_a_card_is_a_picture_of_the_size_that_networks_show(resvg: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inkwright.render.diagrams.picture.can_make_png", lambda: resvg)
    card = ShareCard("A title & <more>", "My blog", "Ada · 3 min read")
    data = card_png(card)
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
        assert len(picture.convert("L").getcolors(100_000)) > 20  # there is writing on it
    assert data == card_png(card)
    assert data != card_png(ShareCard("Another", "My blog", "Ada · 3 min read"))


def test_without_anything_that_draws_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inkwright.render.diagrams.picture.can_make_png", lambda: False)
    monkeypatch.setattr(share_card, "find_spec", lambda name: None)
    assert card_png(ShareCard("A", "B")) == b""
    assert not share_card.can_make_cards()
