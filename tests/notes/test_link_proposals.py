from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.link_proposals import best_place
from inkwright.similar.stems import stems

TITLE = stems("What the KV Cache Costs")
WEIGHT = dict.fromkeys(TITLE, 2.0)


def test_the_stretch_that_names_the_title_is_proposed():
    text = "# The KV cache\n\nA line.\n\nWe saw what a KV cache costs in memory.\n"
    place = best_place(text, TITLE, WEIGHT)
    assert place is not None
    assert (place.line, place.words) == (5, "KV cache costs")


def test_headings_code_tables_and_links_are_left_out():
    said = "KV cache costs"
    text = f"# {said}\n| {said} |\n`{said}`\n\n```\n{said}\n```\n[{said}](x.md) [[{said}]]\n"
    assert best_place(text, TITLE, WEIGHT) is None


def test_lines_count_below_a_block_of_code():
    place = best_place("```\na\nb\n```\nThe KV cache costs.\n", TITLE, WEIGHT)
    assert place is not None and place.line == 5


def test_few_or_light_words_propose_nothing():
    assert best_place("A cache.\n", TITLE, WEIGHT) is None
    assert best_place("The KV cache.\n", TITLE, {**WEIGHT, "cost": 20.0, "costs": 20.0}) is None
    assert best_place("", TITLE, WEIGHT) is None
    assert best_place("Anything.", [], {}) is None


@given(st.text(alphabet="kv cache costs\n`[]()#|-", max_size=300))
def test_the_words_stand_on_the_line_named(text):
    place = best_place(text, TITLE, WEIGHT)
    assert place is None or place.words in text.split("\n")[place.line - 1]
