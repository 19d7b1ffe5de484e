"""A transcript is proved statement by statement, and mended without touching what was typed."""

from collections.abc import Sequence

import pytest

from inkwright.evidence.snippets import output_edits, prove
from inkwright.model.snippet import Cell, CellResult, SnippetResult
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets


class Answers:
    """A runner that gives one prepared result for each statement."""

    languages = frozenset({"python", "bash"})

    def __init__(self, *results: CellResult | str) -> None:
        self.results = [CellResult("ok", one) if isinstance(one, str) else one for one in results]

    def run(self, cells: Sequence[Cell]) -> list[CellResult]:
        assert len(cells) == len(self.results)
        return self.results

    def beside(self, name: str) -> bytes | None:
        return None


def proved(text: str, *results: CellResult | str) -> tuple[SnippetResult, list[int], str]:
    """The verdict, the lines of its findings, and the text once it is updated."""
    document = parse_text(text)
    (result,) = prove(document, snippets(document), Answers(*results))
    lines = [document.position(finding.span.start).line for finding in result.findings]
    return result, lines, apply(text, output_edits(document, [result]))


def error(name: str, message: str, printed: str = "", full: str = "") -> CellResult:
    return CellResult("error", printed, name, message, 1, full)


def test_each_wrong_line_has_its_finding() -> None:
    text = "```pycon\n>>> a\n1\n2\n>>> b\n3\n\n>>> c\n```\n"
    result, lines, mended = proved(text, "1\n5\n", "3\n", "new\n")
    assert (result.state, result.cause, lines) == ("failed", "output differs", [4, 8])
    assert "shows `2` where `a` prints `5`" in result.findings[0].message
    assert mended == "```pycon\n>>> a\n1\n5\n>>> b\n3\n\n>>> c\nnew\n```\n"


def test_output_that_is_gone_is_removed() -> None:
    assert proved("```pycon\n>>> a\n1\n2\n\n>>> b\n```\n", "", "")[2] == "```pycon\n>>> a\n\n>>> b\n```\n"


TRACEBACK = "```pycon\n>>> f()\nhello\nTraceback (most recent call last):\n  File 'x', line 1\nKeyError: 'k'\n```\n"


def test_of_a_traceback_only_the_last_line_counts() -> None:
    assert proved(TRACEBACK, error("KeyError", "'k'", "hello\n"))[0].state == "verified"
    result, lines, mended = proved(TRACEBACK, error("KeyError", "'z'", "hello\n"))
    assert (result.cause, lines) == ("output differs", [6])
    assert mended == TRACEBACK.replace("'k'", "'z'")
    assert proved(TRACEBACK, "hello\n")[0].state == "failed"


def test_an_error_is_named_as_a_traceback_names_it() -> None:
    text = "```pycon\n>>> f()\nTraceback (most recent call last):\n  ...\ngraphlib.CycleError: x\n```\n"
    assert proved(text, error("CycleError", "x", full="graphlib.CycleError"))[0].state == "verified"


def test_an_error_that_is_not_shown_stays_and_is_located() -> None:
    text = "```pycon\n>>> a\n1\n>>> b\n2\n>>> c\n3\n```\n"
    result, lines, mended = proved(text, "1\n", error("NameError", "name 'b' is not defined"), "4\n")
    assert (result.cause, lines[0]) == ("undefined name", 4)
    assert ">>> b\n2\n" in mended


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("```pycon ellipsis\n>>> a\n<object at ...>\n```\n", "<object at 0x7f>\n"),
        ("```pycon\n>>> a  # doctest: +ELLIPSIS\n<object at ...>\n```\n", "<object at 0x7f>\n"),
        ("```pycon tolerance=0.01\n>>> a\n3.14\n```\n", "3.1416\n"),
        ("```pycon\n>>> a\nx\n<BLANKLINE>\ny\n```\n", "x\n\ny\n"),
        ("```ipython\nIn [1]: a\nOut[1]: 5\n```\n", "5\n"),
        ("```console\n$ a\nx  \n```\n", "x\n"),
    ],
)
def test_looser_terms(text: str, output: str) -> None:
    assert proved(text, output)[0].state == "verified"


def test_an_out_mark_stays() -> None:
    assert proved("```ipython\nIn [1]: a\nOut[1]: 5\n```\n", "6\n")[2] == "```ipython\nIn [1]: a\nOut[1]: 6\n```\n"


def test_a_command_that_fails_as_shown_is_right() -> None:
    text = "```console\n$ ls x\nls: no x\n```\n"
    assert proved(text, error("exit 2", "ls: no x", "ls: no x\n"))[0].state == "verified"
    assert proved(text, error("exit 2", "ls: gone", "ls: gone\n"))[2] == text.replace("no x", "gone")


@pytest.mark.parametrize("output", [">>> x\n", "```\n", "$ y\n"])
def test_output_that_would_change_what_is_typed_is_left_to_the_author(output: str) -> None:
    text = "```pycon\n>>> a\n1\n```\n"
    result, _, mended = proved(text, output)
    assert (result.state, mended) == ("failed", text)
