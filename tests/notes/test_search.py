import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.notes.search import Query, coverage, every, excerpt, expression, pairs, parse_query, rank


def test_a_query_is_words_phrases_and_an_open_end():
    assert parse_query('"Triton kernel" slow laun') == Query(("slow", "laun"), (("triton", "kernel"),), True)
    assert parse_query('slow "triton kernel"') == Query(("slow",), (("triton", "kernel"),), False)
    assert parse_query("go") == Query(("go",), (), False)
    assert parse_query("고") == Query(("고",), (), True)


@pytest.mark.parametrize("typed", ["", "  ", '""', "-- !?"])
def test_a_search_needs_a_word(typed):
    with pytest.raises(UsageError, match="at least one word"):
        parse_query(typed)


def test_expressions():
    query = parse_query('the kernel launch "warp size"')
    assert expression(query) == '"warp size" AND ("warp size" OR "the" OR "kernel" OR "launch")'
    assert pairs(query) == ['"kernel launch"']
    assert every(query) == '"kernel" AND "launch" AND "warp" AND "size"'
    assert expression(parse_query("kern")) == '("kern" OR "kern"*)'
    assert every(parse_query("the kernel")) == ""


@given(st.text(max_size=80))
def test_whatever_is_typed_makes_an_expression_that_sqlite_takes(typed):
    try:
        query = parse_query(typed)
    except UsageError:
        return
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE search USING fts5 (title, body)")
    for made in (expression(query), every(query), *pairs(query)):
        if made:
            database.execute("SELECT count(*) FROM search WHERE search MATCH ?", (made,)).fetchone()
    database.close()


def test_words_side_by_side_and_all_words_raise_a_text():
    assert rank({1: 4.0, 2: 4.0, 3: 2.0}, [{2: 1.0}, {2: 1.0, 3: 2.0}], {3}) == pytest.approx({1: 4.0, 2: 5.0, 3: 4.2})
    assert rank({}, [], ()) == {}


def test_the_excerpt_is_the_line_that_says_most_with_its_words_marked():
    text = "# Kernels\n\nFirst line.\n\n- launching a Triton kernel is slow\n"
    found = excerpt(parse_query("triton kernels launch"), text)
    assert found.line == 5
    assert [found.text[a:b] for a, b in found.marks] == ["launching", "Triton", "kernel"]
    assert excerpt(parse_query("absent"), "\n\nonly this\n").text == "only this"
    assert excerpt(parse_query("absent"), "") == (1, "", ())


@given(st.text(alphabet="ab kernel\u0130é\n", max_size=400))
def test_marks_lie_in_the_excerpt_and_the_excerpt_in_the_text(text):
    found = excerpt(parse_query("kernel ab"), text)
    assert found.text.strip("…") in text
    assert all(0 <= a < b <= len(found.text) for a, b in found.marks)


def test_coverage_is_the_share_of_words_and_phrases_must_be_there():
    query = parse_query('gpu caches "warp size"')
    assert coverage(query, "A warp size question about the GPU cache") == 1.0
    assert coverage(query, "warp and size on a GPU") == 0.0
    assert coverage(parse_query("gpu caches"), "only a gpu") == 0.5
