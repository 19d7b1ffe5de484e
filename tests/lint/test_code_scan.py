import pytest

from inkwright.lint.code_scan import GRAMMARS, bare_quotes, quoted_values


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("python", "print(“a”)", [6, 8]),
        ("python", "x = 'it’s' # “fine”", []),
        ("python", '"""“a”\n”"""\n“', [12]),
        ("javascript", "const a = `it’s\n“ok”`; // “ok”\nf(“no”)", [33, 36]),
        ("javascript", "/* “a”\n”*/ x = “", [15]),
        ("json", '{“a”: "“b”"}', [1, 3]),
        ("bash", "echo “hi” # it’s", [5, 8]),
        ("bash", "echo 'a\n“b”'", []),
        ("bash", "echo a#“b”", [7, 9]),
        ("sql", "select 'it’s' -- “x”\n, “y”", [23, 25]),
        ("go", "", []),
    ],
)
def test_bare_quotes(language: str, code: str, expected: list[int]) -> None:
    assert list(bare_quotes(code, GRAMMARS[language])) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("name: “nightly”\nrun: a", [6, 14]),
        ("- ‘prod’ # it’s", [2, 7]),
        ("[“a”, “b”]", [1, 3, 6, 8]),
        ("title: she said “hello” to it", []),
        ("", []),
    ],
)
def test_quoted_values(code: str, expected: list[int]) -> None:
    assert list(quoted_values(code)) == expected


def test_long_hostile_code_takes_no_time() -> None:
    assert list(bare_quotes("\"'`#/*" * 50_000, GRAMMARS["typescript"])) == []
