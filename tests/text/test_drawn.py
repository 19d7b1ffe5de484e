"""Which fences are drawn from data, and which only look like it."""

import pytest

from inkwright.text.drawn import drawn_as
from inkwright.text.markdown import parse_text


@pytest.mark.parametrize(
    ("info", "what"),
    [
        ("table from=bench.json", "table"), ("chart kind=bar from=bench.json", "chart"),
        ('chart title="a from=b" from="a b.csv"', "chart"), ("table", ""), ("chart", ""), ("chart from=", ""),
        ("tables from=x", ""), ("charting from=x", ""), ("table from", ""), ('chart title="from=x"', ""),
        ("python from=bench.json", ""), ("{table from=x}", ""), ("", ""),
    ],
)  # fmt: skip
def test_only_fences_that_name_data_are_drawn(info: str, what: str) -> None:
    assert drawn_as(parse_text(f"~~~{info}\n~~~\n").blocks[0]) == what


def test_indented_code_and_prose_are_never_drawn() -> None:
    for one in parse_text("    table from=x.csv\n\ntable from=x.csv\n").blocks:
        assert drawn_as(one) == ""
