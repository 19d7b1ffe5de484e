"""Tables and charts drawn from data files."""

import json
import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.document import Block
from inkwright.model.span import Span
from inkwright.render.data_blocks import draw, faults, for_feed
from inkwright.text.markdown import parse_text

BENCH = {
    "facts": {
        "machine": {"cpu": "Ryzen 7", "cores": 8, "memory": "32 GB", "os": "Linux 6.8"},
        "versions": {"python": "3.11.7", "sqlite": "3.45.1"},
        "date": "2026-11-21",
        "n": 15,
        "spread": "median absolute deviation",
    },
    "bulk": {"median": 174.2, "mad": 2.5, "min": 170.0, "q1": 172.0, "q3": 180.0, "n": 15, "unit": "ms", "samples": []},
    "lines": {"median": 44.5, "mad": 0.25, "min": 44.0, "q1": 44.1, "q3": 45.0, "n": 15, "unit": "ms", "samples": []},
}
FILES = {
    "bench.json": json.dumps(BENCH),
    "plain.csv": "batch,way,ms,rows\n1,int8,4,10\n8,int8,9.5,80\n1,fp16,7,10\n8,fp16,15,80\n",
    "points.csv": "x,y\n1,2\n1,3\n2,1\n",
    "words.csv": "a,b\nx,y\n",
    "evil.json": json.dumps([{"<b>x</b>": "<script>alert(1)</script>", "v": 1}]),
    "many.csv": "a,b\n" + "".join(f"k{i},{i}\n" for i in range(3000)),
    "empty.json": "[]",
    "years.csv": "year,staff\n2023,11000\n2024,12500\n",
    "where.toml": 'machine = "a laptop"\ndate = "2026-11-20"\nn = 3\nspread = "range"\nsqlite = "3.45"\n',
}

NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(name: str) -> str:
    if name not in FILES:
        raise ValueError(f"there is no {name} beside the post")
    return FILES[name]


def block(info: str, body: str = "") -> Block:
    return parse_text(f"```{info}\n{body}\n```\n", "post.md").blocks[0]


def drawn(info: str, body: str = "") -> str:
    return draw(block(info, body), read)


def assert_sound(html: str) -> None:
    """HTML that is XML too, but for what XML cannot carry at all."""
    fromstring("<x>" + NOT_XML.sub("", html).replace("<br>", "<br/>") + "</x>")


def wrong(info: str) -> list[str]:
    return [f"{one.kind}: {one.message}" for one in faults(block(info), Span(0, 3), read)]


def test_a_table_has_its_rows_its_unit_and_the_five_facts() -> None:
    html = drawn("table from=bench.json", "Loading 100,000 rows.")
    heads = re.findall(r"<th scope=\"col\"[^>]*>(.*?)</th>", html)
    assert heads == [
        "name", "median (ms)", "median absolute deviation (ms)", "min (ms)", "lower quartile (ms)",
        "upper quartile (ms)", "n",
    ]  # fmt: skip
    assert '<th scope="row">bulk</th><td class="right">174.2</td>' in html
    assert "<figcaption>Loading 100,000 rows.<br>" in html
    said = re.search(r'<small class="facts">(.*?)</small>', html)
    assert said is not None
    assert said[1] == (
        "Machine: Ryzen 7, 8 cores, 32 GB, Linux 6.8 · Versions: python 3.11.7, sqlite 3.45.1 · Date: 2026-11-21"
        " · n: 15 · Spread: median absolute deviation, 0.6 to 1.4 % of the median"
    )
    assert wrong("table from=bench.json") == []


def test_columns_are_chosen_named_and_formatted() -> None:
    html = drawn('table from=bench.json columns="name: Way, median: Median" format=.2f title="Load"')
    assert re.findall(r"<th scope=\"col\"[^>]*>(.*?)</th>", html) == ["Way", "Median (ms)"]
    assert '<td class="right">44.50</td>' in html and '<p class="data-title">Load</p>' in html


def test_a_chart_shows_its_numbers_as_a_table_too() -> None:
    html = drawn('chart from=bench.json error=mad title="Load" alt="Lines are four times as fast"')
    assert html.count("<rect") == 2 and 'aria-label="Lines are four times as fast"' in html
    assert '<details class="data">\n<summary>The numbers</summary>' in html
    assert '<th scope="row">lines</th><td class="right">44.5</td><td class="right">0.25</td>' in html
    assert "bulk: 174.2 (171.7 to 176.7)" in html and "median (ms)" in html


def test_an_error_bar_may_end_where_two_columns_say() -> None:
    assert "bulk: 174.2 (172 to 180)" in drawn("chart from=bench.json y=median error='q1,q3' alt=x")


def test_series_are_told_apart_by_a_column() -> None:
    html = drawn("chart from=plain.csv kind=line x=batch y=ms series=way alt=x facts=none")
    assert html.count("<path") == 2 and "8, int8: 9.5" in html
    assert "the fence" not in html and "<figcaption>" not in html


def test_years_are_no_quantities() -> None:
    html = drawn("table from=years.csv unit=people facts=none")
    assert 'class="right">year</th>' in html and ">staff (people)</th>" in html and ">2024</td>" in html
    assert ">2024</text>" in drawn("chart from=years.csv kind=line x=year y=staff alt=x facts=none")


def test_several_columns_are_several_series() -> None:
    html = drawn('chart from=bench.json kind=bar y="min: fastest, median: usual" alt=x')
    assert "bulk, fastest: 170" in html and html.count("<rect") == 2 * 2 + 2


def test_every_point_of_a_scatter_is_drawn() -> None:
    assert drawn("chart from=points.csv kind=scatter x=x y=y alt=x facts=none").count("<circle") == 3


@pytest.mark.parametrize(
    ("info", "said"),
    [
        ("table from=gone.csv", "there is no gone.csv beside the post"),
        ("chart from=bench.json y=mean alt=x",
         "bench.json has no column `mean`; it has name, median, mad, min, q1, q3, n, unit"),
        ("table from=bench.json columns=men", "bench.json has no column `men`; it has "),
        ("table from=bench.json#bulk.x", "bench.json has no `x` there: it holds "),
        ("table from=empty.json", "empty.json holds no rows"),
        ("chart from=words.csv alt=x", "words.csv has no column of numbers to draw"),
        ("chart from=words.csv x=a y=b alt=x", "the column `b` of words.csv holds no numbers"),
        ("chart form=bench.json alt=x", "a chart takes no `form`; did you mean `from=`?"),
        ("chart from=bench.json kind=pie alt=x", "there is no chart of kind `pie`; known are bar, line, scatter"),
        ("chart from=bench.json tilte=x alt=x", "a chart takes no `tilte`; did you mean `title=`?"),
        ("chart from=bench.json y=median,min alt=x", "`min` belongs to nothing: a value with a comma or"),
        ("chart from=bench.json bar alt=x", "a chart takes no `bar`; known are "),
        ("table from=bench.json alt=x", "a table takes no `alt`; known are "),
        ("table from=bench.json format=.2q", "`.2q` is no format; write one such as .1f or ,.0f"),
        ("chart from=plain.csv x=batch y=ms alt=x", "`1` stands in several rows of plain.csv: add series=COLUMN"),
        ("chart from=many.csv alt=x", "many.csv holds 3000 values of `a`, too many for one chart"),
        ("table from=many.csv", "many.csv holds 3000 rows, and a table shows 500 at most"),
        ("chart from=many.csv x=b y=b series=a kind=scatter alt=x", "many.csv holds 3000 values of `b`"),
        ("chart from=plain.csv kind=scatter y=ms series=ms alt=x facts=gone.toml", "there is no gone.toml"),
        ("chart from=bench.json y='median,min' error=mad alt=x", "`error=` takes one column"),
        ("chart from=plain.csv y='ms,rows' series=way alt=x", "`series=` goes with one `y=`"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_where_it_would_stand(info: str, said: str) -> None:
    assert wrong(info)[0].startswith(f"broken: {said}")
    html = drawn(info)
    assert html.startswith('<div class="opaque undrawn">') and "cannot be drawn: " in html
    assert "<svg" not in html and "<table" not in html


def test_missing_facts_are_named_and_the_reader_is_told() -> None:
    (said,) = wrong("table from=plain.csv date=2026-11-21 n=15")
    assert said == (
        "facts: it is not said on which machine, with which versions and with what spread this was measured: "
        "add `machine`, `versions`, `spread` to the fence, or write facts=none when nothing was measured"
    )
    assert "Machine: not stated" in drawn("table from=plain.csv")
    assert wrong("table from=plain.csv facts=none") == []


def test_facts_may_stand_in_a_file_of_their_own() -> None:
    html = drawn("table from=plain.csv facts=where.toml")
    assert "Machine: a laptop · Versions: sqlite 3.45 · Date: 2026-11-20 · n: 3 · Spread: range" in html
    assert wrong("table from=plain.csv facts=where.toml") == []


def test_words_of_data_and_fence_stay_words() -> None:
    evil = '"><script>alert(2)</script>'
    info = f"chart from=evil.json y=v title='{evil}' alt='{evil}' unit='{evil}' facts=none"
    html = drawn(info, "<img src=x onerror=e()>")
    assert_sound(html)
    assert "<script" not in html and "<img" not in html and "<b>" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_feed_gets_the_table_of_a_chart() -> None:
    html = drawn("chart from=bench.json alt=x", "Words.") + "<p>after</p>" + drawn("table from=bench.json")
    fed = for_feed(html)
    assert "<svg" not in fed and "<details" not in fed and fed.count("<table>") == 2
    assert "Words." in fed and "<p>after</p>" in fed and for_feed("<p>x</p>") == "<p>x</p>"


OPTION = st.sampled_from(
    ["kind", "x", "y", "error", "series", "alt", "title", "unit", "format", "facts", "columns", "n"]
)
VALUE = st.sampled_from(["bar", "line", "scatter", "x", "name", "median", "ms,batch", "none", ".1f", '"a: b, c"', "''"])


@given(
    st.sampled_from(["table", "chart"]), st.sampled_from([*FILES, "gone.csv", "bench.json#facts", "a b"]),
    st.lists(st.tuples(OPTION, VALUE), max_size=6), st.text(max_size=30),
)  # fmt: skip
def test_any_wish_is_drawn_or_refused_in_words(what: str, file: str, options: list[tuple[str, str]], body: str) -> None:
    info = " ".join([what, f"from={file}", *(f"{name}={value}" for name, value in options)])
    one = block(info, body.replace("`", ""))
    html = draw(one, read)
    broken = [fault for fault in faults(one, Span(0, 3), read) if fault.kind == "broken"]
    assert bool(broken) == html.startswith('<div class="opaque undrawn">')
    assert_sound(html)


@given(
    st.lists(st.lists(st.one_of(st.floats(), st.integers(), st.none(), st.text(max_size=8)), min_size=3, max_size=3))
)
def test_any_rows_are_drawn_or_refused_in_words(rows: list[list[object]]) -> None:
    text = json.dumps([dict(zip(["x", "y", "e"], row, strict=True)) for row in rows])
    for kind in ("bar", "line", "scatter"):
        html = draw(block(f"chart from=r.json kind={kind} x=x y=y error=e alt=a"), lambda _: text)
        assert_sound(html)
