"""How each language is started and spoken to: Python and JavaScript by a worker, shells by their own input, any other
language by one process for each snippet."""

import json
import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from inkwright.model.regex import regex
from inkwright.model.snippet import Cell

Way = Literal["python", "node", "shell", "file"]

_SHELLS = frozenset({"sh", "bash", "dash", "zsh", "ksh"})
_NODES = frozenset({"node", "nodejs"})
_EXTENSIONS = {
    "javascript": "js", "typescript": "ts", "ruby": "rb", "rust": "rs", "perl": "pl", "julia": "jl", "haskell": "hs",
    "kotlin": "kts", "csharp": "csx", "elixir": "exs", "bash": "sh", "shell": "sh", "python": "py", "ocaml": "ml",
}  # fmt: skip
_HERE = Path(__file__).parent
_LINE = regex(r"(?:line |:)(\d+)")


class Language(Struct, frozen=True):
    """One language of a run: the command as words, and how it is spoken to."""

    name: str
    command: tuple[str, ...]
    way: Way

    def starting(self, output: Path, writable: Sequence[Path]) -> list[str]:
        """The command that starts a process for all snippets of this language; not for way "file"."""
        if self.way == "python":
            folders = os.pathsep.join(map(str, writable))
            return [*self.command, "-u", str(_HERE / "worker.py"), str(output), folders]
        if self.way == "node":
            return [*self.command, str(_HERE / "worker.js"), str(output)]
        return list(self.command)

    def running(self, script: Path) -> list[str]:
        """The command that runs one snippet saved as a file; `{file}` in it is the file's place, else it comes last."""
        words = [word.replace("{file}", str(script)) for word in self.command]
        return words if words != list(self.command) else [*words, str(script)]

    def job(self, cell: Cell, sign: int, script: Path, output: Path) -> str:
        """What to write to the process so that it runs a cell and answers with one JSON line that bears the sign."""
        if self.way == "shell":
            return _shell_job(self.command, cell, sign, script, output)
        job = {
            "n": sign,
            "code": str(script),
            "name": f"<snippet {cell.snippet}>",
            "mode": cell.mode,
            "figures": cell.figures,
        }
        return json.dumps(job) + "\n"

    def script(self, number: int) -> str:
        """The file name under which cell `number` of the run is kept."""
        return f"snippet{number}.{_EXTENSIONS.get(self.name, self.name)}"


def known_languages(commands: Mapping[str, str], python: str) -> dict[str, Language]:
    """The languages that run, by name: Python with the interpreter `python` unless a command is listed for it, and
    what the settings list."""
    found = {"python": Language("python", (python,), "python")}
    for name, command in commands.items():
        words = tuple(shlex.split(command))
        found[name] = Language(name, words, _way(name, words))
    return found


def line_of(said: str, script: Path) -> int:
    """The line that a program's complaint about its script names, 0 when it names none."""
    for line in said.splitlines():
        if script.name in line and (found := _LINE.search(line.split(script.name, 1)[1])):
            return int(found[1])
    return 0


def _way(name: str, words: Sequence[str]) -> Way:
    program = Path(words[0]).stem if words else ""
    if name == "python":
        return "python"
    if program in _NODES and len(words) == 1:
        return "node"
    return "shell" if program in _SHELLS and not any("{file}" in word for word in words) else "file"


def _shell_job(command: Sequence[str], cell: Cell, sign: int, script: Path, output: Path) -> str:
    """A shell reads its script from a file, so that its own input stays out of the snippet's reach. A statement of a
    transcript may fail without ending the shell, and shows its errors as a terminal would."""
    file, out = shlex.quote(str(script)), shlex.quote(str(output))
    answer = f'printf \'{{"n": %d, "status": %d, "line": %d}}\\n\' {sign}'
    if cell.mode == "exchange":
        ran = f"if . {file} </dev/null >>{out} 2>&1; then {answer} 0 0; else {answer} $? 0; fi"
        return f"{ran}\n"
    errors = shlex.quote(f"{output}.err")
    trap = ""
    if Path(command[0]).stem == "bash":
        trap = f"set -E; trap 'echo \"$LINENO\" >{shlex.quote(f'{output}.line')}' ERR\n"
    return f"{trap}. {file} </dev/null >>{out} 2>>{errors}\n{answer} $? 0\n"
