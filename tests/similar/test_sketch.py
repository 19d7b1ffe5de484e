import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.similar.sketch import REACH, WORDS, Background, likeness, nearest, nearest_again

WEIGHT = {"warp": 5.0, "kernel": 4.0, "kernels": 5.0, "people": 1.0}
TEXT = st.lists(st.sampled_from(["warp", "kernel", "people", "the", "cache", "triton", "graph", "x1"]), max_size=12)


def background():
    return Background(lambda word: WEIGHT.get(word, 2.0))


def test_rare_words_and_words_of_the_title_weigh_most():
    made = background().sketch(["the", "people", "see", "a", "warp", "and", "people"], ["cache"])
    assert sorted(made, key=made.__getitem__)[-2:] == ["warp", "cach"] and "the" not in made
    assert background().sketch(["the", "a"], []) == {} == background().sketch([], [])


def test_forms_of_a_word_count_together_by_the_commoner_form():
    made = background().sketch(["kernel", "kernels"], [])
    assert list(made) == ["kernel"] and made["kernel"] == pytest.approx(1.0)


def test_a_sketch_is_short():
    assert len(background().sketch([f"{a}{b}word" for a in "abcdefgh" for b in "ijklmnop"], [])) == WORDS


def test_a_text_meets_those_within_reach():
    same = background().sketch(["warp", "kernel"], [])
    near = nearest([same, *[{} for _ in range(REACH)], same], 0.1, 3)
    assert near[0] == near[-1] == []
    near = nearest([same, *[{} for _ in range(REACH - 1)], same], 0.1, 3)
    assert [no for _, no in near[0]] == [REACH] and [no for _, no in near[-1]] == [0]


@given(st.lists(TEXT, max_size=8), TEXT)
def test_neighbours_are_those_by_likeness_and_a_further_text_changes_no_score(texts, further):
    sketches = [background().sketch(text, []) for text in texts]
    found = nearest(sketches, 0.2, 3)
    for no, near in enumerate(found):
        scored = [(likeness(sketches[no], other), at) for at, other in enumerate(sketches) if at != no]
        right = sorted((score for score, _ in scored if score >= 0.2), reverse=True)[:3]
        assert [likeness(sketches[no], sketches[at]) for _, at in near] == pytest.approx(right)
    more = nearest([*sketches, background().sketch(further, [])], 0.2, 100)
    for no, near in enumerate(nearest(sketches, 0.2, 100)):
        assert [one for one in more[no] if one[1] != len(sketches)] == near


@given(st.lists(TEXT, min_size=1, max_size=12), st.data())
def test_what_changed_gives_the_same_when_only_that_is_looked_at(texts, data):
    sketches = [background().sketch(text, []) for text in texts]
    before = nearest(sketches, 0.2, 2)
    changed = data.draw(st.sets(st.integers(0, len(texts) - 1), max_size=3))
    for no in changed:
        sketches[no] = background().sketch(data.draw(TEXT), [])
    renewed = nearest_again(before, changed, sketches.__getitem__, 0.2, 2)
    assert [renewed.get(no, had) for no, had in enumerate(before)] == nearest(sketches, 0.2, 2)
