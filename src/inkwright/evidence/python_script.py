"""A post's Python as one script in the percent format: cells after `# %%`, prose as comments."""

import io
import re
import tokenize
import warnings
from collections.abc import Iterator, Sequence
from posixpath import dirname

from inkwright.evidence.export import Prose, held_back, only_saved, pieces, statements, title_lines
from inkwright.model.document import Document
from inkwright.model.post import Metadata
from inkwright.model.regex import regex
from inkwright.model.snippet import Snippet

_FUTURE = regex(r"^from __future__ import [^\n(]+\n", re.M)
_SCRIPT_BLOCK = regex(r"^# /// script$", re.M)
_STRINGS = (getattr(tokenize, "FSTRING_START", -1), getattr(tokenize, "FSTRING_END", -1))
_ERROR = regex(r"(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)(?::|\Z)")


def python_script(document: Document, metadata: Metadata, packages: Sequence[str], prose: bool = True) -> str:
    """The script. Code that is not to be run, or that is no Python by itself, is commented out with the reason; code
    that must raise an error is wrapped so that the script goes on and stops when nothing is raised."""
    found = list(pieces(document, ("python",)))
    head = _head(document, metadata, packages, found, prose)
    parts = [part for piece in found for part in _parts(piece, prose)]
    body = "\n\n".join(part.rstrip("\n") for part in parts)
    future = "".join(dict.fromkeys(_FUTURE.findall(body)))
    return "\n\n".join(part.strip("\n") for part in (head, future, _FUTURE.sub("", body)) if part.strip()) + "\n"


def writing(name: str, content: str) -> str:
    """Python that saves a text under a name, its folder made when missing."""
    folder = dirname(name)
    made = f"Path({folder!r}).mkdir(parents=True, exist_ok=True)\n" if folder else ""
    call = f'_ = Path({name!r}).write_text(\n    {_literal(content)},\n    encoding="utf-8",\n)\n'
    return f"from pathlib import Path\n\n{made}{call}"


def commented(text: str, mark: str = "#") -> str:
    """Every line of a text as a comment. JavaScript ends lines at U+2028 and U+2029 too. **Source:** ECMA-262, 12.3."""
    lines = re.split("\r\n?|[\n\u2028\u2029]", text.rstrip("\r\n").replace("\0", ""))
    return "\n".join(f"{mark} {line}".rstrip() for line in lines)


def _head(
    document: Document, metadata: Metadata, packages: Sequence[str], found: Sequence[Prose | Snippet], prose: bool
) -> str:
    declared = any(_SCRIPT_BLOCK.search(piece.code) for piece in found if isinstance(piece, Snippet))
    lines = [] if declared or not packages else ["# /// script", f"# dependencies = {_listed(packages)}", "# ///"]
    title = title_lines(document, metadata.title, metadata.subtitle)
    return "\n".join((*lines, *([""] if lines and title else []), *([_markdown("\n\n".join(title))] if title else [])))


def _listed(packages: Sequence[str]) -> str:
    return "[" + ", ".join('"' + package.replace('"', "'") + '"' for package in packages) + "]"


def _markdown(text: str) -> str:
    return "# %% [markdown]\n" + commented(text)


def _parts(piece: Prose | Snippet, prose: bool) -> Iterator[str]:
    if isinstance(piece, Prose):
        if prose:
            yield _markdown(piece.text)
        return
    why, code, saved = held_back(piece), statements(piece), only_saved(piece)
    if saved:
        yield f"# %%\n{commented(saved)}\n{writing(piece.file, piece.code)}"
        return
    if not why and piece.file and not piece.prompt:
        yield "# %%\n" + writing(piece.file, piece.code)
    if piece.language != "python" or not code:
        return
    why = why or _not_python(code)
    if why:
        yield "# %%\n" + commented(f"Not run: {why}\n{code}")
    elif piece.prompt:
        yield "# %%\n" + "".join(_exchanges(piece))
    else:
        yield "# %%\n" + (wrapped(code, piece.raises) if piece.raises else code)


def _exchanges(snippet: Snippet) -> Iterator[str]:
    """The statements of a transcript, each with what it shows as a comment."""
    for exchange in snippet.exchanges:
        last = exchange.shown.rsplit("\n", 1)[-1]
        error = _ERROR.match(last) if exchange.shown.startswith("Traceback") else None
        code = exchange.code.rstrip("\n") + "\n"
        yield wrapped(code, error[1]) if error else code
        yield commented(exchange.shown, "# =>") + "\n" if exchange.shown and not error else ""


def wrapped(code: str, error: str) -> str:
    """Code that must raise an error of that name: the error is printed, another one or none ends the script."""
    return (
        f"try:\n{_indented(code)}"
        f"except BaseException as error:\n    if type(error).__name__ != {error!r}:\n        raise\n"
        f'    print(f"{{type(error).__name__}}: {{error}}")\n'
        f"else:\n    raise AssertionError({f'the code above should raise {error}'!r})\n"
    )


def _indented(code: str) -> str:
    """Code one level in; lines inside a string stay where they are, since white space counts there."""
    inside: set[int] = set()
    opened: list[int] = []
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == _STRINGS[0]:
            opened.append(token.start[0])
        elif token.type == _STRINGS[1]:
            inside.update(range(opened.pop() + 1, token.end[0] + 1))
        elif token.type == tokenize.STRING:
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
    lines = code.rstrip("\n").split("\n")
    return "".join(
        f"{line}\n" if number in inside or not line.strip() else f"    {line}\n" for number, line in enumerate(lines, 1)
    )


def _not_python(code: str) -> str:
    """Why a plain interpreter would not take the code (a magic of a notebook, `await` outside), "" when it would."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(code, "snippet", "exec")
    except SyntaxError as error:
        return f"a plain interpreter does not take it ({error.msg}, line {error.lineno})"
    except ValueError as error:
        return f"a plain interpreter does not take it ({error})"
    return ""


def _literal(content: str) -> str:
    """A text as Python writes it: as it stands between triple quotes where that says the same, else line by line."""
    plain = content.isprintable() or all(char.isprintable() or char == "\n" for char in content)
    if plain and '"""' not in content and "\\" not in content and not content.endswith('"'):
        return f'"""\\\n{content}"""'
    lines = content.splitlines(keepends=True) or [""]
    return "\n    ".join(map(repr, lines)) if len(lines) > 1 else repr(lines[0])
