import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.lists import list_of, plain_tag, plain_tags

LISTS = {"GPU": ("GPU programming", "kernels"), "llm": ("language models", "Kernels")}


@pytest.mark.parametrize(
    ("pillar", "found"),
    [("GPU programming", "gpu"), ("gpu Programming ", "gpu"), ("kernels", "gpu"), ("language models", "llm"),
     ("careers", ""), ("", "")],
)  # fmt: skip
def test_a_post_goes_to_the_first_list_that_has_its_pillar(pillar: str, found: str):
    assert list_of(pillar, LISTS) == found
    assert list_of(pillar, {}) == ""


@pytest.mark.parametrize(
    ("text", "tag"),
    [("VIP", "vip"), ("Early  Bird", "early-bird"), ("a,b", "a-b"), ('"Editors"', "editors"), ("C++", "c++"),
     ("ÄÖ", "äö"), ("हिन्दी", "हिन्दी"), (",", ""), ("  ", ""), ("straße", "strasse")],
)  # fmt: skip
def test_a_label_as_it_is_kept(text: str, tag: str):
    assert plain_tag(text) == tag


@given(st.text(max_size=100))
def test_twice_is_once_and_no_comma_is_left(text: str):
    tag = plain_tag(text)
    assert plain_tag(tag) == tag and len(tag) <= 60
    assert "," not in tag and not any(sign.isspace() for sign in tag)


def test_many_labels_each_once_in_order():
    assert plain_tags(["b", "A", "", "a", ","]) == ("a", "b")
