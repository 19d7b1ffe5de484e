"""A recording as it is shown: prompt, output, where it was cut, and its caption."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.shots import caption_of, cut, shown
from inkwright.evidence.terminal import plain_text
from inkwright.model.terminal import Captured
from inkwright.text.markdown import parse_text


def test_the_prompt_comes_first_and_the_limit_last() -> None:
    late = Captured(b"half\r\n", 137, "timeout")
    assert plain_text(shown("make all", late, 80, 24, 2.5)) == "$ make all\nhalf\n... stopped after 2.5 seconds\n"
    flood = Captured(b"x\r\n", 137, "output")
    assert plain_text(shown("yes", flood, 80, 24, 30)).endswith("... stopped: more than 1 MB of output\n")
    assert plain_text(shown("true", Captured(b""), 80, 24, 30)) == "$ true\n"


def test_a_command_cannot_move_the_cursor_of_its_own_prompt() -> None:
    assert plain_text(shown("echo \x1b[2J\n  two", Captured(b""), 80, 24, 30)) == "$ echo  [2J\n  two\n"


def test_a_cut_says_how_much_is_left() -> None:
    lines = shown("seq 5", Captured(b"1\r\n2\r\n3\r\n4\r\n5\r\n"), 80, 24, 30)
    assert cut(lines, 6, "x.txt") == lines
    assert plain_text(cut(lines, 2, "x.txt")) == "$ seq 5\n1\n... and 4 more lines in x.txt\n"


@given(st.text(max_size=120))
def test_any_command_makes_one_title(command: str) -> None:
    document = parse_text(f'![TK]({"a.svg"} "{caption_of(command)}, 2026-11-21")\n')
    (image,) = document.inlines_of("image")
    assert image.target == "a.svg"
    assert image.title.startswith("$ ") and image.title.endswith(", 2026-11-21")
    assert len(document.inlines_of("image")) == len(document.blocks) == 1
