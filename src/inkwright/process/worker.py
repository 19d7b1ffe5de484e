"""Runs the snippets of one post in a fresh interpreter. Started as a script by `runner`, never imported.

Called with two paths. Reads {"cells": [{"name", "code", "raises"}], "memory_mb", "file_mb"} from the first, appends one
JSON line a cell to the second: {"end": offset of the cell's output in the file that stdout is, "error": null |
{"name", "message", "line"}, "seconds"}.
Standard library only; knows nothing of the rest of the product.
"""

import ast
import builtins
import json
import linecache
import os
import sys
import time
import traceback
from pathlib import Path


def limit(memory_mb: int, file_mb: int) -> None:
    """Lower what this process may take, where the system has such limits."""
    try:
        import resource
    except ImportError:
        return
    for what, amount in ((resource.RLIMIT_AS, memory_mb << 20), (resource.RLIMIT_FSIZE, file_mb << 20)):
        if amount:
            resource.setrlimit(what, (amount, amount))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run_cell(name: str, code: str, namespace: dict) -> dict | None:
    """Run one cell; its last bare expression is shown as a notebook would. Returns the error, None when it is fine."""
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    try:
        tree = ast.parse(code, name)
        last = tree.body[-1] if tree.body else None
        shown = ast.Expression(last.value) if isinstance(last, ast.Expr) else None
        if shown:
            tree.body.pop()
        exec(compile(tree, name, "exec"), namespace)
        value = eval(compile(shown, name, "eval"), namespace) if shown else None
        if value is not None:
            print(repr(value))
    except SystemExit as error:
        if error.code not in (None, 0):
            return {"name": "SystemExit", "message": str(error.code), "line": line_in(error, name)}
    except BaseException as error:
        return {"name": type(error).__name__, "message": str(error), "line": line_in(error, name)}
    return None


def line_in(error: BaseException, name: str) -> int:
    """The last line of the cell that the error passed through, 0 when none."""
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno or 0
    lines = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == name]
    return lines[-1] if lines else 0


def main() -> None:
    """Run all cells in one namespace until one fails unexpectedly."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    results = Path(sys.argv[2]).open("a", encoding="utf-8", buffering=1)
    limit(job["memory_mb"], job["file_mb"])
    sys.argv = [""]
    sys.path[0] = ""
    module = type(sys)("__main__")
    module.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = module
    for cell in job["cells"]:
        began = time.perf_counter()
        error = run_cell(cell["name"], cell["code"], module.__dict__)
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError as full:
            error = error or {"name": "OutputLimit", "message": str(full), "line": 0}
        seconds = time.perf_counter() - began
        results.write(json.dumps({"end": os.lseek(1, 0, os.SEEK_END), "error": error, "seconds": seconds}) + "\n")
        if error and error["name"] != cell["raises"]:
            break
    results.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
