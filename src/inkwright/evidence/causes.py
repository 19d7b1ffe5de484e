"""Why code failed, in two or three words: what a reader of a long report wants to know first."""

import ast
import re

from inkwright.model.regex import regex
from inkwright.model.snippet import CellResult

_BY_STATE = {
    "timeout": "time limit", "output": "output limit", "processes": "process limit", "killed": "killed",
    "channel": "closed the channel", "unstarted": "not started",
}  # fmt: skip
_BY_ERROR = {
    "ModuleNotFoundError": "missing package", "ImportError": "other version of a package",
    "FileNotFoundError": "missing file", "NotADirectoryError": "missing file", "MemoryError": "memory limit",
    "RecursionError": "endless recursion", "NameError": "undefined name", "UnboundLocalError": "undefined name",
    "IndentationError": "no whole program", "SyntaxError": "syntax", "EOFError": "asks for input",
    "SystemExit": "ends the program",
}  # fmt: skip
_NETWORK = regex(
    r"gaierror|URLError|HTTPError|Connect|SSLError|MaxRetryError|RemoteDisconnected|ProxyError|ReadTimeout|Network"
)
_SAID = (
    (regex(r"Could not resolve host|name resolution|Network is unreachable|ENOTFOUND|EAI_AGAIN|ECONNREFUSED"),
     "network"),
    (regex(r"command not found|: not found$"), "missing program"),
    (regex(r"Cannot find (?:module|package)|No module named"), "missing package"),
    (regex(r"No such file or directory|ENOENT|cannot open"), "missing file"),
    (regex(r"unbound variable|is not defined"), "undefined name"),
    (regex(r"Read-only file system"), "writes outside"),
    (regex(r"[Ss]yntax ?[Ee]rror"), "syntax"),
)  # fmt: skip
_FRAGMENT = regex(r"'(?:return|await|yield|async \w+)' outside|outside (?:async )?function")
_VARIABLE = regex(r"'?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+'?\Z")


def cause_of(cell: CellResult, code: str, lost: frozenset[str]) -> str:
    """Why a cell did not end well. `lost` are the names that snippets before it should have bound and did not."""
    if cell.state != "error":
        return _BY_STATE.get(cell.state, "error")
    name, message = cell.error_name, cell.error_message
    if name.startswith("exit "):
        return next((cause for pattern, cause in _SAID if pattern.search(cell.said)), "exit status")
    if name in ("NameError", "UnboundLocalError") and missing_name(message) in lost:
        return "an earlier snippet failed"
    if name == "SyntaxError":
        return _syntax(cell, code)
    if "Read-only file system" in message or "outside the run's folder" in message:
        return "writes outside"
    if "attempted relative import" in message:
        return "no whole program"
    if name == "KeyError" and _VARIABLE.match(message):
        return "missing environment variable"
    if name in _BY_ERROR:
        return _BY_ERROR[name]
    if _NETWORK.search(name):
        return "network"
    return next((cause for pattern, cause in _SAID if pattern.search(message)), "error")


def missing_name(message: str) -> str:
    """The name that a NameError speaks of, "" when it says none."""
    found = re.search(r"'(\w+)'", message)
    return found[1] if found else ""


def missing_package(cell: CellResult) -> str:
    """The package (first part of its import name) that a cell could not import, "" when that was not the trouble."""
    if cell.error_name != "ModuleNotFoundError":
        return ""
    found = re.search(r"No module named '([^'.]+)", cell.error_message)
    return found[1] if found else ""


def bound_names(code: str) -> frozenset[str]:
    """The names that Python code binds at its top level; none when it cannot be read."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError):
        return frozenset()
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return frozenset(found)


def _syntax(cell: CellResult, code: str) -> str:
    lines = code.splitlines()
    line = lines[cell.error_line - 1].lstrip() if 0 < cell.error_line <= len(lines) else ""
    if line.startswith(("%", "!", "?")) or line.endswith("?"):
        return "notebook command"
    if line.startswith(("{{", "{%")):
        return "template in the code"
    if _FRAGMENT.search(cell.error_message) or line.startswith("...") or "…" in line:
        return "no whole program"
    return "syntax"
