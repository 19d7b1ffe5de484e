import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.pillars import declared, fault, shares
from inkwright.model.errors import UsageError
from inkwright.model.pillar import FiledPost

POSTS = [
    FiledPost("a", "GPU", 300, "2026-01-02"),
    FiledPost("b", "gpu", 100, "2026-03-02"),
    FiledPost("c", "", 100, "2026-02-02"),
    FiledPost("d", "Cats", 500, ""),
]


def test_each_theme_has_its_posts_words_share_and_last_date():
    found = [
        (one.pillar, one.posts, one.words, one.share, one.last, one.declared) for one in shares(POSTS, ["GPU", "Evals"])
    ]
    assert found == [
        ("GPU", 2, 400, 0.4, "2026-03-02", True),
        ("Evals", 0, 0, 0.0, "", True),
        ("Cats", 1, 500, 0.5, "", False),
        ("", 1, 100, 0.1, "2026-02-02", False),
    ]
    assert shares([], []) == [] and shares([FiledPost("a", "x", 0, "")], [])[0].share == 0.0


@given(st.lists(st.builds(FiledPost, st.text(), st.sampled_from(["", "a", "A", "b"]), st.integers(0, 99), st.just(""))))
def test_no_post_and_no_word_is_lost(posts):
    found = shares(posts, ["a"])
    assert sum(one.posts for one in found) == len(posts)
    assert sum(one.words for one in found) == sum(one.words for one in posts)


def test_a_pillar_is_one_of_those_declared():
    assert declared((), "anything") == "anything" and declared(("GPU work",), "gpu WORK ") == "GPU work"
    with pytest.raises(UsageError, match="no pillar `gpu wrk`") as caught:
        declared(("GPU work", "Evals"), "gpu wrk")
    assert "Did you mean `GPU work`?" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        declared(("GPU work", "Evals"), "zzz")
    assert "GPU work, Evals" in caught.value.hint


def test_what_is_wrong_with_a_posts_pillar():
    assert fault((), "") == fault((), "x") == fault(("X",), "x") == ""
    assert "no `pillar:` says" in fault(("X",), "") and "is none of your themes (X)" in fault(("X",), "y")
