"""What is read here is what the standard library reads; what is not is left to it."""

import subprocess
import sys
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.toml import loads, read_plain

values = st.one_of(
    st.text("ab1é.,:;#[]{}/=+-'\"\\\t\n\r\x00\x7f ", max_size=12).map(lambda text: f'"{text}"'),
    st.text("ab1\"',[]{}#= \n", max_size=8),
    st.sampled_from((
        "0", "12", "-1", "007", "1_000", "0x1f", "1.5", "1e3", "true", "false", "True", "trues", "[]", "[ ]",
        '["a"]', '[ "a" , "b", ]', '["a" "b"]', '["a",,]', "[1]", '["a", 1]', '["a",\n"b"]', "'a'", '""', '"""a"""',
        '"""', '"a"b', "2026-01-03", "12:30", "{a = 1}", "9" * 18, "9" * 19, '"\\u00e9"', '"a\tb"', "",
    )),
)  # fmt: skip
keys = st.sampled_from(("a", "b", "c-d", "1", "true", "a.b", '"q"', "é", "x y", "", "a[", "[a", "[[a"))
lines = st.one_of(
    st.tuples(keys, st.sampled_from((" = ", "=", "\t=\t", " ", "= =")), values).map("".join),
    keys.map(lambda key: f"[{key}]"),
    st.sampled_from(("", "  ", "# a [b] = 1", "\t# é", "# \x00", "[a]b", "[[a]]", "[ a ]", "[a.b]", "]", "a", "= 1")),
)
texts = st.lists(
    st.tuples(lines, st.sampled_from(("", " ", " # said", "#", "\r")), st.sampled_from(("\n", "\n\n", "\r\n", "")))
    .map("".join),
    max_size=5,
).map("".join)  # fmt: skip


@given(texts)
def test_it_reads_what_the_library_reads(text: str) -> None:
    found = read_plain(text)
    if found is not None:
        assert found == tomllib.loads(text)
        assert repr(found) == repr(tomllib.loads(text))


@given(texts)
def test_all_else_is_left_to_the_library(text: str) -> None:
    try:
        wanted = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        with pytest.raises(ValueError) as told:
            loads(text)
        assert str(told.value) == str(error)
    else:
        assert loads(text) == wanted


def test_settings_as_they_are_mostly_written_are_read_here() -> None:
    text = (
        '# mine\ntitle = "Warm & Dry"  # shown\nexclude = ["old", "x/**"]\n\n'
        "[site]\nposts_per_page = 10\nsearch = true\n"
    )
    wanted = {
        "title": "Warm & Dry", "exclude": ["old", "x/**"], "site": {"posts_per_page": 10, "search": True},
    }  # fmt: skip
    assert read_plain(text) == wanted
    assert read_plain("") == {}


def test_plain_settings_do_not_load_the_library() -> None:
    code = "import sys; from inkwright.model.toml import loads; loads('a = 1'); print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
