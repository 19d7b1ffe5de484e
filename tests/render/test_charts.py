"""Charts: golden drawings, and what holds for any numbers and any words."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.chart_scale import drawable, width
from inkwright.render.charts import COLOURS, SIZE, WIDTH, Chart, Series, chart_svg

HERE = Path(__file__).resolve().parent / "charts"
SVG = "{http://www.w3.org/2000/svg}"
CHARTS = {
    "bars": Chart(
        "bar", ("SQLite, one transaction for each row", "SQLite, bulk", "JSON lines"),
        (Series("median", (1290.4, 174.2, 44.5), ((30.0, 61.0), (2.2, 2.2), None)),),
        "SQLite in bulk takes a quarter longer than JSON lines", (), "way", "median (ms)",
    ),
    "grouped-bars": Chart(
        "bar", ("2023", "2024"), (Series("gain", (-3.5, 2.25)), Series("loss & <cost>", (1.0, None))),
        "Gain and loss", (), "year", "%", ".1f",
    ),
    "lines": Chart(
        "line", ("1", "8", "64"), (Series("p50", (12.0, 14.5, None)), Series("p99", (20.0, 51.0, 90.0))),
        "Latency grows with the batch", (1.0, 8.0, 64.0), "batch", "ms",
    ),
    "named-places": Chart(
        "line", ("January", "February", "a month with a very long name"),
        (Series("posts", (1.0, 3.0, 2.0), ((1.0, 1.0), None, (0.5, 0.5))),), "Posts by month", (), "month", "posts",
    ),
    "points": Chart(
        "scatter", ("0.1", "0.1", "0.7"), (Series("loss", (5e8, 7e8, 1.25e9)),), "Loss", (0.1, 0.1, 0.7), "rate", "J",
    ),
    "nothing": Chart("bar", (), (), "Nothing"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHARTS)
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    place, made = HERE / f"{name}.svg", chart_svg(CHARTS[name])
    if request.config.getoption("--golden"):
        place.write_text(made, encoding="utf-8")
    assert made == place.read_text(encoding="utf-8")


def points(element: Element) -> list[tuple[float, float]]:
    """The places that an element reaches to, those of its words by the width that they are taken to have."""
    of = element.attrib
    match element.tag.removeprefix(SVG):
        case "line":
            return [(float(of["x1"]), float(of["y1"])), (float(of["x2"]), float(of["y2"]))]
        case "rect":
            x, y = float(of["x"]), float(of["y"])
            return [(x, y), (x + float(of["width"]), y + float(of["height"]))]
        case "circle":
            x, y, r = float(of["cx"]), float(of["cy"]), float(of["r"])
            return [(x - r, y - r), (x + r, y + r)]
        case "polygon":
            return [(float(x), float(y)) for x, y in (one.split(",") for one in of["points"].split())]
        case "path":
            found = re.findall(r"[ML](\S+?) ([^ML]+)", of["d"])
            return [(float(x), float(y)) for x, y in found]
        case "text":
            wide = width(element.text or "", SIZE)
            left = float(of["x"]) - wide * {"start": 0, "middle": 0.5, "end": 1}[of.get("text-anchor", "start")]
            y = float(of["y"])
            return [(left, y - SIZE), (left + wide, y)]
        case _:
            return []


def outside(svg: str) -> list[str]:
    """Everything of a drawing that leaves its frame."""
    root = fromstring(svg)
    height = float(root.attrib["viewBox"].split()[3])
    found = []
    for element in root.iter():
        for x, y in points(element):
            if not (-1 <= x <= WIDTH + 1 and -1 <= y <= height + 1):
                found.append(f"{element.tag} {element.attrib} {element.text}")
    return found


ANY = st.one_of(st.floats(), st.integers(), st.just(10**400), st.none())
WORDS = st.text(max_size=40)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    size, kind = draw(st.integers(0, 6)), draw(st.sampled_from(["bar", "line", "scatter"]))
    bar = st.tuples(st.floats(0, 1e300), st.floats(0, 1e300))
    series = tuple(
        Series(
            draw(WORDS),
            tuple(drawable(draw(ANY)) for _ in range(size)),
            tuple(draw(st.one_of(st.none(), bar)) for _ in range(draw(st.integers(0, size)))),
        )
        for _ in range(draw(st.integers(0, len(COLOURS))))
    )
    places = [drawable(value) for value in draw(st.lists(ANY, min_size=size, max_size=size))]
    found = tuple(place for place in places if place is not None)
    labels = tuple(draw(WORDS) for _ in range(size))
    return Chart(
        kind, labels, series, draw(WORDS), found if len(found) == size and kind != "bar" else (), draw(WORDS),
        draw(WORDS), draw(st.sampled_from(["", ".1f", ",.0f", ".2e", "%"])),
    )  # fmt: skip


@given(charts())
def test_any_numbers_and_words_are_sound_xml_within_the_frame(chart: Chart) -> None:
    svg = chart_svg(chart)
    assert outside(svg) == []
    assert "nan" not in re.sub(r">[^<]*<", "><", svg) and "inf" not in re.sub(r'>[^<]*<|aria-label="[^"]*"', "><", svg)


EVIL = '"><script>alert(1)</script><x onload="e()" href=\'javascript:e()\'>&lt;\x00\x0b'


@given(st.sampled_from(["bar", "line", "scatter"]))
def test_words_stay_words(kind: str) -> None:
    series = (Series(EVIL, (1.0, 2.0)), Series(EVIL * 3, (3.0, None)))
    svg = chart_svg(Chart(kind, (EVIL, EVIL), series, EVIL, (), EVIL, EVIL))  # type: ignore[arg-type]
    root = fromstring(svg)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "text", "line", "rect", "title", "path", "circle", "polygon",
    }  # fmt: skip
    assert not any(name.startswith("on") or name == "href" for one in root.iter() for name in one.attrib)
    assert root.attrib["aria-label"].startswith('"><script>')


def test_bars_begin_at_zero_and_are_as_long_as_their_values() -> None:
    root = fromstring(chart_svg(Chart("bar", ("a", "b"), (Series("v", (101.0, 99.0)),), "two")))
    one, two = (float(bar.attrib["width"]) for bar in root.iter(f"{SVG}rect"))
    assert one / two == pytest.approx(101 / 99, abs=0.005)


def test_negative_bars_go_to_the_left_of_zero() -> None:
    root = fromstring(chart_svg(Chart("bar", ("a", "b"), (Series("v", (-5.0, 5.0)),), "two")))
    left, right = root.iter(f"{SVG}rect")
    assert float(left.attrib["x"]) + float(left.attrib["width"]) == pytest.approx(float(right.attrib["x"]), abs=0.2)


def test_a_gap_in_a_line_is_a_gap() -> None:
    svg = chart_svg(Chart("line", ("a", "b", "c", "d"), (Series("v", (1.0, None, 2.0, 3.0)),), "gap"))
    path = fromstring(svg).find(f"{SVG}path")
    assert path is not None
    assert [command for command in path.attrib["d"] if command in "ML"] == ["M", "M", "L"]


def test_who_points_at_a_value_reads_it() -> None:
    svg = chart_svg(CHARTS["bars"])
    assert "<title>SQLite, bulk: 174.2 (172 to 176.4)</title>" in svg


def test_it_says_what_it_is_and_asks_for_nothing() -> None:
    svg = chart_svg(CHARTS["lines"])
    assert 'role="img" aria-label="Latency grows with the batch"' in svg
    assert not re.search(
        r"<(script|style|image|use|a|foreignObject)\b|href|url\(|https?://(?!www\.w3\.org/2000/svg)", svg
    )


def luminance(colour: str) -> float:
    """Relative luminance. **Source:** WCAG 2.2, definition."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("background", ["#fdfdfc", "#ffffff", "#14171b"])
@pytest.mark.parametrize("colour", [colour for colour in COLOURS if colour.startswith("#")])
def test_every_colour_stands_out_on_light_and_on_dark(colour: str, background: str) -> None:
    low, high = sorted((luminance(colour), luminance(background)))
    assert (high + 0.05) / (low + 0.05) >= 3
