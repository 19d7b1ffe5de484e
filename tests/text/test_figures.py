import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.figures import (
    Shape,
    figure_at_end,
    read_shape,
    resigned,
    restyled,
    same_number,
    same_unit,
    write_number,
)


@pytest.mark.parametrize(
    ("text", "before", "digits", "unit"),
    [
        ("took 45 ms", "", "45", " ms"),
        ("of −3.5\u00a0%", "−", "3.5", "\u00a0%"),
        ("~$1,234.50", "~$", "1,234.50", ""),
        ("a 45-millisecond", "", "45", "-millisecond"),
        ("45.0 ± 1.2 ms", "± ", "1.2", " ms"),
        ("between 20-30 ms", "", "30", " ms"),
        ("needs 1.2 × 10⁻⁵ s", "", "1.2 × 10⁻⁵", " s"),
        ("needs 1.2e-05", "", "1.2e-05", ""),
        ("at .5", "", ".5", ""),
    ],
)
def test_a_figure_at_the_end_of_a_text(text: str, before: str, digits: str, unit: str) -> None:
    found = figure_at_end(text)
    assert found is not None
    assert (found["before"], found["digits"], found["unit"]) == (before, digits, unit)


@pytest.mark.parametrize("text", ["the p99", "none", "", "45 ms.", "45) "])
def test_what_is_no_figure(text: str) -> None:
    assert figure_at_end(text) is None


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("", Shape()),
        (".1f ms", Shape(".1f", "", "ms")),
        (",.0f torn lines", Shape(",.0f", "", "torn lines")),
        (".1f×", Shape(".1f", "", "×", glued=True)),
        ("$,.2f", Shape(",.2f", "$")),
        (".1%", Shape(".1%", "", "%", glued=True)),
        (".1% points", Shape(".1%", "", "% points", glued=True)),
        (".0f %", Shape(".0f", "", "%")),
        ("+.1e", Shape("+.1e")),
        ("d", Shape("d")),
        ("fps", Shape("", "", "fps")),
        ("ms", Shape("", "", "ms")),
        (".1fms", Shape(".1f", "", "ms", glued=True)),
    ],
)
def test_shapes(written: str, shape: Shape) -> None:
    assert read_shape(written) == shape


@pytest.mark.parametrize("written", [".1q ms", "8.2f", ".999f", ",", "10"])
def test_what_is_no_format(written: str) -> None:
    with pytest.raises(ValueError, match="no format"):
        read_shape(written)


@pytest.mark.parametrize(
    ("value", "spec", "like", "text"),
    [
        (45.26, ".1f", "", "45.3"),
        (45.26, "", "45", "45"),
        (45.26, "", "45.20", "45.26"),
        (45.26, "", "", "45.26"),
        (12, "", "", "12"),
        (1305, "", "1,290", "1305"),
        (0.125, ".1%", "", "12.5"),
        (-0.04, ".1f", "", "0.0"),
        (-0.04, "+.1f", "", "0.0"),
        (45.0, "d", "", "45"),
        (1.2e-5, "", "1.3e-5", "1.2e-05"),
        (46878.2, ",.0f", "", "46,878"),
        (1574621292988440581, ",.0f", "", "1,574,621,292,988,440,581"),
        (1574621292988440581, "+.2f", "", "+1574621292988440581.00"),
        (-45, "f", "", "-45.000000"),
        (1574621292988440581, "", "12.0", "1574621292988440581.0"),
    ],
)
def test_numbers_as_digits(value: float, spec: str, like: str, text: str) -> None:
    assert write_number(value, spec, like) == text


@pytest.mark.parametrize(("value", "spec"), [(45.2, "d"), (10**400, ".1e")])
def test_a_format_that_does_not_fit(value: float, spec: str) -> None:
    with pytest.raises(ValueError, match="`"):
        write_number(value, spec)


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("46,878", "46878"), ("46\u202f878", "46,878"), ("46'878.5", "46878.5"), ("46.878,5", "46878.5"),
        ("12,5", "12.5"), ("1.2e-5", "1.2e-05"), ("1.2 × 10⁻⁵", "1.2e-05"), (".5", "0.5"), ("3", "-3"),
        ("1.234.567", "1234567"),
    ],
)  # fmt: skip
def test_the_same_number_in_another_style(digits: str, number: str) -> None:
    assert same_number(digits, number)


@pytest.mark.parametrize(
    ("digits", "number"),
    [("45", "45.0"), ("45.0", "45"), ("1,234", "1.234"), ("1.234", "1234"), ("3.11.7", "3.11"), ("1.2e5", "1.2e-05")],
)
def test_another_number(digits: str, number: str) -> None:
    assert not same_number(digits, number)


@pytest.mark.parametrize(
    ("number", "like", "text"),
    [
        ("52.3", "45.1", "52.3"),
        ("1,046", "999", "1,046"),
        ("1046", "1,290", "1,046"),
        ("46878", "1\u202f290", "46\u202f878"),
        ("1046.5", "12,5", "1046,5"),
        ("1,046.5", "12,5", "1.046,5"),
        ("-52", "45", "52"),
        ("3.1e-07", "1.2 × 10⁻⁵", "3.1 × 10⁻⁷"),
        ("3.1e-07", "1.2e-5", "3.1e-7"),
        ("3.1e-07", "1.2e-05", "3.1e-07"),
        ("12", "", "12"),
    ],
)
def test_a_new_number_in_the_style_of_the_old(number: str, like: str, text: str) -> None:
    assert restyled(number, like) == text


@pytest.mark.parametrize(
    ("before", "number", "text"),
    [
        ("", "-5", "-"), ("−", "-5", "−"), ("-", "5", ""), ("~$", "-5", "~-$"), ("$-", "-5", "$-"), ("+", "5", "+"),
        ("± ", "-5", "± "), ("", "+5", "+"), ("", "5", ""), ("+", "-5", "-"),
    ],
)  # fmt: skip
def test_signs(before: str, number: str, text: str) -> None:
    assert resigned(before, number) == text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (" ms", "ms", True), ("\u00a0µs", "μs", True), ("-millisecond", "milliseconds", True), (" m²", "m2", True),
        (" Mb", "MB", False), ("", "ms", False), (" s", "ms", False), ("s", "", False),
    ],
)  # fmt: skip
def test_units(one: str, other: str, same: bool) -> None:
    assert same_unit(one, other) is same


SPECS = st.sampled_from([".0f", ".1f", ".3f", ",.0f", ",.2f", ".2e", ".3g", ".1%", "+.1f", "_.1f"])
LIKES = st.sampled_from(
    ["45", "45.1", "1,234.5", "1\u202f234", "1'234.5", "1.234,5", "12,5", "1.2e-5", "1.2 × 10⁻⁵", "1.2E+05", ".5"]
)


@given(st.floats(-1e12, 1e12), SPECS, LIKES)
def test_a_number_in_any_style_reads_as_itself(value: float, spec: str, like: str) -> None:
    number = write_number(value, spec)
    assert same_number(restyled(number, like), number)


@given(st.text(alphabet="0123456789,._'eE×10⁻⁵+-\u00a0 ms%$~", max_size=24))
def test_no_text_breaks_the_reading_of_a_figure(text: str) -> None:
    found = figure_at_end(text)
    if found:
        assert not same_number(found["digits"], "nan")
        assert restyled("12.5", found["digits"])
