"""A goal as boxes."""

from xml.etree.ElementTree import fromstring

import pytest

from inkwright.render.chart_frame import WIDTH
from inkwright.render.goal_bar import FILL, MOST, goal_bar

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("done", "goal", "filled"), [(0, 6, 0), (2, 6, 2), (6, 6, 6), (9, 6, 6), (1, 1, 1), (3, MOST, 3)]
)
def test_as_many_boxes_are_filled_and_ticked_as_posts_are_out(done: int, goal: int, filled: int) -> None:
    tree = fromstring(goal_bar(done, goal, "The goal"))
    boxes = list(tree.iter(f"{SVG}rect"))
    assert len(boxes) == goal and [box.attrib["fill"] for box in boxes].count(FILL) == filled
    assert float(boxes[-1].attrib["x"]) + float(boxes[-1].attrib["width"]) <= WIDTH
    if goal < 12:
        assert len(list(tree.iter(f"{SVG}path"))) == filled
    assert [one.text for one in tree.iter(f"{SVG}text")] == [f"{done} of {goal}"]


def test_a_goal_of_many_is_one_bar() -> None:
    full, frame = fromstring(goal_bar(50, 100, "The goal")).iter(f"{SVG}rect")
    assert float(full.attrib["width"]) == pytest.approx(float(frame.attrib["width"]) / 2, abs=0.1)
