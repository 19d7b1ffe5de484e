"""Transcripts are taken apart into what was typed and what is shown below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.snippet import Prompt
from inkwright.text.transcripts import exchanges, prompt_of


@pytest.mark.parametrize(
    ("language", "code", "prompt"),
    [
        ("python", ">>> 1\n1\n", "python"),
        ("pycon", "\n>>> 1\n", "python"),
        ("pycon", "In [1]: 1\nOut[1]: 1\n", "ipython"),
        ("console", "$ ls\n", "shell"),
        ("bash", "$ ls\n", "shell"),
        ("bash", "ls\n", ""),
        ("bash", "$HOME/bin/x\n", ""),
        ("python", "print('>>> 1')\n", ""),
        ("text", ">>> 1\n", ""),
        ("javascript", ">>> 1\n", ""),
        ("python", "", ""),
    ],
)
def test_which_fences_are_transcripts(language: str, code: str, prompt: str) -> None:
    assert prompt_of(language, code) == prompt


def test_a_statement_goes_on_and_its_output_ends_at_the_next_prompt() -> None:
    code = "Python 3.12\n>>> for i in x:\n...     i\n...\n1\n2\n\n>>> y\n>>> z\n3\n"
    first, second, third = exchanges(code, "python")
    assert (first.code, first.line, first.shown, first.first, first.count) == (
        "for i in x:\n    i\n\n",
        2,
        "1\n2",
        5,
        2,
    )
    assert (second.code, second.shown, second.first, second.count) == ("y\n", "", 9, 0)
    assert (third.line, third.shown) == (9, "3")


def test_an_out_mark_is_no_output() -> None:
    first, second = exchanges("In [1]: x = 1\n   ...: x\nOut[1]: 1\n\nIn [2]: y\n", "ipython")
    assert (first.code, first.shown, first.mark) == ("x = 1\nx\n", "1", "Out[1]: ")
    assert second.mark == ""


def test_a_shell_goes_on_only_after_a_backslash() -> None:
    first, second = exchanges("$ cat \\\n> x\nbody\n$ diff a b\n> new line\n", "shell")
    assert (first.code, first.shown) == ("cat \\\nx\n", "body")
    assert (second.code, second.shown) == ("diff a b\n", "> new line")


def test_a_prompt_alone_is_no_statement() -> None:
    assert exchanges(">>>\n>>> \n", "python") == ()


@given(st.text(">.$ \\ab1\nIn[]:Out", max_size=60), st.sampled_from(["python", "ipython", "shell"]))
def test_exchanges_stay_in_order_and_within_the_text(code: str, prompt: Prompt) -> None:
    at = 0
    lines = code.splitlines()
    for found in exchanges(code, prompt):
        assert at < found.line < found.first
        at = found.first + found.count - 1
        assert at <= len(lines)
        assert found.code.strip()
