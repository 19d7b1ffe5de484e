"""The faster way gives what Pygments gives."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name

from inkwright.render.first_chars import ASCII, first_chars
from inkwright.render.tokens_of import tokens_of

LANGUAGES = ("python", "bash", "javascript", "typescript", "rust", "go", "c", "cpp", "java", "sql", "json", "toml",
             "html", "css", "ruby", "php", "lua", "haskell", "dockerfile", "ini", "diff", "console", "r", "kotlin",
             "yaml", "make", "nginx", "xml")  # fmt: skip
SOURCES = sorted(Path(__file__).resolve().parents[2].glob("src/inkwright/text/*.py"))[:8]
PIECES = (
    "def f(x):\n", "'", '"', '"""', "\\", "#", "//", "/*", "*/", "<", ">", "{", "}", "$", "`", "\n", "\n\n", "0x1f",
    "1.5e3", "é", "ſ", "K", "@a", "%d", " ", "\t", "if", "SELECT", "<?php", "<!--", "-->", "=>", "::", "\x1c", "#{",
)  # fmt: skip
TRICKY = (r"[^\W\d]\w*", r"(?i)[a-k]+|\s", r"[^a-z]", r"\S|\n", r"(?:\b|x)y", r"(?<=a)b|c")


def theirs(language: str, code: str) -> list[tuple[int, object, str]]:
    lexer = get_lexer_by_name(language, stripnl=False)
    return [token for token in lexer.get_tokens_unprocessed(code) if token[2]]


def ours(language: str, code: str) -> list[tuple[int, object, str]]:
    return [token for token in tokens_of(get_lexer_by_name(language, stripnl=False), code) if token[2]]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(code=st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=20).map("".join))
def test_any_code_gives_the_same_tokens(language: str, code: str) -> None:
    assert ours(language, code) == theirs(language, code)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_real_code_gives_the_same_tokens(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    for language in ("python", "javascript", "rust", "bash"):
        assert ours(language, code) == theirs(language, code)


@pytest.mark.parametrize(
    ("expression", "chars"),
    [
        ("abc", "a"), ("[a-c]x", "abc"), ("(?:a|b+)c", "ab"), ("a?b", "ab"), ("(?=z)a", "a"), ("(?i)k", "kK"),
        (r"\d+", "0123456789"), ("(?<!x)y", "y"), ("^a", "a"), ("(?:(?i:q))", "qQ"), ("a{0,2}(b|c)", "abc"),
    ],
)  # fmt: skip
def test_where_a_match_may_begin(expression: str, chars: str) -> None:
    assert first_chars(re.compile(expression)) == frozenset(chars)


@pytest.mark.parametrize("expression", ["", "a*", ".", r"(a)?\1b", "(?=a)", "(?i)ſ", "[^x]?"])
def test_what_may_match_nothing_or_is_not_understood_may_begin_with_anything(expression: str) -> None:
    assert first_chars(re.compile(expression)) == ASCII


@given(
    st.sampled_from([r"[^\W\d]\w*", r"(?i)[a-k]+|\s", r"[^a-z]", r"\S|\n", r"(?:\b|x)y", r"(?<=a)b|c"]),
    st.text(max_size=5),
)
def test_no_match_begins_with_another_character(expression: str, text: str) -> None:
    pattern = re.compile(expression)
    for at in range(len(text)):
        if text[at] in ASCII and pattern.match(text, at):
            assert text[at] in first_chars(pattern)
