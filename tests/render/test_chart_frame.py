"""The frame of a drawing."""

from xml.etree.ElementTree import fromstring

import pytest

from inkwright.render.chart_frame import clean, framed, unit

SVG = "{http://www.w3.org/2000/svg}"


def test_named_by_a_label_or_by_its_title() -> None:
    plain = fromstring(framed("", 10, 'A "b" & <c>'))
    assert plain.attrib["aria-label"] == 'A "b" & <c>' and len(plain) == 0
    tree = fromstring(framed("", 10, "A <b>", "x", "More & more"))
    assert [(one.tag, one.attrib["id"], one.text) for one in tree] == [
        (f"{SVG}title", "x-name", "A <b>"), (f"{SVG}desc", "x-told", "More & more"),
    ]  # fmt: skip
    assert (tree.attrib["role"], tree.attrib["aria-labelledby"], tree.attrib["aria-describedby"]) == (
        "img", "x-name", "x-told",
    )  # fmt: skip
    assert "aria-describedby" not in fromstring(framed("", 10, "A", "x")).attrib


def test_text_is_fit_for_xml() -> None:
    assert clean("a\x00\x1b\ufffe<&>") == "a\ufffd\ufffd\ufffd&lt;&amp;&gt;"


@pytest.mark.parametrize(("number", "shown"), [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (2.25, "2.2"), (10.96, "11")])
def test_coordinates(number: float, shown: str) -> None:
    assert unit(number) == shown
