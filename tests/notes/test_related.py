from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.related import ASKED_WORDS, asked_words, nearness, parts_of, reason, surface_words, telling


def test_a_text_is_taken_apart_into_title_prose_code_and_pointers():
    parts = parts_of(
        ("KV Cache",),
        "Caches fill, see [[Warps]] `torch.load`.\n\n```py\nimport zlib\n```\nhttps://a.example/x\n",
        ("gpu",),
    )
    assert parts.title == Counter(["kv", "cach"])
    assert parts.prose["cach"] == parts.prose["torch"] == 1 and "zlib" not in parts.prose
    assert parts.code["zlib"] == parts.code["torch"] == 1
    assert set(parts.pointers) == {"a.example", "[[warps", "#gpu"}
    assert "example" not in parts.prose


def test_list_marks_boxes_and_comments_are_no_words():
    plain = "Buy a GPU\nSell a TPU\n"
    boxed = "<!-- section: results 200-300 -->\n- [ ] Buy a GPU\n- [x] Sell a TPU\n"
    assert parts_of((), plain) == parts_of((), boxed)


def test_the_nearest_text_is_the_one_on_the_same_subject():
    asked = parts_of(("Cache eviction",), "How the cache evicts keys under memory pressure.")
    others = [
        parts_of(("Bread",), "How the dough rises under a warm cloth."),
        parts_of(("Memory",), "Keys leave the cache when memory pressure grows; eviction is by age."),
        parts_of((), ""),
    ]
    held = {"cach": 2, "eviction": 2, "memory": 2, "pressure": 2, "dough": 2}
    found = nearness(asked, others, held, 10)
    assert found[1].score > 3 * found[0].score
    assert "pressur" in found[1].shared or "pressure" in found[1].shared
    assert found[2].score == 0.0 and found[2].shared == ()
    assert nearness(asked, [], held, 10) == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_scores_lie_between_nothing_and_one(one, other):
    found = nearness(parts_of(("a title",), one), [parts_of((), other), parts_of((one,), one)], {}, 2)
    assert all(0.0 <= near.score <= 1.0 + 1e-9 for near in found)


def test_texts_are_looked_for_by_words_that_others_hold_too():
    parts = parts_of((), " ".join(f"word{no}x" for no in range(60)) + " unique common")
    held = dict.fromkeys(telling(parts), 3) | {"uniqu": 1, "unique": 1, "common": 100}
    asked = asked_words(parts, held, 100)
    assert len(asked) == ASKED_WORDS
    assert not {"uniqu", "unique", "common"} & set(asked)


def test_stems_keep_the_word_they_came_from():
    assert surface_words("Caching the caches")["cach"] == "caching"


def test_the_reason_in_plain_words():
    assert reason(("cache", "key"), ("a.example",), "both") == (
        "linked both ways; shares cache, key; both have a.example"
    )
    assert reason((), (), "") == ""
