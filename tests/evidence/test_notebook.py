"""Notebooks that other programs accept, and whose cells run."""

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.notebook import notebook
from inkwright.model.post import Metadata
from inkwright.model.snippet import Cell
from inkwright.process.runner import Runner
from inkwright.text.markdown import parse_text

SAVED = (
    '```python norun="a server" file=serve.py\nraise SystemExit(3)\n```\n\n'
    '```python\nprint(open("serve.py").read())\n```\n'
)
DEMO = Path(__file__).parents[2] / "src/inkwright/demo/workspace/posts"
META = Metadata(title="A title", subtitle="and more")


def made(text: str, *languages: str, packages: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    whole = json.loads(notebook(parse_text(text), META, packages, languages))
    nbformat.validate(whole)
    for cell in whole["cells"]:
        cell["source"] = "".join(cell["source"])
    return whole["cells"]


def kinds(cells: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(cell["cell_type"], cell["source"]) for cell in cells]


def test_prose_code_and_output() -> None:
    cells = made("Hello.\n\n```python\nprint(4)\n```\n\n```output\n4\n```\n\nBye.\n", packages=("numpy",))
    assert kinds(cells) == [
        ("markdown", "# A title\n\n*and more*\n\nNeeds: `numpy`.\n\nHello."), ("code", "print(4)"),
        ("markdown", "Bye."),
    ]  # fmt: skip
    assert cells[1]["outputs"] == [{"name": "stdout", "output_type": "stream", "text": ["4\n"]}]
    assert [cell["id"] for cell in cells] == ["cell-1", "cell-2", "cell-3"]


def test_a_pattern_is_no_output() -> None:
    assert made("```python\nx\n```\n\n```output regex\n\\d+\n```\n")[1]["outputs"] == []


def test_code_that_is_not_to_be_run_is_shown_with_its_reason() -> None:
    (cell,) = made('```python norun="needs a GPU"\nx = 1\n```\n')
    assert cell["source"].endswith("*Not run: needs a GPU.*\n\n```python\nx = 1\n```")


def test_code_that_must_fail_does_not_stop_the_notebook() -> None:
    assert made("```python raises=KeyError\n{}[1]\n```\n")[1]["metadata"] == {"tags": ["raises-exception"]}


def test_a_transcript_is_one_cell_a_statement() -> None:
    cells = made("```pycon\n>>> 1 + 1\n2\n>>> {}[1]\nTraceback (most recent call last):\nKeyError: 1\n```\n")[1:]
    assert [cell["source"] for cell in cells] == ["1 + 1", "{}[1]"]
    assert cells[0]["outputs"][0]["text"] == ["2\n"]
    assert cells[1]["metadata"] == {"tags": ["raises-exception"]}


def test_shells_are_cells_only_where_they_run_here() -> None:
    text = "```bash\nls\n```\n\n```rust\nx\n```\n"
    assert [cell["cell_type"] for cell in made(text)] == ["markdown"]
    assert kinds(made(text, "bash"))[1] == ("code", "%%bash\nls")


def test_what_is_only_saved_is_written_and_not_run(tmp_path: Path) -> None:
    cells = made(SAVED)
    assert cells[0]["source"].endswith("*Saved as serve.py, not run: a server.*")
    assert run(cells, tmp_path)[-1] == "raise SystemExit(3)\n\n"


def run(cells: list[dict[str, Any]], folder: Path) -> list[str]:
    """The cells one after the other in one interpreter, each with what it printed or raised."""
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    results = Runner(folder).run([Cell(at, "python", cell["source"]) for at, cell in enumerate(code, 1)])
    for cell, result in zip(code, results, strict=True):
        fails = "raises-exception" in cell["metadata"].get("tags", ())
        assert result.state == ("error" if fails else "ok"), (cell["source"], result)
    return [result.output for result in results]


def test_files_are_written_before_they_are_read(tmp_path: Path) -> None:
    text = (
        '```json file=data/a.json\n{"a": "\\\\ \'\'\' \\"\\"\\""}\n```\n\n'
        "```python file=tool.py\nvalue = 7\n```\n\n```python\nimport json, tool\n"
        "print(json.load(open('data/a.json'))['a'], tool.value)\n```\n"
    )
    assert run(made(text), tmp_path)[-1] == "\\ ''' \"\"\" 7\n"


@pytest.mark.parametrize("name", ["dynamic-batching", "kv-cache", "nan-is-not-json", "sqlite-or-jsonl"])
def test_the_demo_runs_and_prints_what_it_shows(name: str) -> None:
    cells = made((DEMO / name / "index.md").read_text(encoding="utf-8"))
    printed = run(cells, DEMO / name)
    shown = [
        "".join(out["text"])
        for cell in cells
        if cell["cell_type"] == "code"
        for out in cell["outputs"] or [{"text": ""}]
    ]
    assert len(printed) == len(shown) > 0
    for cell, expected, got in zip([c for c in cells if c["cell_type"] == "code"], shown, printed, strict=True):
        if expected and "raises-exception" not in cell["metadata"].get("tags", ()):
            assert got.strip() == expected.strip()


def test_an_event_loop_is_no_hindrance(tmp_path: Path) -> None:
    text = "```python\nimport asyncio\n\nasync def f():\n    return 3\n\nprint(asyncio.run(f()))\n```\n"
    cells = made(text)
    loop, code = (cell["source"] for cell in cells if cell["cell_type"] == "code")
    inside = f"import asyncio\nasync def main():\n    exec({(loop + chr(10) + code)!r}, {{}})\nasyncio.run(main())\n"
    (result,) = Runner(tmp_path).run([Cell(1, "python", inside)])
    assert (result.state, result.output) == ("ok", "3\n")


@given(
    st.lists(
        st.one_of(st.text(max_size=30), st.sampled_from(["\n```python\n", "\n```\n", "\n```output\n", "\r\n", ">>> "]))
    )
)
def test_any_text_gives_a_valid_notebook(parts: list[str]) -> None:
    made("".join(parts), "bash")
