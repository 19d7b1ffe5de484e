"""Info strings as the generators write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.code_info import CodeInfo, lines_of, read_info, split_cell

CASES = [
    ("", CodeInfo()),
    ("python", CodeInfo("python")),
    ("C++", CodeInfo("c++")),
    ("python {1,3-5}", CodeInfo("python", marked=frozenset({1, 3, 4, 5}))),
    ("js{1,3}", CodeInfo("js", marked=frozenset({1, 3}))),
    ('go {linenos=inline hl_lines=[3,"6-8"] style=emacs}', CodeInfo("go", "", frozenset({3, 6, 7, 8}), 1)),
    ("go {linenos=false}", CodeInfo("go")),
    ("bash {linenos=true, linenostart=199}", CodeInfo("bash", first_number=199)),
    ('jsx title="/src/x.js" {1,4-6} showLineNumbers', CodeInfo("jsx", "/src/x.js", frozenset({1, 4, 5, 6}), 1)),
    ('py hl_lines="2 3" linenums="5" title="sort.py"', CodeInfo("py", "sort.py", frozenset({2, 3}), 5)),
    ("{python}", CodeInfo("python", cell=True)),
    ("{r, echo=FALSE}", CodeInfo("r", cell=True)),
    ("{.python .numberLines}", CodeInfo("python", first_number=1)),
    ('{title="x"}', CodeInfo("", "x")),
    ("python file=train.py", CodeInfo("python", "train.py")),
    ("text output", CodeInfo("text", output=True)),
    ("python out", CodeInfo("python")),
    ("output tolerance=1e-3", CodeInfo(output=True)),
    ("rust,ignore", CodeInfo("rust")),
    ("python:main.py", CodeInfo("python")),
    ("{", CodeInfo()),
    ("{1,3}", CodeInfo(marked=frozenset({1, 3}))),
    ("python:title=a.py", CodeInfo("python", "a.py")),
    ('go {hl_lines=[3, "6-8"], linenos=true}', CodeInfo("go", marked=frozenset({3, 6, 7, 8}), first_number=1)),
    ("{.python .output}", CodeInfo("python", output=True)),
    ("{.output}", CodeInfo(output=True)),
]


@pytest.mark.parametrize(("info", "wanted"), CASES, ids=[info for info, _ in CASES])
def test_read_info(info, wanted):
    assert read_info(info) == wanted


def test_ranges_that_name_no_lines_or_too_many():
    assert lines_of("") == set()
    assert lines_of("5-3") == set()
    assert len(lines_of("1-999999")) == 100_000
    assert lines_of("99999999999999") == set()


def test_a_cell_is_shown_without_its_options():
    assert split_cell("#| echo: false\n#| label: fig-a\nx = 1\n#| kept\n") == (
        "x = 1\n#| kept\n",
        {"echo": "false", "label": "fig-a"},
    )
    assert split_cell("") == ("", {})


@given(st.text(alphabet="{}=\"'[], .#-python1234567890\n\\é", max_size=60))
def test_any_info_string_is_read(info):
    assert isinstance(read_info(info), CodeInfo)
