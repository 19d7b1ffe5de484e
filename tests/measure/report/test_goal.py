"""The goal on the page."""

from msgspec.structs import replace
from tests.measure.report.sample import FULL

from inkwright.measure.report.goal import section
from inkwright.model.portfolio import Target


def test_posts_in_the_order_of_their_days_then_what_is_left() -> None:
    (figure,) = section(FULL).figures
    assert [tuple(cell.text for cell in row) for row in figure.table.rows[:4]] == [
        ("1", "Where NaNs come from", "2026-10-12"), ("2", "What a KV cache costs", "2026-11-02"),
        ("3", "still to come", "by 2026-12-01"), ("4", "still to come", "by 2026-12-11"),
    ]  # fmt: skip
    assert section(FULL).said == (
        "2 of 6 posts from 2026-10-01 to 2027-01-01.", "4 left; evenly spread, the next is due on 2026-12-01.",
    )  # fmt: skip


def test_a_goal_reached() -> None:
    done = Target(1, "2026-10-01", "2027-01-01", 2, ())
    found = section(replace(FULL, goal=done))
    assert found.said == ("2 of 1 post from 2026-10-01 to 2027-01-01.", "The goal is reached.")
    assert len(found.figures[0].table.rows) == 2
