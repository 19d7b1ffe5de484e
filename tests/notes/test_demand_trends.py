from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.demand_trends import is_trends, read_trends

CURVE = """Category: All categories

Week,triton: (Worldwide),cuda: (Norway),old: (Worldwide)
2025-11-16,3,70,40
2025-11-23,<1,70,30
2025-11-30,9,torn
2025-12-07,20,73,10
2025-12-14,20,70,5
"""
RELATED = (
    "Category: All categories\n\nTOP\ntriton inference,100\ntriton, x,40\n\nRISING\ntriton kernel,Breakout\ngpu,+250%\n"
)


def test_a_curve_tells_its_middle_height_and_where_it_goes():
    rows, broken = read_trends(CURVE)
    assert [(one.text, one.count, one.unit) for one in rows] == [
        ("triton", 11, "interest, rising"),
        ("cuda", 71, "interest, steady"),
        ("old", 21, "interest, falling"),
    ]
    assert broken == [(6, "this line does not hold one number for each term")]


def test_related_queries_with_their_interest_and_growth():
    rows, _ = read_trends(RELATED)
    assert (rows[0].text, rows[0].count, rows[0].unit) == ("triton inference", 100, "interest")
    assert [(one.text, one.count, one.unit) for one in rows][-2:] == [
        ("triton kernel", 0, "breakout"),
        ("gpu", 250, "% more"),
    ]


def test_what_is_such_an_export():
    assert is_trends(CURVE) and is_trends(RELATED) and is_trends("Day,a\n2026-01-01,3\n") and is_trends("TOP\na,1\n")
    assert not is_trends("") and not is_trends("query,clicks\na,1\n") and not is_trends("day by day\n")
    assert read_trends("Category: All\n") == ([], [])


@given(st.text(alphabet='Week,TOP\n0123456789<"-ab', max_size=200))
def test_any_table_is_read(text):
    rows, _ = read_trends("Week,a,b\n" + text.replace('"', ""))
    assert all(one.count >= 0 for one in rows)
