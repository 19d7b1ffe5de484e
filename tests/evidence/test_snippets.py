"""Snippets are proved in a real interpreter; outputs are rewritten and nothing else."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.evidence.snippets import output_edits, prove
from inkwright.model.document import Document
from inkwright.model.snippet import Cell, CellResult, SnippetResult
from inkwright.process.launch import Limits
from inkwright.process.runner import Runner
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets


def proved(text: str, tmp_path: Path) -> tuple[Document, list[SnippetResult]]:
    document = parse_text(text)
    return document, prove(document, snippets(document), Runner(tmp_path, Limits(timeout=20)))


def updated(text: str, tmp_path: Path) -> str:
    document, results = proved(text, tmp_path)
    return apply(text, output_edits(document, results))


def test_a_right_output_is_verified(tmp_path: Path) -> None:
    _, (result,) = proved("```python\nprint(2 + 2)\n```\n\n```output\n4\n```\n", tmp_path)
    assert result.state == "verified"
    assert result.findings == ()


def test_a_wrong_output_is_an_error_at_its_line(tmp_path: Path) -> None:
    document, (result,) = proved("```python\nprint(1)\nprint(5)\n```\n\n```output\n1\n4\n```\n", tmp_path)
    (finding,) = result.findings
    assert (finding.rule, finding.severity) == ("output-mismatch", "error")
    assert document.position(finding.span.start).line == 8
    assert "`4`" in finding.message
    assert "`5`" in finding.message


def test_snippets_share_one_namespace_in_order(tmp_path: Path) -> None:
    _, results = proved("```python\nx = 6\n```\n\ntext\n\n```python\nx * 7\n```\n\n```output\n42\n```\n", tmp_path)
    assert [result.state for result in results] == ["verified", "verified"]


def test_an_exception_is_named_with_its_line_and_what_follows_from_it_says_so(tmp_path: Path) -> None:
    text = "```python\na = 1\nb = missing\n```\n\n```python\nprint(a)\n```\n\n```python\nprint(b)\n```\n"
    document, (first, second, third) = proved(text, tmp_path)
    assert document.position(first.findings[0].span.start).line == 3
    assert (first.cause, second.state, third.cause) == ("undefined name", "verified", "an earlier snippet failed")
    assert "NameError" in first.reason


def test_a_missing_import_is_named_with_its_line_and_what_to_do(tmp_path: Path) -> None:
    document, (result,) = proved("```python\nx = 1\nimport no_such_thing.inner\n```\n", tmp_path)
    assert document.position(result.findings[0].span.start).line == 3
    assert result.cause == "missing package"
    assert "requires: [no_such_thing]" in result.reason


def test_an_expected_exception_is_output(tmp_path: Path) -> None:
    text = "```python raises=ZeroDivisionError\n1 / 0\n```\n\n```output\nZeroDivisionError: division by zero\n```\n"
    assert proved(text, tmp_path)[1][0].state == "verified"
    assert proved("```python raises=ValueError\n1\n```\n", tmp_path)[1][0].state == "failed"


def test_a_reason_not_to_run_is_kept(tmp_path: Path) -> None:
    _, (first, second) = proved('```python norun="needs a GPU"\nboom\n```\n\n```rust\nfn\n```\n', tmp_path)
    assert (first.state, first.reason) == ("skipped", "needs a GPU")
    assert second.state == "unsupported"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("```python\nprint(1)\n```\n\n```output\n0\n```\ntail", "```python\nprint(1)\n```\n\n```output\n1\n```\ntail"),
        ("```python\nprint()\n```\n\n```output\n0\n```\n", "```python\nprint()\n```\n\n```output\n```\n"),
        ("```python\nprint(1)\n```\n\n```output\n```\n", "```python\nprint(1)\n```\n\n```output\n1\n```\n"),
        (
            "> ```python\n> print(1)\n> ```\n>\n> ```output\n> 0\n> ```\n",
            "> ```python\n> print(1)\n> ```\n>\n> ```output\n> 1\n> ```\n",
        ),
        (
            "1. x\n\n   ```python\n   print('a\\nb')\n   ```\n\n   ~~~output\n   0\n   ~~~\n",
            "1. x\n\n   ```python\n   print('a\\nb')\n   ```\n\n   ~~~output\n   a\n   b\n   ~~~\n",
        ),
        (
            "```python\r\nprint(1)\r\n```\r\n\r\n```output\r\n0\r\n```\r\n",
            "```python\r\nprint(1)\r\n```\r\n\r\n```output\r\n1\r\n```\r\n",
        ),
        (
            "```python\nprint('```')\n```\n\n```output\n0\n```\n",
            "```python\nprint('```')\n```\n\n````output\n```\n````\n",
        ),
    ],
)
def test_update_rewrites_the_output_and_nothing_else(text: str, after: str, tmp_path: Path) -> None:
    assert updated(text, tmp_path) == after
    assert updated(after, tmp_path) == after


class Printing:
    """A runner that prints what it is told to, whatever it is asked to run."""

    languages = frozenset({"python", "bash"})

    def __init__(self, output: str) -> None:
        self.output = output

    def run(self, cells: Sequence[Cell]) -> list[CellResult]:
        return [CellResult("ok", self.output) for _ in cells]

    def beside(self, name: str) -> bytes | None:
        return None


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\x00"), max_size=80)
)
def test_any_output_can_be_written_and_then_agrees(output: str) -> None:
    text = "before\n\n```python\nx\n```\n\n```output\nold\n```\n\nafter\n"
    document = parse_text(text)
    mended = apply(text, output_edits(document, prove(document, snippets(document), Printing(output))))
    again = parse_text(mended)
    assert [result.state for result in prove(again, snippets(again), Printing(output))] == ["verified"]
    assert mended.startswith("before\n\n```python\nx\n```\n\n")
    assert mended.endswith("\n\nafter\n")


PIECES = st.lists(
    st.sampled_from(
        [
            "Some *prose* with `code`.\n",
            "- a list\n\n  ```python\n  x\n  ```\n\n  ```output\n  old\n  ```\n",
            "```python\nprint(1)\n```\n\n```text output\nold\nolder\n```\n",
            "```json\n{}\n```\n",
            "# Heading\n",
            "> ```pycon\n> >>> x\n> old\n> >>> y\n> ```\n",
            "```python\n>>> f(1)\n>>> f(2)\n2\n\n>>> f(3)\n```\n",
            "```console\n$ ls\nold\n$ cat \\\n> x\n```\n",
            "````python\n```x```\n````\n\n~~~output\n~~~\n",
            "```output\nbelongs to nothing\n```\n",
            "```python\nx\n```\n\n```output regex\n.*\n```\n",
            "```ipython\nIn [1]: x\nOut[1]: 5\n\nIn [2]: y\n```\n",
        ]
    ),
    max_size=6,
)


def masked(text: str) -> str:
    """A post without its outputs: what no update may change."""
    document = parse_text(text)
    lines: list[str | None] = list(text.split("\n"))
    for snippet in snippets(document):
        if snippet.output and not snippet.output.regex:
            span = snippet.output.block.span
            first, last = document.position(span.start).line, document.position(span.end).line
            lines[first - 1 : last] = [None] * (last - first + 1)
        top = document.position(snippet.block.span.start).line
        for exchange in snippet.exchanges:
            at = top + exchange.first - 1
            lines[at : at + exchange.count] = [None] * exchange.count
    return "\n".join(line for line in lines if line is not None)


@settings(max_examples=150, deadline=None)
@given(PIECES, st.text("ab 1`~>$.\n", max_size=12))
def test_an_update_changes_outputs_and_nothing_else(pieces: list[str], output: str) -> None:
    text = "\n".join(pieces)
    document = parse_text(text)
    mended = apply(text, output_edits(document, prove(document, snippets(document), Printing(output))))
    assert masked(mended) == masked(text)
    again = parse_text(mended)
    before = [snippet.code for snippet in snippets(document) if not snippet.prompt]
    assert [snippet.code for snippet in snippets(again) if not snippet.prompt] == before
    assert apply(mended, output_edits(again, prove(again, snippets(again), Printing(output)))) == mended
