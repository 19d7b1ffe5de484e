"""Behind an error stands what helps."""

import pytest

from inkwright.evidence.hints import hint
from inkwright.model.snippet import CellResult
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets


def hinted(name: str, message: str, declared: tuple[str, ...] | None = None, info: str = "python") -> str:
    (snippet,) = snippets(parse_text(f"```{info}\nx\n```\n"))
    return hint(snippet, CellResult("error", error_name=name, error_message=message), declared)


def test_a_package_is_named_as_it_is_installed() -> None:
    missing = "No module named 'sklearn.svm'"
    assert hinted("ModuleNotFoundError", missing).startswith("; install scikit-learn, or declare it with")
    assert hinted("ModuleNotFoundError", missing, ("Scikit_Learn>=1",)).startswith("; the post declares scikit-learn:")
    assert "declare it" in hinted("ModuleNotFoundError", missing, ("scikit",))
    assert hinted("ModuleNotFoundError", "No module named 'curses.nope'") == ""


@pytest.mark.parametrize(
    ("name", "end"),
    [("math", "; `import math` is missing"), ("np", "; `import numpy as np` is missing"), ("total", "")],
)
def test_a_missing_import_is_named(name: str, end: str) -> None:
    assert hinted("NameError", f"name '{name}' is not defined") == end
    assert hinted("NameError", f"name '{name}' is not defined", info="javascript") == ""


def test_an_import_that_an_earlier_snippet_could_not_make_is_not_asked_for() -> None:
    (snippet,) = snippets(parse_text("```python\nnp.e\n```\n"))
    cell = CellResult("error", error_name="NameError", error_message="name 'np' is not defined")
    assert hint(snippet, cell, None, frozenset({"np"})) == ""


def test_what_was_to_be_raised_is_said() -> None:
    assert hinted("KeyError", "'x'", info="python raises=ValueError") == " where the fence says raises=ValueError"
    assert hinted("exit 3", "", info="bash raises=2") == " where the fence says raises=2"


def test_a_module_of_javascript_is_only_to_be_saved() -> None:
    assert "norun=" in hinted("SyntaxError", "Unexpected token 'export'", info="js file=lib.mjs")
    assert hinted("SyntaxError", "Unexpected token 'export'", info="js") == ""
