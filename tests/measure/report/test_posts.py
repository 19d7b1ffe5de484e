"""Counts of posts on the page."""

from msgspec.structs import replace
from tests.measure.report.read_page import figures
from tests.measure.report.sample import EMPTY, FULL

from inkwright.measure.report.posts import DRAWN, section
from inkwright.measure.report.render import page
from inkwright.model.reading import PostReadings


def test_bars_and_table_say_the_same() -> None:
    found = figures(page(FULL))["posts-counts"]
    assert found.drawn() == [("What a KV cache costs", 1204), ("Where NaNs come from", 340)]
    assert found.head == ("Post", "Published", "Views", "Likes", "Came from", "Views counted by")
    assert found.column("Views") == [1204, 340] and found.column("Likes") == [31, None]
    assert found.texts("Came from") == ["news.example 700, search.example 90", "–"]
    assert found.texts("Views counted by") == ["log, umami", "–"]


def test_too_early_posts_without_readings_and_disagreement_are_said() -> None:
    found = section(FULL)
    assert found.said == (FULL.early, "1 published post without readings.")
    assert figures(page(FULL))["posts-differ"].texts("What they count") == list(FULL.posts[1].disagree)


def test_most_are_drawn_all_are_in_the_table() -> None:
    rows = tuple(PostReadings(f"p{n}", f"P {n}", "", {"views": n + 1}) for n in range(DRAWN + 5))
    found = figures(page(replace(FULL, posts=rows)))["posts-counts"]
    assert [value for _, value in found.drawn()] == [DRAWN + 5 - n for n in range(DRAWN)]
    assert sorted(found.column("Views")) == list(range(1, DRAWN + 6))


def test_without_views_the_first_metric_there_is_is_drawn() -> None:
    rows = (PostReadings("a", "A", "", {"likes": 3}), PostReadings("b", "", "", {"likes": 5, "opens": 2}))
    found = figures(page(replace(FULL, posts=rows)))["posts-counts"]
    assert found.drawn() == [("b", 5), ("A", 3)]


def test_nothing_known() -> None:
    assert section(EMPTY).figures == () and "readings import" in section(EMPTY).said[0]
    lacking = replace(EMPTY, lacking="The ledger needs more.")
    assert section(lacking).said == ("The ledger needs more.",)
