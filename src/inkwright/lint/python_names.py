"""Names that the Python of a post uses and never binds, told apart from what a fragment takes for granted.

A post's snippets count as one program: what any of them binds is known in all. Only a snippet that stands for itself is
judged, and only where the name is clearly a slip.
"""

import ast
import builtins
import re
import sys
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from inkwright.lint.python_code import first_reading
from inkwright.model.regex import regex

_GIVEN = frozenset(dir(builtins)) | {
    "__file__", "__path__", "__version__", "__builtins__", "__annotations__", "display", "get_ipython", "_", "__",
    "___", "In", "Out", "self", "cls", "exit", "quit", "reveal_type", "WindowsError", "spark", "dbutils", "sc", "null",
    "true", "false", "undefined",
}  # fmt: skip
_ELISION = regex(r"\.\.\.|…|# *(?:etc|snip|rest|as before|same as)|<[A-Za-z_][^<>\n]*>", re.I)
MOST = 200
"""Unknown names from which the code of a post is no program of its own, but parts of a larger one."""
LONGEST = 100_000
"""Characters of a snippet that is looked at; what is longer is data."""
_IDIOMS = frozenset({"np", "pd", "plt", "tf", "nn", "sns", "torch"})


class Part(NamedTuple):
    """A snippet that could be read: which one it is in the post, its code as it was read, its tree, the names that it
    binds and the places that use names."""

    number: int
    code: str
    tree: ast.Module
    bound: frozenset[str]
    loads: tuple[ast.Name, ...]


class Missing(NamedTuple):
    """A name that nothing binds: the snippet's number, the name, its 1-based line there, and the name that was
    probably meant ("" when none is near, the module's own name when it was not imported)."""

    number: int
    name: str
    line: int
    meant: str


def missing_names(snippets: Iterable[str], known: str) -> list[Missing]:
    """The slips in the snippets of one post, in reading order. `known` is whatever else of the post may speak of a
    name: its prose and its other code. Empty where a star import hides what is bound."""
    parts = [part for number, code in enumerate(snippets) if (part := _part(number, code))]
    bound: set[str] = set(_GIVEN)
    for part in parts:
        bound |= part.bound
    if "*" in bound:
        return []
    used = Counter(node.id for part in parts for node in part.loads if node.id not in bound)
    if not used or len(used) > MOST:
        return []
    spoken = frozenset(re.findall(r"\w+", known)) | _IDIOMS
    return [slip for part in parts for slip in _slips(part, bound, used, spoken)]


def _part(number: int, code: str) -> Part | None:
    known = _read(code) if len(code) <= LONGEST else None
    return Part(number, *known) if known else None


@lru_cache(maxsize=64)
def _read(code: str) -> tuple[str, ast.Module, frozenset[str], tuple[ast.Name, ...]] | None:
    """The fields of a `Part` besides its number."""
    reading = first_reading(code)
    if reading is None:
        return None
    bound, loads = _names(reading[1])
    return *reading, frozenset(bound), tuple(loads)


_BINDING = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.arg, ast.Import, ast.ImportFrom, ast.ExceptHandler,
    ast.MatchAs, ast.MatchStar, ast.MatchMapping, ast.Global, ast.Nonlocal,
)  # fmt: skip
"""Nodes besides names that bind one; asked in one look, as most nodes bind nothing."""


def _names(tree: ast.Module) -> tuple[set[str], list[ast.Name]]:
    """Every name that a tree binds anywhere (a star import gives "*"), and every place that uses one."""
    bound: set[str] = set()
    loads: list[ast.Name] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                loads.append(node)
            else:
                bound.add(node.id)
        elif not isinstance(node, _BINDING):
            continue
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            bound.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
            bound.add(node.name or "_")
        elif isinstance(node, ast.MatchMapping):
            bound.add(node.rest or "_")
        elif isinstance(node, ast.Global | ast.Nonlocal):
            bound.update(node.names)
    return bound, loads


def _slips(part: Part, bound: set[str], used: Counter[str], spoken: frozenset[str]) -> list[Missing]:
    unbound = [node for node in part.loads if node.id not in bound]
    names = Counter(node.id for node in unbound)
    if not unbound or _ELISION.search(part.code):
        return []
    found = []
    forgot_imports = _forgot_imports(part.tree, unbound)
    for name, times in sorted(names.items()):
        meant = _near(name, bound - _GIVEN) if used[name] == 1 else ""
        lone = len(names) == 1 and used[name] == times and name not in spoken
        if meant or forgot_imports or (lone and _is_whole(part.tree)):
            line = next(node.lineno for node in unbound if node.id == name)
            found.append(Missing(part.number, name, line, name if name in sys.stdlib_module_names else meant))
    return found


def _near(name: str, bound: set[str]) -> str:
    """The bound name that a name is one slip away from, "" without one; short names are too close to others, but for
    those with the same letters."""
    if len(name) < 4:
        return ""
    near = (other for other in sorted(bound) if len(other) >= 4 and _one_edit(name, other))
    return next((other for other in near if len(name) > 4 or sorted(name) == sorted(other)), "")


def _one_edit(a: str, b: str) -> bool:
    """Whether one letter more, less, other, or two swapped make one name of the other; case, underscores, digits and
    an "s" at the end are differences that authors mean."""
    if abs(len(a) - len(b)) > 1 or a.lower() == b.lower() or a.rstrip("s_0123456789") == b.rstrip("s_0123456789"):
        return False
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if "_" in rest_a[:1] + rest_b[:1] or (rest_a[:1] + rest_b[:1]).isdigit() or start == 0:
        return False
    return rest_a[1:] in (rest_b[1:], rest_b) or rest_a == rest_b[1:] or (
        rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    )  # fmt: skip


def _is_whole(tree: ast.Module) -> bool:
    """Whether a snippet stands for itself: it makes something, and does something with it at top level."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    makes = (ast.For, ast.With, ast.Assign, ast.AnnAssign, *functions, ast.Import, ast.ImportFrom)
    does = any(
        isinstance(node, ast.AugAssign | ast.For) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
        for node in tree.body
    )
    return does and any(isinstance(node, makes) for node in tree.body)


def _forgot_imports(tree: ast.Module, unbound: list[ast.Name]) -> bool:
    """Whether a snippet imports what it needs, and all that is missing are modules of the standard library."""
    bases = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imports = any(isinstance(node, ast.Import | ast.ImportFrom) for node in tree.body)
    return imports and all(node.id in sys.stdlib_module_names and id(node) in bases for node in unbound)
