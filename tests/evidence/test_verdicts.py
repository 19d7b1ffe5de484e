"""What is wrong with a snippet is said once, at its line."""

from collections.abc import Sequence

import pytest

from inkwright.evidence.snippets import made_files, prove
from inkwright.model.snippet import Cell, CellResult, SnippetResult
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets


class Answers:
    """A runner that gives prepared results; `files` stand beside the post."""

    languages = frozenset({"python", "bash"})

    def __init__(self, results: Sequence[CellResult], files: dict[str, bytes]) -> None:
        self.results = list(results)
        self.files = files

    def run(self, cells: Sequence[Cell]) -> list[CellResult]:
        return self.results[: len(cells)]

    def beside(self, name: str) -> bytes | None:
        return self.files.get(name)


def proved(text: str, *results: CellResult, **files: bytes) -> SnippetResult:
    document = parse_text(text)
    return prove(document, snippets(document), Answers(results, {k.replace("_", "."): v for k, v in files.items()}))[0]


@pytest.mark.parametrize(
    ("state", "message"),
    [("timeout", "took longer"), ("output", "printed more"), ("channel", "closed"), ("killed", "was killed")],
)
def test_limits_are_said_with_what_was_lost(state: str, message: str) -> None:
    cell = CellResult(state, error_message=message, said="last words", lost=True)  # type: ignore[arg-type]
    result = proved("```python\nx\n```\n", cell)
    assert result.state == "failed"
    assert message in result.reason
    assert "last words" in result.reason
    assert "was lost" in result.reason


def test_an_exit_status_can_be_expected() -> None:
    cell = CellResult("error", "no\n", "exit 2", "no", 1)
    assert proved("```bash raises=2\nfalse\n```\n\n```output\nno\n```\n", cell).state == "verified"
    assert proved("```bash raises=3\nfalse\n```\n", cell).cause == "exit status"
    assert proved("```python raises=KeyError\nx\n```\n", CellResult("ok")).cause == "no error"


def test_figures_are_compared_and_need_alt_text() -> None:
    text = "```python figure=p.svg\nx\n```\n\n![A line](./p.svg)\n"
    made = CellResult("ok", drawn=1, made={"p.svg": b"<svg/>"})
    assert proved(text, made, p_svg=b"<svg/>").state == "verified"
    assert proved(text, made).cause == "figure not saved"
    assert proved(text, made, p_svg=b"other").cause == "figure differs"
    assert proved(text, CellResult("ok")).cause == "figure missing"
    assert "2 figures are open" in proved(text, CellResult("ok", drawn=2)).reason
    assert proved(text.replace("A line", ""), made, p_svg=b"<svg/>").cause == "no alt text"
    assert proved("```python figure=p.svg\nx\n```\n\n![](q.svg)\n", made, p_svg=b"<svg/>").state == "verified"


def test_only_what_differs_is_to_be_written() -> None:
    text = "```python writes=a.txt,b.txt\nx\n```\n"
    document = parse_text(text)
    runner = Answers([CellResult("ok", made={"a.txt": b"1", "b.txt": b"2"})], {"a.txt": b"1"})
    assert made_files(prove(document, snippets(document), runner), runner) == {"b.txt": b"2"}


def test_files_that_changed_meanwhile_are_named() -> None:
    result = proved("```python\nx\n```\n", CellResult("ok", outside=("a", "b", "c", "d")))
    assert (result.cause, "a, b, c and others" in result.reason) == ("writes outside", True)


def test_names_that_lead_out_are_refused_and_nothing_runs() -> None:
    result = proved("```python file=../x.py\nx\n```\n")
    assert (result.cause, result.cells) == ("file name", ())


def test_a_data_file_that_cannot_be_saved_is_a_finding() -> None:
    cell = CellResult("error", error_name="OSError", error_message="a.json: Is a directory")
    result = proved("```json file=a.json\n{}\n```\n", cell)
    assert (result.state, "Is a directory" in result.reason) == ("failed", True)


def test_a_misspelt_option_fails_although_the_output_agrees() -> None:
    result = proved("```python\nx\n```\n\n```output tolerence=1\n1\n```\n", CellResult("ok", "1\n"))
    assert (result.state, result.cause) == ("failed", "fence option")
    assert "did you mean `tolerance=`?" in result.reason
    assert result.findings[0].span.start == 17


def test_options_of_code_that_is_not_run_are_nobodys_business() -> None:
    assert proved("```ruby rases=X\nx\n```\n").state == "unsupported"


def test_a_declared_package_is_not_asked_to_be_declared() -> None:
    cell = CellResult("error", error_name="ModuleNotFoundError", error_message="No module named 'six'", error_line=1)
    assert "the post declares six" in proved("---\nrequires: [six]\n---\n\n```python\nimport six\n```\n", cell).reason
    assert "declare it" in proved("```python\nimport six\n```\n", cell).reason


def test_what_went_to_standard_error_is_told_where_nothing_else_came() -> None:
    text = "```python\nx\n```\n\n```output\nerr\n```\n"
    assert "standard error" in proved(text, CellResult("ok", "", said="err")).reason
    assert "standard error" not in proved(text, CellResult("ok", "out\n", said="err")).reason
    assert "standard error" not in proved(text, CellResult("ok", "")).reason
