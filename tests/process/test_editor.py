"""The writer's editor is started on the file and waited for."""

import signal
import sys
from pathlib import Path

import pytest

from inkwright.model.errors import UsageError
from inkwright.process.editor import editing, editor_command


def test_visual_comes_before_editor() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ("code", "--wait")
    assert editor_command({"VISUAL": " ", "EDITOR": "'my ed' -x"}) == ("my ed", "-x")


@pytest.mark.parametrize("environment", [{}, {"EDITOR": ""}, {"EDITOR": "'vi"}])
def test_without_an_editor_it_says_what_to_do(environment: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="--no-editor"):
        editor_command(environment)


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="`no-such-editor` cannot be started"), editing(tmp_path, ("no-such-editor",)):
        pass


def test_it_gets_the_file_and_keeps_ctrl_c(tmp_path: Path) -> None:
    file = tmp_path / "a file.md"
    before = signal.getsignal(signal.SIGINT)
    script = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('hello')"
    with editing(file, (sys.executable, "-c", script)) as editor:
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        while not editor.wait(0.05):
            pass
    assert file.read_text() == "hello"
    assert signal.getsignal(signal.SIGINT) == before
