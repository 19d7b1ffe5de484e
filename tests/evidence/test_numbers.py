from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inkwright.evidence.numbers import number_states
from inkwright.model.finding import Edit
from inkwright.model.number import NumberState
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text

DATA = {"p50": 45.26, "n": 46878, "share": 0.125, "low": -3.04, "usd": 1234.5, "small": 1.23e-5}


def states(text: str, data: Any = DATA) -> tuple[NumberState, ...]:
    return number_states(parse_text(text), lambda name: data)


def mended(text: str, data: Any = DATA) -> str:
    return apply(text, [Edit(one.place, one.text) for one in states(text, data) if one.state == "stale"])


@pytest.mark.parametrize(
    "text",
    [
        "45.3 ms<!--=r.json#p50 .1f ms-->",
        "45.3ms<!--=r.json#p50 .1f ms-->",
        "45.3\u00a0ms<!--=r.json#p50 .1f ms-->",
        "**45.3 ms**<!--=r.json#p50 .1f ms-->",
        "`45.3`<!--=r.json#p50 .1f-->",
        "45.3<!--=r.json#p50 .1f ms--> ms",
        "45<!--=r.json#p50-->",
        "45.26<!--=r.json#p50-->",
        "a 45-millisecond<!--=r.json#p50 .0f--> wait",
        "46,878<!--=r.json#n ,d-->",
        "46878<!--=r.json#n ,d-->",
        "46\u202f878<!--=r.json#n .0f-->",
        "46 878<!--=r.json#n .0f-->",
        "12.5 %<!--=r.json#share .1%-->",
        "12.5<!--=r.json#share .1%--> percent",
        "0.125<!--=r.json#share .3f-->",
        "12,5%<!--=r.json#share .1%-->",
        "−3.0 ms<!--=r.json#low .1f ms-->",
        "± 3.0 ms<!--=r.json#low .1f ms-->",
        "$1,234.50<!--=r.json#usd $,.2f-->",
        "1.2e-05<!--=r.json#small .1e-->",
        "1.2 × 10⁻⁵<!--=r.json#small .1e-->",
        "46878<!--=r.json#n .0f requests--> *requests*",
        "45 ms{/*=r.json#p50 .0f ms*/}",
    ],
)
def test_figures_that_hold(text: str) -> None:
    assert [(one.state, one.problem) for one in states(text)] == [("holds", "")]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("44.1 ms<!--=r.json#p50 .1f ms-->", "45.3 ms<!--=r.json#p50 .1f ms-->"),
        ("~44\u202fms<!--=r.json#p50 .1f ms-->", "~45.3\u202fms<!--=r.json#p50 .1f ms-->"),
        ("**44**<!--=r.json#p50 .1f-->", "**45.3**<!--=r.json#p50 .1f-->"),
        ("44.1<!--=r.json#p50 .1f ms-->, or", "45.3 ms<!--=r.json#p50 .1f ms-->, or"),
        ("Quantum-2 400 ms<!--=r.json#p50 .0f ms-->", "Quantum-2 45 ms<!--=r.json#p50 .0f ms-->"),
        ("9,990<!--=r.json#n-->", "46,878<!--=r.json#n-->"),
        ("12.5<!--=r.json#share .1%--> of all", "12.5%<!--=r.json#share .1%--> of all"),
        ("3.0<!--=r.json#low .1f-->", "-3.0<!--=r.json#low .1f-->"),
        ("−2.9<!--=r.json#low .1f-->", "−3.0<!--=r.json#low .1f-->"),
        ("-2.9<!--=r.json#p50 .1f-->", "45.3<!--=r.json#p50 .1f-->"),
        ("$9.00<!--=r.json#usd ,.2f-->", "$1,234.50<!--=r.json#usd ,.2f-->"),
        ("9 × 10⁻⁶<!--=r.json#small .1e-->", "1.2 × 10⁻⁵<!--=r.json#small .1e-->"),
        ("took <!--=r.json#p50 .1f ms--> here", "took 45.3 ms<!--=r.json#p50 .1f ms--> here"),
        ("| <!--=r.json#usd $,.2f--> |", "| $1,234.50<!--=r.json#usd $,.2f--> |"),
        ("<!--=r.json#share .0%-->", "12%<!--=r.json#share .0%-->"),
        ("[44 ms<!--=r.json#p50 .1f ms-->](u)", "[45.3 ms<!--=r.json#p50 .1f ms-->](u)"),
    ],
)
def test_figures_that_do_not(text: str, now: str) -> None:
    (one,) = states(text)
    assert one.state == "stale"
    assert mended(text) == now
    assert [again.state for again in states(now)] == ["holds"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("45 s<!--=r.json#p50 .0f ms-->", "`45 s` is not in ms"),
        ("12.5 %<!--=r.json#share .1f-->", "in percent and its mark does not say so"),
        ("€45<!--=r.json#p50 $.0f-->", "is not in $"),
        ("45.3 <!--=r.json#p50 .1f ms-->", "no figure stands right before the mark: write `45.3 ms` there"),
        ("in 2026 <!--=r.json#p50 .1f ms-->", "write `45.3 ms` there"),
        ("(45.3)<!--=r.json#p50 .1f-->", "write `45.3` there"),
        ("[45 ms](u)<!--=r.json#p50 .0f ms-->", "write `45 ms` there"),
        ("p99<!--=r.json#p50 .0f-->", "write `45` there"),
        ("word<!--=r.json#p50 .0f-->", "write `45` there"),
        ("45<!--=r.json#p50 .1x-->", "`.1x` is no format"),
        ("45<!--=r.json#p50 d-->", "`d` is for whole numbers"),
        ("12 111<!--=r.json#n .0f-->", "may be one number or two"),
        ("5<!--=#output-1.0-->", "there is no `output-1.0`"),
    ],
)
def test_bindings_that_cannot_hold(text: str, said: str) -> None:
    (one,) = states(text)
    assert one.state == "broken"
    assert said in one.problem
    assert mended(text) == text


def test_a_file_that_cannot_be_read_is_told_for_each_figure() -> None:
    def read(name: str) -> Any:
        raise ValueError(f"{name}: there is no such file")

    found = number_states(parse_text("1<!--=a.json#x--> 2<!--=b.csv#y-->"), read)
    assert [(one.source, one.problem) for one in found] == [
        ("a.json#x", "a.json: there is no such file"), ("b.csv#y", "b.csv: there is no such file"),
    ]  # fmt: skip


def test_figures_bound_to_shown_output() -> None:
    text = "```python id=run\nprint('took', 7)\n```\n\n```output\ntook 8\n```\n\nIt took 7 s<!--=#run .0f s-->.\n"
    assert mended(text) == text.replace("7 s<", "8 s<")
    assert [one.source for one in states(text)] == ["the output `run`"]


VALUES = st.one_of(st.floats(-1e7, 1e7), st.integers(-(10**9), 10**9))
FIGURES = st.sampled_from(
    ["45 ms", "~1,234.5 ms", "−3", "$12.50", "12,5\u202f%", "**7**", "1.2e-5", "± 4 s", "46 878", "", " ", "x", "p99",
     "1\u202f234", "3.11.7", "4 × 10⁻⁵", "2026 ", "+5 %", "`9`", "(1)", "٣"]
)  # fmt: skip
FORMATS = st.sampled_from(["", ".1f", ".0f ms", ",.2f", ".1%", ".2e", "$,.2f", "+.1f s", "ms", ".3g", ".0f %", "d"])


@given(
    st.lists(st.tuples(st.text("ab .,|\n#*_", max_size=5), FIGURES, st.sampled_from("pqr"), FORMATS), max_size=6),
    st.fixed_dictionaries({"p": VALUES, "q": VALUES, "r": VALUES}),
)
def test_mending_touches_figures_alone_and_once(pieces: list[tuple[str, ...]], data: dict[str, float]) -> None:
    text = "".join(f"{words}{figure}<!--=r.json#{key} {form}-->" for words, figure, key, form in pieces)
    assume(text.count("$") < 2)  # two of them may enclose what a reader of mathematics takes for a formula
    before = states(text, data)
    after = mended(text, data)
    again = states(after, data)
    assert [one.state for one in again] == ["broken" if one.state == "broken" else "holds" for one in before]
    assert mended(after, data) == after
    at = kept = 0
    for one in before:
        if one.state != "stale":
            continue
        assert after[kept : kept + one.place.start - at] == text[at : one.place.start]
        kept += one.place.start - at + len(one.text)
        at = one.place.end
    assert after[kept:] == text[at:]


@pytest.mark.parametrize("text", ["1.2M<!--=r.json#big .1f-->", "1.2 million<!--=r.json#big .1f million-->",
                                  "45.3 ms<!--=r.json#seconds .1f ms-->", "1,235 k<!--=r.json#big .0f-->"])  # fmt: skip
def test_a_figure_in_another_scale_than_its_value_is_not_mended(text: str) -> None:
    (state,) = states(text, {"big": 1234567, "seconds": 0.0453})
    assert state.state == "broken"
    assert "times" in state.problem


@pytest.mark.parametrize(("text", "now"), [("10 ms<!--=r.json#a .0f ms-->", 10_000), ("45.3 s<!--=r.json#a-->", 54.1),
                                           ("0.0 s<!--=r.json#a .1f s-->", 7)])  # fmt: skip
def test_what_only_grew_is_stale(text: str, now: float) -> None:
    assert states(text, {"a": now})[0].state == "stale"
