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
        ("source=o/r@c:a.py#L1-L2", "", (), {"source": "o/r@c:a.py#L1-L2"}),
    ],
)
def test_forms(info: str, language: str, words: tuple[str, ...], options: dict[str, str]) -> None:
    parsed = parse_info(info)
    assert (parsed.language, parsed.words, dict(parsed.options)) == (language, words, options)


@given(st.text(max_size=80))
def test_never_raises(info: str) -> None:
    assert parse_info(info).language == parse_info(info).language.lower()
