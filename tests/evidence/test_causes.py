"""Failures are explained in two or three words."""

import pytest

from inkwright.evidence.causes import bound_names, cause_of, missing_package
from inkwright.model.snippet import CellResult


def failed(name: str, message: str = "", line: int = 1, said: str = "") -> CellResult:
    return CellResult("error", error_name=name, error_message=message, error_line=line, said=said)


@pytest.mark.parametrize(
    ("cell", "code", "cause"),
    [
        (CellResult("timeout"), "", "time limit"),
        (CellResult("processes"), "", "process limit"),
        (failed("ModuleNotFoundError", "No module named 'a.b'"), "", "missing package"),
        (failed("ImportError", "attempted relative import with no known parent package"), "", "no whole program"),
        (failed("ImportError", "cannot import name 'x' from 'y'"), "", "other version of a package"),
        (failed("FileNotFoundError"), "", "missing file"),
        (failed("ConnectError", "[Errno -2] Name or service not known"), "", "network"),
        (failed("gaierror"), "", "network"),
        (failed("NameError", "name 'x' is not defined"), "", "undefined name"),
        (failed("NameError", "name 'lost' is not defined"), "", "an earlier snippet failed"),
        (failed("SyntaxError", "invalid syntax", 2), "x\n%timeit x\n", "notebook command"),
        (failed("SyntaxError", "invalid syntax"), "!pip install x\n", "notebook command"),
        (failed("SyntaxError", "'return' outside function"), "return 1\n", "no whole program"),
        (failed("SyntaxError", "invalid syntax"), "{{< include x >}}\n", "template in the code"),
        (failed("SyntaxError", "invalid syntax"), "if x\n", "syntax"),
        (failed("KeyError", "'OPENAI_API_KEY'"), "", "missing environment variable"),
        (failed("KeyError", "'name'"), "", "error"),
        (failed("PermissionError", "writing outside the run's folder: /x"), "", "writes outside"),
        (failed("OSError", "[Errno 30] Read-only file system: '/x'"), "", "writes outside"),
        (failed("exit 127", said="x.sh: line 1: jq: command not found"), "", "missing program"),
        (failed("exit 6", said="curl: (6) Could not resolve host: x"), "", "network"),
        (failed("exit 1", said="nothing known"), "", "exit status"),
        (failed("ValueError", "bad"), "", "error"),
    ],
)
def test_causes(cell: CellResult, code: str, cause: str) -> None:
    assert cause_of(cell, code, frozenset({"lost"})) == cause


def test_the_missing_package_is_its_first_part() -> None:
    assert missing_package(failed("ModuleNotFoundError", "No module named 'a.b'")) == "a"
    assert missing_package(failed("NameError", "No module named 'a'")) == ""


def test_names_that_code_binds() -> None:
    code = "import a.b as c, d.e\nx, y = 1, 2\ndef f(): pass\nclass G: pass\nfor i in z: w = 1\n"
    assert bound_names(code) == {"c", "d", "x", "y", "f", "G", "i", "w"}
    assert bound_names("if x\n") == frozenset()
