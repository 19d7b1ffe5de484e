import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.demand import Demand
from inkwright.model.errors import UnreadableError
from inkwright.model.topic import Member, Topic
from inkwright.notes.demand import joined, number, placed, read_demand, resolved

GPU = Topic("GPU programming", (Member("a", "a", 1, "Position bias in judges", "note"),), ("triton", "warp"))
BREAD = Topic("rye bread", (), ("flour", "starter"))


def rows(text, name="list.txt"):
    return [(one.text, one.count, one.unit) for one in read_demand(text, name).rows]


def test_a_pasted_list_with_marks_and_with_counts():
    assert rows("triton vs cuda\n- triton autotune\n\n2. warp size\t1,204\nrow | 3\n") == [
        ("triton vs cuda", 0, "suggestion"),
        ("triton autotune", 0, "suggestion"),
        ("warp size", 1204, ""),
        ("row", 3, ""),
    ]


def test_search_console_and_question_sites_are_known_by_their_columns():
    console = 'Top queries,Clicks,Impressions,CTR,Position\n"a, b",12,"1,204",1%,8.3\n,,,,\n,1,2,3,4\n'
    found = read_demand(console, "Queries.csv", "gsc", "2026-11-21")
    assert [(one.text, one.count, one.unit, one.source, one.date) for one in found.rows] == [
        ("a, b", 1204, "impressions", "gsc", "2026-11-21")
    ]
    assert found.broken == ((4, "no phrase stands in it"),)
    assert rows("Id;Title;Score\n1;Why slow?;12\n", "q.csv") == [("Why slow?", 12, "score")]
    assert rows("cuda,40\nwarp,2\n", "plain.csv") == [("cuda", 40, "count"), ("warp", 2, "count")]


def test_answers_of_sites_as_json():
    stack = {
        "items": [{"title": "Why?", "view_count": 240, "link": "https://x", "creation_date": 1700000000}, {"a": 1}]
    }
    found = read_demand(json.dumps(stack), "a.json")
    assert found.rows == (Demand("", "json", "Why?", 240, "views", "https://x", "2023-11-14"),)
    assert found.broken == ((2, "no phrase stands in it"),)
    assert rows('["cuda", ["cuda toolkit", "cuda cores"]]') == [
        ("cuda toolkit", 0, "suggestion"),
        ("cuda cores", 0, "suggestion"),
    ]
    assert rows('{"hits": [{"title": "T", "points": 7, "url": null}]}') == [("T", 7, "points")]
    assert read_demand("[1, ", "a.json").broken == ((1, "this is no JSON that can be read"),)


def test_nothing_in_a_file_is_said():
    with pytest.raises(UnreadableError, match="nothing in it"):
        read_demand("\n\n", "a.txt")


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("1,204", 1204),
        ("2.4K", 2400),
        ("<1", 1),
        ("1'000", 1000),
        ("", 0),
        (None, 0),
        ("many", 0),
        (7, 7),
        ("3M", 3000000),
    ],
)
def test_counts_as_tools_write_them(written, count):
    assert number(written) == count


def test_a_line_goes_to_the_topic_that_it_is_about():
    said = ["warp in triton and cuda", "rye flour", "cuda bank conflict", "position bias of judges", "holiday", "warp"]
    found = [label for _, label in placed([Demand("", "x", one) for one in said], [GPU, BREAD])]
    assert found == ["GPU programming", "rye bread", "GPU programming", "GPU programming", "", "GPU programming"]
    assert list(placed([Demand("", "x", "a")], [])) == [(Demand("", "x", "a"), "")]


def test_evidence_under_a_name_of_before_goes_where_its_words_belong():
    noted = [Demand("gpu Programming", "so"), Demand("Rye loaves", "hn", "starter and flour"), Demand("Taxes", "hn")]
    found = resolved(noted, [GPU, BREAD])
    assert found == {"GPU programming": [noted[0]], "rye bread": [noted[1]]}


def test_the_same_words_at_the_same_place_count_once_as_seen_last():
    old, new = Demand("A", "so", "why", 3), Demand("a", "SO", "Why", 9)
    assert joined([old, Demand("B", "so")], [new]) == [new, Demand("B", "so")]


@given(st.text(max_size=400), st.sampled_from(["a.csv", "a.txt", "a.json"]))
def test_any_file_is_read_or_refused(text, name):
    try:
        found = read_demand(text, name, "x", "2026-01-01")
    except UnreadableError:
        return
    assert all(one.text and one.count >= 0 and one.source for one in found.rows) or found.broken


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_json_is_read_or_refused(data):
    written = json.dumps([data, {"title": data, "score": data, "date": data}])
    with contextlib.suppress(UnreadableError):
        assert all(one.text for one in read_demand(written, "a.json").rows)
