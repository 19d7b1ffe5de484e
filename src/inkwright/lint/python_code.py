"""Reads Python as posts show it: transcripts, notebook magics, fragments and elisions are no errors."""

import ast
import re
import textwrap
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from inkwright.model.regex import regex

_MAGIC = regex(r"^(\s*)(?:[%!?].*|[\w.]+\?\??)$")
_ASSIGNED_MAGIC = regex(r"^(\s*[\w., ]+=\s*)[%!].*$")
_ASSIGNED_COMMENT = regex(r"^(\s*[\w., \[\]'\"]+=\s*)(?=#\s*\w)")
"""A value that the writer left to the reader: `data = # your data here`."""
_HEAD_ONLY = regex(r"^\s*(?:async\s+)?def\s+\w+\(\.\.\.\)\s*$")
_ELISION = regex(r"^(\s*)(?:\.{2,}|…|\[\.\.\.\])(?:\s.*|,)?$")
_COMMENT = regex(r"^\s*#")
_PLACEHOLDER = regex(r"<[A-Za-z_][^<>\n]*>|\.\.\.(?=[\w\s,)\]}])|…")
_TEMPLATE = regex(r"\{%|\{\{")
_CONTINUES = regex(r"^(?:elif\b|else\s*:|except\b|finally\s*:|case\b)")
_ENDS_EARLY = regex(r"(?:\.\.\.|…)\s*\Z")
_DIFF_OLD = regex(r"^\s*-(?=[\s\w])", re.M)
_DIFF_NEW = regex(r"^\s*\+(?=[\s\w])", re.M)
_OPEN_END = regex(r":\s*(?:#.*)?$|^\s*@\S.*$")


class SyntaxProblem(NamedTuple):
    """Where Python gives up in a piece of code (1-based line and column) and what it says."""

    line: int
    column: int
    message: str


@lru_cache(maxsize=256)
def first_error(code: str) -> SyntaxProblem | None:
    """The syntax error of a snippet, None when it can be read, perhaps as a part of something larger."""
    if not code.strip():
        return None
    plain = _without_transcript(code)
    error = _parse(plain)
    if error is None:
        return None
    if _is_readable(plain):
        return None
    fragments = _fragments(plain)
    if len(fragments) > 1 and all(_parse(part) is None or _is_readable(part) for part in fragments):
        return None
    return error


def first_reading(code: str) -> tuple[str, ast.Module] | None:
    """A snippet as Python can read it, its lines in their places, and its tree: as it is, moved to the margin, or with
    magics and elisions taken out. None for what is empty, a part of something larger, or no Python."""
    if not code.strip():
        return None
    plain = _without_transcript(code)
    for change in (str, textwrap.dedent, _tidy):
        plain = change(plain)
        tree = _read(plain)
        if isinstance(tree, ast.Module):
            return (plain, tree) if plain.strip() else None
    return None


def _is_readable(code: str) -> bool:
    return any(_parse(reading) is None for reading in _readings(code))


def _readings(code: str) -> Iterator[str]:
    """Ways in which a snippet may have been meant, cheapest first; each keeps the numbers of its lines."""
    bare = textwrap.dedent(code)
    yield bare
    if _DIFF_OLD.search(code) and _DIFF_NEW.search(code):
        yield ""
    tidy = _tidy(bare)
    yield tidy
    if _TEMPLATE.search(tidy):
        yield ""
    tidy = textwrap.dedent(_PLACEHOLDER.sub(_same_length, tidy))
    yield tidy
    if _ENDS_EARLY.search(code):
        yield _closed(tidy)
    lines = tidy.rstrip().split("\n")
    last = next((line for line in reversed(lines) if line.strip() and not line.lstrip().startswith("#")), "")
    if _OPEN_END.search(last):
        indent = last[: len(last) - len(last.lstrip())]
        tidy = "\n".join([*lines, f"{indent}def _(): pass" if last.lstrip().startswith("@") else f"{indent}    pass"])
        yield tidy
    if _CONTINUES.match(tidy.lstrip()):
        yield f"if _: pass\n{tidy}"
        yield f"try: pass\n{tidy}"
        yield f"match _:\n{textwrap.indent(tidy, '    ')}"
    first = next((line for line in lines if line.strip()), "")
    if first.startswith((" ", "\t")):
        yield f"if _:\n{tidy}"
        yield f"if _:\n  if _:\n    pass\n{tidy}"
        yield f"class _:\n  def _():\n    pass\n{tidy}"
    if re.search(r",\s*$", tidy.rstrip()):
        yield f"_({tidy})"
        yield f"_{{{tidy}}}".replace("_{", "{", 1)
    elif re.match(r"\s*[\"'\w]+\s*[:=]", first):
        yield f"{{{tidy}}}"


def _same_length(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _tidy(code: str) -> str:
    """Code of a notebook or with parts left out, as Python that does nothing there; lines keep their places."""
    lines = code.split("\n")
    depth = 0
    header = ""
    for at, line in enumerate(lines):
        bare = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        inside = len(indent) > len(header) - len(header.lstrip()) if header else False
        if _MAGIC.match(line) or _ELISION.match(line):
            lines[at] = "" if depth else f"{indent}pass"
        elif _COMMENT.match(line) and header and inside and not depth:
            lines[at] = f"{indent}pass"  # a body of nothing but a comment
        elif _ASSIGNED_MAGIC.match(line):
            lines[at] = f"{line.partition('=')[0]}= 0"
        elif _ASSIGNED_COMMENT.match(line):
            lines[at] = _ASSIGNED_COMMENT.sub(r"\g<1>0 ", line)
        elif _HEAD_ONLY.match(line):
            lines[at] = f"{line.replace('(...)', '()').rstrip()}: pass"
        if bare and not _COMMENT.match(line):
            depth = max(depth + sum(bare.count(c) for c in "([{") - sum(bare.count(c) for c in ")]}"), 0)
            header = line if bare.endswith(":") and not depth else ""
    return "\n".join(lines)


def _closed(code: str) -> str:
    """Code that was cut off with an elision, its open brackets closed."""
    stack: list[str] = []
    for char in code:
        if char in "([{":
            stack.append({"(": ")", "[": "]", "{": "}"}[char])
        elif stack and char == stack[-1]:
            stack.pop()
    return code + "".join(reversed(stack))


def _fragments(code: str) -> list[str]:
    """The pieces of a snippet that shows parts of several places, told apart by comments or elisions between them."""
    pieces: list[list[str]] = [[]]
    for line in code.split("\n"):
        if _COMMENT.match(line) or _ELISION.match(line):
            pieces.append([])
        else:
            pieces[-1].append(line)
    return ["\n".join(piece) for piece in pieces if any(line.strip() for line in piece)]


def _without_transcript(code: str) -> str:
    """What was typed in a transcript of the prompt, each line in its place; any other code as it is."""
    lines = code.split("\n")
    first = next(line for line in lines if line.strip())
    if first.lstrip().startswith("%%") and not first.lstrip().startswith(("%%time", "%%capture", "%%timeit")):
        return ""
    if re.match(r"\s*(?:In \[\d*\]: )", first):
        return "\n".join(
            re.sub(r"^\s*(?:In \[\d*\]: |\s*\.\.\.: ?)", "", line) if ": " in line else "" for line in lines
        )
    if not any(line.lstrip().startswith(">>>") for line in lines):
        return code
    typed = []
    inside = False
    for line in lines:
        bare = line.lstrip()
        if bare.startswith(">>>"):
            typed.append(bare[4:])
            inside = True
        elif inside and bare.startswith("..."):
            typed.append(bare[4:])
        else:
            typed.append("")
            inside = False
    return "\n".join(typed)


def _parse(code: str) -> SyntaxProblem | None:
    read = _read(code)
    return read if isinstance(read, SyntaxProblem) else None


@lru_cache(maxsize=64)
def _read(code: str) -> ast.Module | SyntaxProblem:
    """The tree of a piece of Python, or where it cannot be read; kept for the rules that ask next."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            return cast(ast.Module, compile(code, "snippet", "exec", flags))
    except SyntaxError as error:
        return SyntaxProblem(error.lineno or 1, error.offset or 1, error.msg)
    except (ValueError, RecursionError, MemoryError):
        return SyntaxProblem(1, 1, "it holds a character or a nesting that no Python file may hold")
