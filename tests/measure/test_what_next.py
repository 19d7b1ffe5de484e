"""What is proposed, and that nothing is without its numbers."""

from inkwright.measure.use import themes
from inkwright.measure.what_next import proposals
from inkwright.model.what_next import Candidate, PostUse


def ranked(**counts):
    posts = [
        PostUse(f"{theme}{no}", "T", "2026-01-01", (theme,), {"views": count})
        for theme, some in counts.items() for no, count in enumerate(some)
    ]  # fmt: skip
    return themes(posts, "views")


CLEAR = {"gpu": [1200, 1300, 1250, 1280], "prose": [20, 30, 25, 22]}


def proposed(found, *candidates):
    return proposals(found, candidates, "views", "all")


def test_drafts_go_before_ideas_and_the_nearest_first():
    found = proposed(
        ranked(**CLEAR), Candidate("idea", "far", "gpu", 7, 0.1),
        Candidate("idea", "near", "GPU", 9, 0.4, "It is near X."),
        Candidate("draft", "begun", "gpu"), Candidate("idea", "own", "gpu", 3), Candidate("draft", "other", "prose"),
        Candidate("draft", "none", ""),
    )  # fmt: skip
    assert [(one.kind, one.name, one.command) for one in found] == [
        ("draft", "begun", "inkwright resume begun"), ("idea", "own", "inkwright new --from-idea 3"),
        ("idea", "near", "inkwright new --from-idea 9"),
    ]  # fmt: skip
    assert found[0].why == (
        "gpu: 4 posts with usually 1,257 (95 %: 1,189 to 1,329) views; the 4 other posts 24 (95 %: 17 to 33). "
        "The intervals do not overlap."
    )
    assert found[2].why.endswith("It is near X.")


def test_a_theme_that_readers_used_less_is_not_proposed():
    found = proposed(ranked(**CLEAR), Candidate("draft", "other", "prose"))
    assert [(one.kind, one.name, one.command) for one in found] == [("theme", "an idea on gpu", "inkwright topics")]
    assert found[0].why.endswith("Nothing is open on it.")


def test_chance_is_said():
    found = proposed(ranked(gpu=[30, 900, 100], prose=[20, 40, 25]), Candidate("draft", "x", "gpu"))
    assert found[-1].name == "x" and "The intervals overlap, so this may be chance." in found[-1].why


def test_nothing_is_proposed_of_themes_with_few_posts():
    assert proposed(ranked(gpu=[900, 800], prose=[20, 30, 25]), Candidate("draft", "x", "gpu")) == []
    assert proposed([]) == []
