"""Who agrees to run foreign code sees it as it is."""

import sys

import pytest

from inkwright.cli.asking import MOST_LINES, agreed, ask_foreign
from inkwright.model.errors import UsageError
from inkwright.model.run import Foreign

HIDDEN = "line 3, python:\nimport os\nos.system('x')\x1b[1A\x1b[2Kprint('harmless')\r# \u202egod"


@pytest.mark.parametrize(("answer", "agreed"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_code_cannot_hide_from_the_question(
    answer: str, agreed: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: answer.strip())
    many = "line 9, python:\n" + "x = 1\n" * (MOST_LINES + 2)
    assert ask_foreign(Foreign("posts/a.md", "ada@example.org", (HIDDEN, many), ("1", "2"))) is agreed
    shown = capsys.readouterr().err
    assert "os.system('x')\\x1b[1A\\x1b[2Kprint('harmless')\\x0d# \\u202egod" in shown
    assert "... and 2 more lines" in shown


def test_without_a_terminal_nobody_agrees() -> None:
    assert not ask_foreign(Foreign("posts/a.md", "ada@example.org", (HIDDEN,), ("1",)))


@pytest.mark.parametrize(("answer", "said"), [("y", True), ("", True), ("n", False)])
def test_before_something_leaves_a_terminal_is_asked(
    answer: str, said: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: answer)
    assert agreed("Send?", yes=False, to="send it") is said
    assert capsys.readouterr().out == "", "what is asked is no output"


def test_without_a_terminal_only_yes_agrees() -> None:
    assert agreed("Send?", yes=True, to="send it")
    with pytest.raises(UsageError, match="nobody is there") as caught:
        agreed("Send?", yes=False, to="send it")
    assert caught.value.hint == "Add --yes to send it."
