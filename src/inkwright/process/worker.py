"""Runs the Python cells of one post in one namespace. Started as a script by `runner`, never imported.

Called with the path of the file that standard output and error go to and, separated by the system's path separator,
the folders that may be written to ("" for anywhere). Reads one JSON line a cell from its standard input: {"n", "code":
path, "name", "mode", "figures"}; answers each with one on its standard output: {"n", "error": null | {"name",
"full", "message", "line"}, "drawn": open figures}. The cells see neither: their input is empty, their output goes to
the file.
Standard library only; knows nothing of the rest of the product.
"""

from __future__ import annotations

import ast
import builtins
import json
import linecache
import os
import sys
import traceback

CLOSED = 97
"""The exit code that says: a cell closed the channel to the runner."""
_MARKS = ("w", "a", "x", "+")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.remove": 1, "os.rename": 2, "os.mkdir": 1, "os.rmdir": 1, "os.link": 2, "os.symlink": 2, "os.truncate": 1,
    "os.chmod": 1, "os.chown": 1, "os.utime": 1, "shutil.rmtree": 1,
}  # fmt: skip
_THROUGH = frozenset({"open", "os.truncate", "os.chmod", "os.chown", "os.utime"})
"""Changes that are made to what a link leads to; any other is made to the link itself."""


def guard(folders: list[str]) -> None:
    """Refuse, at the line that tries, to change a file outside the given folders: against accidents, not malice."""
    below = tuple(os.path.realpath(folder).rstrip(os.sep) + os.sep for folder in folders)

    def audit(event: str, args: tuple) -> None:
        if event == "open":
            path, mode, flags = args
            writes = any(mark in mode for mark in _MARKS) if mode else (flags or 0) & _WRITING
            changed = (path,) if writes else ()
        elif event in _CHANGES:
            changed = args[: _CHANGES[event]]
            if event == "os.symlink":
                changed = changed[1:]
        else:
            return
        for path in changed:
            if not isinstance(path, int) and not allowed(path, event, below):
                raise PermissionError(f"writing outside the run's folder: {os.fsdecode(path)}")

    sys.addaudithook(audit)


def allowed(path: str | bytes, event: str, below: tuple[str, ...]) -> bool:
    """Whether a path that is to be changed lies in one of the folders."""
    path = os.path.abspath(os.fsdecode(path))
    head, tail = os.path.split(path)
    real = os.path.realpath(path) if event in _THROUGH else os.path.join(os.path.realpath(head), tail)
    return (real + os.sep).startswith(below) or real.startswith((os.sep + "dev" + os.sep, os.sep + "proc" + os.sep))


def run_cell(name: str, code: str, mode: str, namespace: dict) -> dict | None:
    """Run one cell; its last bare expression is shown as a notebook would. Returns the error, None when it is fine."""
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    try:
        if mode == "exchange":
            exec(compile(code, name, "single"), namespace)
            return None
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
        return told(error, name)
    return None


def told(error: BaseException, name: str) -> dict:
    """An error as it is answered; `full` is its name as a traceback writes it."""
    kind = type(error)
    full = (
        kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    )
    return {"name": kind.__name__, "full": full, "message": message_of(error), "line": line_in(error, name)}


def message_of(error: BaseException) -> str:
    """What an error says; a snippet may have broken even that."""
    try:
        return error.msg if isinstance(error, SyntaxError) else str(error)
    except BaseException:
        return ""


def line_in(error: BaseException, name: str) -> int:
    """The last line of the cell that the error passed through, 0 when none."""
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno or 0
    lines = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == name]
    return lines[-1] if lines else 0


def draw(names: list[str], before: dict) -> int:
    """Save the figures that matplotlib has open under the given names and close them; how many were open.

    matplotlib is never imported here. What the cell wrote itself stays as it is: `before` is how the names stood
    when it began.
    """
    pyplot = sys.modules.get("matplotlib.pyplot")
    numbers = list(pyplot.get_fignums()) if pyplot else []
    if not pyplot or not names or not numbers:
        return len(numbers)
    wanted = [name for name, stamp in stamps(names).items() if stamp == before[name]]
    if wanted and len(numbers) == len(names):
        sys.modules["matplotlib"].rcParams["svg.hashsalt"] = "inkwright"
        for name, number in zip(names, numbers):  # noqa: B905 - the interpreter may be older than 3.10
            if name in wanted:
                dated = {"Date": None} if name.endswith(".svg") else None
                os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
                pyplot.figure(number).savefig(name, metadata=dated)
        pyplot.close("all")
    return len(numbers)


def stamps(names: list[str]) -> dict:
    """How files stand: time, size and number of each, None for one that is not there."""
    found: dict = {}
    for name in names:
        try:
            status = os.stat(name)
            found[name] = (status.st_mtime_ns, status.st_size, status.st_ino)
        except OSError:
            found[name] = None
    return found


def attach(path: str) -> None:
    """Let standard output and error lead to the end of a file, whatever a cell has done to them."""
    there = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for number in (1, 2):
        os.dup2(there if number == 1 else os.open(path + ".err", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), number)


def identity(number: int) -> tuple[int, int] | None:
    """What a file descriptor leads to, None when it is closed."""
    try:
        found = os.fstat(number)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def settle(path: str) -> None:
    """Bring all output of a cell to the file; mend the streams that it closed."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except (ValueError, OSError, AttributeError):
            attach(path)
            opened = open(1 if name == "stdout" else 2, "w", encoding="utf-8", buffering=1, closefd=False)
            setattr(sys, name, opened)
    try:
        os.fstat(1)
    except OSError:
        attach(path)


def main() -> None:
    """Answer each cell until the input ends."""
    output, folders = sys.argv[1], sys.argv[2]
    jobs = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.dup(1)
    channel = identity(answers)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    attach(output)
    sys.argv = [""]
    sys.path[0] = ""
    module = type(sys)("__main__")
    module.__dict__["__builtins__"] = builtins
    module.__dict__["__file__"] = os.path.join(os.getcwd(), "post.py")
    sys.modules["__main__"] = module
    if folders:
        guard(folders.split(os.pathsep))
    me = os.getpid()
    while True:
        try:
            line = jobs.readline()
        except (OSError, ValueError):
            os._exit(CLOSED)
        if not line:
            os._exit(0)
        try:
            job = json.loads(line)
            with open(job["code"], encoding="utf-8", errors="surrogatepass") as file:
                code = file.read()
        except (ValueError, OSError):
            os._exit(CLOSED)
        before = stamps(job["figures"])
        error = run_cell(job["name"], code, job["mode"], module.__dict__)
        drawn = 0
        try:
            drawn = draw(job["figures"], before)
        except BaseException as failed:
            error = error or told(failed, "")
        if os.getpid() == me and identity(answers) != channel:
            os._exit(CLOSED)
        settle(output)
        if os.getpid() != me:
            os._exit(0)
        answer = json.dumps({"n": job["n"], "error": error, "drawn": drawn}) + "\n"
        try:
            os.write(answers, answer.encode("utf-8", "replace"))
        except OSError:
            os._exit(CLOSED)


if __name__ == "__main__":
    main()
