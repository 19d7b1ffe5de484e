"""A post's shell or JavaScript as one script that runs from the start, prose as comments."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from posixpath import dirname

from inkwright.evidence.export import Piece, Prose, held_back, only_saved, pieces, statements, title_lines
from inkwright.evidence.python_script import commented
from inkwright.model.document import Document
from inkwright.model.post import Metadata
from inkwright.model.regex import regex
from inkwright.model.snippet import Snippet

SHELLS = ("bash", "zsh")
_FS = "fileSystem_"
"""Our name for node's module of files, one that a post does not take."""
_MODULE = regex(r"^\s*(?:import\s+[\w{*\"']|export\s|await\s|(?:const|let|var)\s[^=\n]+=\s*await\s)", re.M)


def shell_script(document: Document, metadata: Metadata, language: str, prose: bool = True) -> str:
    """The script of one shell; it stops at the first command that fails, as the post's run does."""
    found = pieces(document, (language,))
    parts = [f"#!/usr/bin/env {language}\nset -eu", *_title(document, metadata, "#", prose)]
    parts += [part for piece in found for part in _parts(piece, language, "#", prose, _shell_file, _shell_failing)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def javascript_script(document: Document, metadata: Metadata, prose: bool = True) -> tuple[str, str]:
    """The script, and how its name ends: "mjs" for a module (it imports, or awaits at the top), else "js"."""
    found = list(pieces(document, ("javascript",)))
    parts = _title(document, metadata, "//", prose)
    for piece in found:
        parts += list(_parts(piece, "javascript", "//", prose, _node_file, _node_failing))
    code = "\n".join(piece.code for piece in found if isinstance(piece, Snippet) and not held_back(piece))
    module = bool(_MODULE.search(code))
    files = any(isinstance(piece, Snippet) and piece.file for piece in found)
    head = (f'import {_FS} from "node:fs";' if module else f'const {_FS} = require("node:fs");') if files else ""
    body = "\n\n".join(part.strip("\n") for part in ([head] if head else []) + parts)
    return body + "\n", "mjs" if module else "js"


def _title(document: Document, metadata: Metadata, mark: str, prose: bool) -> list[str]:
    lines = title_lines(document, metadata.title, metadata.subtitle) if prose else []
    return [commented("\n\n".join(lines), mark)] if lines else []


def _parts(
    piece: Piece, language: str, mark: str, prose: bool, file: Callable[[str, str], str],
    failing: Callable[[str, str], str],
) -> Iterator[str]:  # fmt: skip
    if isinstance(piece, Prose):
        if prose:
            yield commented(piece.text, mark)
        return
    why, code, saved = held_back(piece), statements(piece), only_saved(piece)
    if saved:
        yield f"{commented(saved, mark)}\n{file(piece.file, piece.code)}"
        return
    if why:
        if piece.language == language:
            yield commented(f"Not run: {why}\n{code}", mark)
        return
    if piece.file and not piece.prompt:
        yield file(piece.file, piece.code)
    if piece.language == language and code:
        yield failing(code, piece.raises) if piece.raises else code


def _shell_file(name: str, content: str) -> str:
    end = "END_OF_FILE"
    while end in content:
        end += "_"
    made = f"mkdir -p {shlex.quote(dirname(name))}\n" if dirname(name) else ""
    text = content if content.endswith("\n") or not content else f"{content}\n"
    return f"{made}cat > {shlex.quote(name)} <<'{end}'\n{text}{end}\n"


def _shell_failing(code: str, status: str) -> str:
    """Code that must end with a status, in a shell of its own so that the script goes on."""
    wanted = status.removeprefix("exit ").strip()
    right = f'"$status" -eq {wanted}' if wanted.isdecimal() else '"$status" -ne 0'
    return f"set +e\n(\nset -e\n{code})\nstatus=$?\nset -e\n[ {right} ]\n"


def _node_file(name: str, content: str) -> str:
    made = f"{_FS}.mkdirSync({json.dumps(dirname(name))}, {{ recursive: true }});\n" if dirname(name) else ""
    return f"{made}{_FS}.writeFileSync({json.dumps(name)}, {json.dumps(content)});\n"


def _node_failing(code: str, error: str) -> str:
    name = json.dumps(error)
    return (
        f"try {{\n{code}  throw new Error({json.dumps(f'the code above should raise {error}')});\n}} catch (error) {{\n"
        f"  if (error.name !== {name}) throw error;\n  console.log(`${{error.name}}: ${{error.message}}`);\n}}\n"
    )
