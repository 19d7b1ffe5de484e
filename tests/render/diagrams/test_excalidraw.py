"""Excalidraw scenes as SVG: every kind of element in its place, hostile ones harmless."""

import json
import math
import re
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.render.diagrams import excalidraw
from inkwright.render.diagrams.excalidraw_scene import SceneError, colour, labels, read_scene
from inkwright.render.diagrams.picture import DrawingError, can_draw, picture, png

PACKED = """---
excalidraw-plugin: parsed
---
# Text Elements
Packed words ^a1

# Drawing
```compressed-json
N4IgLgngDgpiBcIYA8DGBDANgSwCYCd0B3EAGiUxgFsYA7MAZwQG1RJYFwUwyRkEADOQiDyRPGAAWCAJxCQkmNgDmknvABMAVnJhun
AArpUAaxi4ABEQD2+XE3IAza/QDK2AF5xNAgL4BdXyA===
```
%%
"""


def element(kind: str, x: float = 0, y: float = 0, **given: Any) -> dict[str, Any]:
    return {"type": kind, "x": x, "y": y, "width": 100, "height": 50, "strokeColor": "#1e1e1e", **given}


def scene(*elements: dict[str, Any], **given: Any) -> str:
    return json.dumps({"type": "excalidraw", "elements": elements, **given})


def drawn(*elements: dict[str, Any], **given: Any) -> str:
    return picture("excalidraw", scene(*elements, **given)).svg


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (element("rectangle"), '<rect width="100" height="50" rx="0"'),
        (element("rectangle", roundness={"type": 3}), 'rx="12.5"'),
        (element("ellipse"), '<ellipse cx="50" cy="25" rx="50" ry="25"'),
        (element("diamond"), '<polygon points="50,0 100,25 50,50 0,25"'),
        (element("line", points=[[0, 0], [100, 50]]), '<path d="M0 0L100 50"'),
        (element("line", points=[[0, 0], [50, 50], [100, 0]], roundness={"type": 2}), 'd="M0 0C'),
        (element("arrow", points=[[0, 0], [100, 0]], endArrowhead="arrow"), "translate(100 0) rotate(0)"),
        (element("arrow", points=[[0, 0], [0, 90]], startArrowhead="dot"), "<circle"),
        (element("freedraw", points=[[0, 0], [5, 5], [9, 0]]), 'd="M0 0C'),
        (element("freedraw", points=[[0, 0]]), "<circle"),
        (element("text", text="a <b>\nc & d"), ">a &lt;b&gt;</tspan>"),
        (element("text", text="x", textAlign="center"), 'text-anchor="middle"'),
        (element("frame", name="Part one"), ">Part one</text>"),
        (element("rectangle", strokeStyle="dashed"), "stroke-dasharray"),
        (element("rectangle", backgroundColor="#ffc9c9", fillStyle="hachure"), 'fill="#ffc9c9" fill-opacity="0.5"'),
        (element("rectangle", opacity=40), 'opacity="0.4"'),
        (element("rectangle", angle=math.pi / 2), "rotate(90 50 25)"),
    ],
)
def test_every_kind_of_element(one, wanted):
    assert wanted in drawn(one)


def test_what_was_deleted_is_not_published():
    svg = drawn(element("rectangle"), element("text", text="secret", isDeleted=True))
    assert "secret" not in svg


def test_the_picture_holds_every_element_with_a_margin():
    made = picture("excalidraw", scene(element("rectangle", -200, 30), element("rectangle", 300, 400, angle=1.0)))
    left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', made.svg)[1].split())
    assert left <= -200 - excalidraw.MARGIN
    assert top <= 30 - excalidraw.MARGIN
    assert left + width > 400
    assert top + height > 450
    assert (made.width, made.height) == (math.ceil(width), math.ceil(height))


def test_dark_is_the_turned_light():
    one = element("rectangle", backgroundColor="#ffffff")
    light, dark = (picture("excalidraw", scene(one), theme).svg for theme in ("light", "dark"))
    assert "#121212" in dark
    assert "#121212" not in light
    assert len(png(picture("excalidraw", scene(one), "dark"), "dark")) > 100


@pytest.mark.parametrize(
    ("value", "theme", "wanted"),
    [
        ("#ffffff", "dark", "#121212"),
        ("#000", "dark", "#ededed"),
        ("#1e1e1e", "light", "#1e1e1e"),
        ("transparent", "light", ""),
        ("black", "light", "#000000"),
        ("#a5d8ff80", "dark", "80"),
        ("url(https://evil.example)", "light", ""),
        ("red;fill:x", "light", ""),
        (7, "light", ""),
    ],
)
def test_colours(value, theme, wanted):
    assert colour(value, theme).endswith(wanted)
    assert bool(colour(value, theme)) == bool(wanted)


def test_notes_of_obsidian_packed_and_plain():
    assert labels(read_scene(PACKED)) == ["Packed words"]
    assert "Packed words" in picture("excalidraw", PACKED).svg
    plain = f"---\nx: y\n---\n\n## Drawing\n```json\n{scene(element('text', text='Plain'))}\n```\n"
    assert labels(read_scene(plain)) == ["Plain"]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("", 0),
        ("{", 1),
        ('{"elements": 1}', 0),
        ("[]", 0),
        ('{\n"elements": [,]}', 2),
        ("# A note\n", 0),
        ("a\n\n```json\n{\n  x\n```\n", 5),
        ("```compressed-json\nAAAA\n```\n", 0),
        (scene(), 0),
        (scene({"type": "rectangle", "isDeleted": True}), 0),
        ("[" * 100_000, 0),
    ],
)
def test_what_is_no_scene_says_why(source, line):
    found = excalidraw.fault(source)
    assert found is not None
    assert found.line == line
    with pytest.raises((DrawingError, SceneError)):
        picture("excalidraw", source)


def test_nothing_is_needed_to_draw_them():
    assert can_draw("excalidraw")


def test_pictures_inside_are_kept_only_as_pictures():
    dot = "data:image/png;base64,iVBORw0KGgo="
    inside = element("image", fileId="a")
    assert dot in drawn(inside, files={"a": {"dataURL": dot}})
    for bad in ("data:image/svg+xml;base64,AAAA", "https://evil.example/x.png", "javascript:alert(1)"):
        svg = drawn(element("rectangle"), inside, files={"a": {"dataURL": bad}})
        assert bad not in svg
    assert "stroke-dasharray" in drawn(inside)


@pytest.mark.parametrize("key", ["text", "name", "strokeColor", "backgroundColor", "fontFamily", "strokeStyle", "type"])
def test_hostile_values_stay_words(key):
    bad = '"><script>alert(1)</script><x y="'
    svg = drawn(element("rectangle"), element("text", **{"text": "x", key: bad}), element("frame", **{key: bad}))
    tree = fromstring(svg)
    assert {one.tag.rpartition("}")[2] for one in tree.iter()} <= {"svg", "g", "rect", "text", "tspan"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["x", "y", "points"]), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = ["x", "y", "width", "height", "angle", "points", "text", "fontSize", "fontFamily", "lineHeight", "strokeWidth",
        "opacity", "roundness", "endArrowhead", "fileId", "strokeColor", "textAlign"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["rectangle", "arrow", "line", "text", "freedraw", "image", "frame", "diamond"]),
       st.dictionaries(st.sampled_from(KEYS), JSON, max_size=8))  # fmt: skip
def test_any_values_end_as_a_picture_or_a_fault(kind, values):
    source = json.dumps({"elements": [{"type": kind, **values}]})
    try:
        made = picture("excalidraw", source)
    except DrawingError:
        return
    assert "nan" not in made.svg
    assert "inf" not in made.svg
