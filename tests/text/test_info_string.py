"""Info strings in the forms that generators write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.info_string import parse_info


@pytest.mark.parametrize(
    ("info", "language", "words", "options"),
    [
        ("", "", (), {}),
        ("python", "python", (), {}),
        ("py", "python", (), {}),
        ("{python}", "python", (), {}),
        ('{.python #lst key="a b"}', "python", ("#lst",), {"key": "a b"}),
        ("py {1,3-5}", "python", ("{1,3-5}",), {}),
        (
            'python norun="needs a GPU" raises=ValueError',
            "python",
            (),
            {"norun": "needs a GPU", "raises": "ValueError"},
        ),
        ("text output tolerance=1e-3", "text", ("output",), {"tolerance": "1e-3"}),
        ('js title="a \\"b\\"" title=c', "javascript", (), {"title": 'a "b"'}),
        ("rust,ignore", "rust", ("ignore",), {}),
        ("{r, echo=FALSE, fig.width=7}", "r", (), {"echo": "FALSE", "fig.width": "7"}),
        ("{#lst .python}", "python", ("#lst",), {}),
        ("python:title=a.py", "python", (), {"title": "a.py"}),
        ("C++", "c++", (), {}),
        ("{1,3}", "", ("{1,3}",), {}),
        ('go {hl_lines=[3, "6-8"] style=emacs}', "go", (), {"hl_lines": '[3, "6-8"]', "style": "emacs"}),
        ("source=o/r@c:a.py#L1-L2", "", (), {"source": "o/r@c:a.py#L1-L2"}),
    ],
)
def test_forms(info: str, language: str, words: tuple[str, ...], options: dict[str, str]) -> None:
    parsed = parse_info(info)
    assert (parsed.language, parsed.words, dict(parsed.options)) == (language, words, options)


def test_a_cell_is_told_from_a_class_and_the_written_language_is_kept() -> None:
    assert [parse_info(info).cell for info in ("{python}", "{.python}", "python", "python {1}", "{1}")] == [
        True, False, False, False, False,
    ]  # fmt: skip
    assert parse_info("Py").written == "py"


@pytest.mark.parametrize(
    ("info", "output"),
    [
        ("output", True), ("text output", True), ("{.output}", True), ("{.python .output}", True),
        ("output tolerance=1e-3", True), ("python out", False), ("python", False), ('py title="output"', False),
        ("python title=output", False), ("outputs", False), ("", False),
    ],
)  # fmt: skip
def test_only_the_word_output_makes_an_output_fence(info: str, output: bool) -> None:
    assert parse_info(info).output is output


@given(st.text(max_size=80))
def test_never_raises(info: str) -> None:
    assert parse_info(info).language == parse_info(info).language.lower()
