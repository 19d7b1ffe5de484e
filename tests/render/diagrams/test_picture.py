"""One door for every kind of picture: SVG that is safe, PNG of the promised size, faults with their place."""

import struct

import pytest

from inkwright.render.diagrams.picture import BACKGROUND, DrawingError, can_draw, can_make_png, fault, picture, png

FLOW = "flowchart LR\n  A[Start] -->|yes| B{Done?}\n"


def size_of(data: bytes) -> tuple[int, int]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@pytest.mark.parametrize(("kind", "source"), [("mermaid", FLOW), ("math", r"\frac{a}{b}"), ("inlinemath", "x^2")])
def test_a_source_becomes_svg_and_png_of_twice_its_size(kind, source):
    for theme in ("light", "dark"):
        drawn = picture(kind, source, theme)
        assert drawn.svg.startswith("<svg ")
        assert f'width="{drawn.width}"' in drawn.svg
        assert size_of(png(drawn, theme)) == pytest.approx((2 * drawn.width, 2 * drawn.height), abs=2)


def test_the_same_source_gives_the_same_bytes():
    first, second = picture("mermaid", FLOW), picture("mermaid", FLOW)
    assert first == second
    assert png(first) == png(second)


def test_the_two_themes_differ():
    assert picture("mermaid", FLOW, "light").svg != picture("mermaid", FLOW, "dark").svg
    assert picture("math", "x", "light").svg != picture("math", "x", "dark").svg
    assert BACKGROUND["light"] != BACKGROUND["dark"]


def test_a_picture_is_never_larger_than_memory_allows():
    drawn = picture("mermaid", FLOW)._replace(width=19_000, height=19_000)
    assert len(png(drawn)) > 0


def test_a_source_with_a_mistake_says_where():
    with pytest.raises(DrawingError) as told:
        picture("mermaid", "flowchart LR\n  A --> B\n  C[[[ open\n")
    assert told.value.fault.line == 3
    assert fault("mermaid", FLOW) is None


def test_a_kind_that_nobody_draws_is_a_lookup_error():
    assert not can_draw("ditaa")
    assert not can_draw("picture")
    assert not can_draw("../math")
    assert fault("ditaa", "x") is None
    with pytest.raises(LookupError):
        picture("ditaa", "x")


def test_without_the_program_nothing_is_drawn(monkeypatch):
    monkeypatch.setattr("inkwright.render.diagrams.mermaid._client", lambda: None)
    assert not can_draw("mermaid")
    assert fault("mermaid", "nonsense") is None
    with pytest.raises(LookupError):
        picture("mermaid", FLOW)


def test_without_resvg_there_is_no_png(monkeypatch):
    drawn = picture("mermaid", FLOW)
    monkeypatch.setattr("inkwright.render.diagrams.picture.find_spec", lambda name: None)
    assert not can_make_png()
    with pytest.raises(LookupError):
        png(drawn)
