"""Points find the section that they belong to, with the reason; nothing gets lost and no section overflows."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.outline import NOT_PLACED
from inkwright.model.point import Layout, Point, Raw, Sign
from inkwright.plan.breaches import BULLETS
from inkwright.plan.fit import OF_ONE_NOTE, SPARE, bullets_of, lay_out
from inkwright.plan.points import points
from inkwright.plan.signs import NAMES
from inkwright.plan.templates import kinds, template


def laid(text: str, kind: str, **known: object) -> Layout:
    return lay_out(points(Raw("n", "n.md", 1, "T", text, **known))[0], template(kind))  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "text", "section"), [
    ("tutorial", "1. put the key into the file", "steps"),
    ("tutorial", "The queue drained in 40 s, before it took 9 minutes.", "results"),
    ("tutorial", "It crashed with a broken pipe.", "troubleshooting"),
    ("tutorial", "You need Python 3.11 and a card with 24 GB.", "prerequisites"),
    ("tutorial", "- [ ] compare with the other one", "next"),
    ("deep-dive", "Imagine a bus with one passenger.", "intuition"),
    ("deep-dive", "I thought that the disk was slow.", "misconceptions"),
    ("deep-dive", "The tile is the value, and the compiler does the rest.", "how"),
    ("paper-summary", "Limits: only dense matrices were tried.", "limits"),
    ("paper-summary", "My view: the right level for me.", "take"),
    ("comparison", "Imports took 3 s.", "benchmarks"),
    ("comparison", "Don't take it for streams.", "recommendation"),
    ("opinion", "I think that we should stop.", "claim"),
    ("opinion", "Of 40 pull requests 31 were merged unread: 78 %.", "evidence"),
])  # fmt: skip
def test_a_point_goes_where_it_belongs(kind: str, text: str, section: str) -> None:
    (placed,) = laid(text, kind).placed
    assert placed.section == section
    assert placed.why.startswith("it "), "the reason is said"


def test_paper_claims_are_the_background_of_a_deep_dive() -> None:
    (placed,) = laid("The problem was that kernels took weeks to write.", "deep-dive", paper=True).placed
    assert (placed.section, "what a paper says" in placed.why) == ("why", True)


def test_the_notes_own_heading_decides() -> None:
    (placed,) = laid("## Troubleshooting\n\nIt likes warm rooms and 22 degrees.\n", "tutorial").placed
    assert placed.section == "troubleshooting"
    assert placed.why.startswith("it stands under “Troubleshooting”")


def test_a_post_without_sections_takes_all_that_fits() -> None:
    for kind in ("what-i-learned", "none"):
        found = laid("One thing.\n\nAnother thing that failed after 40 ms.\n", kind)
        assert [one.section for one in found.placed] == ["", ""]
        assert found.left == ()
        assert "it gives a figure (“40 ms”)" in found.placed[1].why


def test_a_short_post_takes_what_says_most_and_no_more_than_it_bears() -> None:
    text = "".join(f"A plain remark, number {n} of them.\n\n" for n in range(9))
    found = laid(text + "It failed after 40 ms.\n", "what-i-learned")
    assert len(found.placed) == 5
    assert found.placed[-1].point.text == "It failed after 40 ms."
    assert len(found.left) == 5
    assert "“What I learned” is full" in found.left[0].why


def test_every_note_is_heard_before_one_speaks_twice() -> None:
    loud = [Point(f"figure {n}", "loud", "loud.md", n, (Sign("figure", 2, "x"),)) for n in range(9)]
    shy = Point("figure", "shy", "shy.md", 1, (Sign("figure", 1, "x"),))
    found = lay_out([*loud, shy], template("tutorial"))
    results = [one.point.note for one in found.placed if one.section == "results"]
    assert results == ["loud", "loud", "shy"]
    assert Counter(results)["loud"] == OF_ONE_NOTE
    assert "“Results” is full" in found.left[0].why


def test_of_what_finds_no_place_each_note_shows_its_strongest_and_the_rest_is_counted() -> None:
    loud = [Point(f"loud {n}", "loud", "loud.md", n, (Sign("how", 1 + n / 100, "x"),)) for n in range(60)]
    shy = [Point(f"shy {n}", f"shy{n}", "shy.md", 1, (Sign("how", 0.4, "x"),)) for n in range(25)]
    lines = [Point(f"line {n}", "", "ideas.md", n, (Sign("how", 0.4, "x"),)) for n in range(2)]
    found = lay_out([*loud, *shy, *lines], template("what-i-learned"), 7)
    assert len(found.placed) == 5
    left = [one.point.text for one in found.left]
    assert len(left) == SPARE
    assert found.cut == 7 + 87 - 5 - SPARE
    heard = {one.point.text for one in (*found.placed, *found.left)}
    assert {f"shy {n}" for n in range(25)} | {"line 0", "line 1"} <= heard, "each note and each line is heard"
    assert [text for text in left if text.startswith("loud")] == [f"loud {n}" for n in range(52, 59)], "the strongest"


def test_an_empty_pile() -> None:
    assert lay_out([], template("tutorial")) == Layout((), ())
    assert bullets_of(None) == {}


SIGNS = st.lists(st.builds(Sign, st.sampled_from(NAMES), st.sampled_from([0.4, 1.0, 1.6]), st.just("x")), max_size=4)
POINTS = st.lists(
    st.builds(Point, st.text("ab ", min_size=1), st.sampled_from("nmo"), st.sampled_from("pq"), st.integers(1, 9),
              SIGNS.map(tuple), st.sampled_from(["", "Results", "Limits"])), max_size=60,
)  # fmt: skip


@given(POINTS, st.sampled_from(kinds()))
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_and_no_section_overflows(found: list[Point], kind: str) -> None:
    result = lay_out(found, template(kind))
    everything = Counter(repr(one.point) for one in (*result.placed, *result.left))
    assert not everything - Counter(map(repr, found))
    assert everything.total() + result.cut == len(found)
    assert len(result.left) == len(found) - len(result.placed), "nothing of a small pile is lost"
    held = Counter(one.section for one in result.placed)
    for section in template(kind).sections:
        assert held[section.key] <= max(BULLETS[1], section.budget.high // 100)
    assert all(one.why for one in (*result.placed, *result.left))
    bullets = bullets_of(result)
    assert len(bullets.get(NOT_PLACED, ())) == len(result.left)
    assert sum(map(len, bullets.values())) == len(found) - result.cut
