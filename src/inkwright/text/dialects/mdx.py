"""MDX: `import`/`export` blocks, JSX elements, `{expressions}`, `{/* comments */}`, and `{#if}` blocks of Svelte.

In other dialects only `{/* comments */}` are read: nothing else there is surely meant so.
"""

import re
from collections.abc import Iterator

from inkwright.model.regex import regex
from inkwright.text.dialects.construct import (
    MAX_LENGTH,
    Attrs,
    Construct,
    Regions,
    Scan,
    unquoted,
)

TRIGGERS = ("{/*",)
_ESM = regex(r"(?:import|export)(?=[\s{*])[^\r\n]*")
_ESM_BEGINS = regex(
    r"import\s*(?:[\"'*{]|[\w$]+\s*(?:,|from\b))|export\s+(?:default|const|let|var|function|async|class|\{|\*)"
)
_START = regex(r"[{<]")
_NAME = regex(r"<(?P<slash>/)?(?P<name>[A-Za-z][\w.:-]*(?=[\s/>{])|(?=>))")
_ATTRIBUTE = regex(
    r"""\s*(?:(?P<name>[A-Za-z_$@:][\w$.:@-]*)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|(?P<brace>\{)))?|(?P<spread>\{))"""
)
_TAG_END = regex(r"\s*(?P<self>/)?>")
_SKIP = regex(r"""[{}"'`/]""")
_HEADING_ID = regex(r"\{#[\w:.-]+\}")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


class _Budget:
    """Characters that brace matching may still look at; keeps hostile text linear."""

    __slots__ = ("left",)

    def __init__(self, length: int) -> None:
        self.left = length + 100_000


def find(scan: Scan) -> Iterator[Construct]:
    """Every construct in reading order; braces and tags that do not close are text."""
    if scan.dialect != "mdx":
        yield from _comments(scan)
        return
    text, at = scan.text, scan.start
    budget = _Budget(len(text))
    modules = list(_modules(scan, budget))
    yield from modules
    taken = Regions((module.start, module.end) for module in modules)
    while budget.left > 0 and (match := _START.search(text, at)):
        start = match.start()
        at = match.end()
        if start and text[start - 1] == "\\":
            continue
        covered = taken.end_around(start) or scan.math.end_around(start)
        if covered:
            at = covered
            continue
        found = _expression(scan, start, budget) if match[0] == "{" else _tag(scan, start, budget)
        if found is not None:
            yield found
            at = found.end


def _comments(scan: Scan) -> Iterator[Construct]:
    at = scan.text.find("{/*", scan.start)
    while at >= 0:
        end = scan.after("*/}", at + 3)
        if end >= 0:
            yield Construct(at, end + 3, "expression", kind="comment", inner=(at + 3, end))
        at = scan.text.find("{/*", end + 3 if end >= 0 else at + 3)


def _modules(scan: Scan, budget: _Budget) -> Iterator[Construct]:
    """Import and export blocks: from a line that begins one to the next blank line outside braces."""
    text, start = scan.text, scan.start
    stop = start
    for at in _line_starts(text, start, ("import", "export")):
        match = _ESM.match(text, at) if at >= stop else None
        if match is None or not _ESM_BEGINS.match(match[0]) or not _blank_before(scan, at):
            continue
        stop = _module_end(scan, at, match.end(), budget)
        yield Construct(at, stop, "esm", match[0].split()[0], form="line")


def _line_starts(text: str, start: int, words: tuple[str, ...]) -> list[int]:
    """The offsets of lines that begin with one of the words, in reading order."""
    found = [start] if text.startswith(words, start) else []
    for word in words:
        at = text.find(word, start + 1)
        while at >= 0:
            if text[at - 1] in "\r\n":
                found.append(at)
            at = text.find(word, at + 1)
    return sorted(found)


def _module_end(scan: Scan, start: int, end: int, budget: _Budget) -> int:
    """The end of the block that begins at `start`, whose first line ends at `end`, without the line end."""
    text = scan.text
    depth = text.count("{", start, end) - text.count("}", start, end)
    while end < len(text):
        first = end + 1 + text.startswith("\r\n", end)
        following = scan.line(first)[1]
        if (depth <= 0 and not text[first:following].strip()) or budget.left < 0:
            break
        depth += text.count("{", first, following) - text.count("}", first, following)
        budget.left -= following - end
        end = following
    return start + len(text[start:end].rstrip())


def _blank_before(scan: Scan, offset: int) -> bool:
    """Whether only a blank line, or another import or export, stands before a line."""
    if offset <= scan.start:
        return True
    first, last = scan.line(offset - 1)
    line = scan.text[max(first, scan.start) : last].strip()
    return not line or line.startswith(("import", "export", "}", ")")) or line.endswith(";")


def _expression(scan: Scan, start: int, budget: _Budget) -> Construct | None:
    text = scan.text
    if _HEADING_ID.match(text, start):
        return None
    end = _braces(scan, start, budget)
    if not end:
        return None
    inside = text[start + 1 : end - 1].strip()
    if inside.startswith("/*") and inside.endswith("*/"):
        first = text.index("/*", start) + 2
        return Construct(start, end, "expression", kind="comment", inner=(first, text.rindex("*/", start, end)))
    svelte = re.match(r"([#/:])(\w+)", inside)
    if svelte:
        role = {"#": "open", "/": "close", ":": "single"}[svelte[1]]
        name = svelte[2] if svelte[1] != ":" else inside
        return Construct(start, end, "expression", name, role, (("", inside),))  # type: ignore[arg-type]
    if "\n\n" in text[start:end]:
        return Construct(start, end, "expression", form="line")
    return Construct(start, end, "expression", inside if len(inside) < 80 else "")


def _tag(scan: Scan, start: int, budget: _Budget) -> Construct | None:
    """A JSX tag; plain lower-case HTML tags only where they stand alone on their line, as those hold Markdown."""
    text = scan.text
    match = _NAME.match(text, start)
    if match is None:
        return None
    name = match["name"]
    attrs: list[tuple[str, str]] = []
    at = match.end()
    braces = False
    while not (closed := _TAG_END.match(text, at)):
        attribute = _ATTRIBUTE.match(text, at)
        if not attribute or at - start > MAX_LENGTH or match["slash"]:
            return None
        at = attribute.end()
        value = attribute["value"] or ""
        if attribute["brace"] or attribute["spread"]:
            end = _braces(scan, at - 1, budget)
            if not end:
                return None
            value, at, braces = text[at - 1 : end], end, True
        attrs.append((attribute["name"] or "", unquoted(value)))
    budget.left -= closed.end() - start
    plain = name[:1].islower() and "." not in name and not braces
    if plain and (name in _VOID or closed["self"]):
        return None
    role = "close" if match["slash"] else "single" if closed["self"] or name in _VOID else "open"
    form = "line" if plain else "either"
    return _jsx(start, closed.end(), name, role, tuple(attrs), form)


def _jsx(start: int, end: int, name: str, role: str, attrs: Attrs, form: str) -> Construct:
    return Construct(start, end, "jsx", name, role, attrs, form=form)  # type: ignore[arg-type]


def _braces(scan: Scan, start: int, budget: _Budget) -> int:
    """The offset after the brace that closes the one at `start`, strings and comments skipped; 0 when none does."""
    text = scan.text
    depth = 0
    at = start
    limit = min(len(text), start + MAX_LENGTH)
    while budget.left > 0 and (match := _SKIP.search(text, at, limit)):
        char = match[0]
        at = match.end()
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if not depth:
                budget.left -= at - start
                return at
        elif char != "/":
            at = _after_string(scan, at, char)
        elif text.startswith("*", at):
            closed = scan.after("*/", at)
            at = closed + 2 if closed >= 0 else at
    budget.left -= limit - start
    return 0


def _after_string(scan: Scan, at: int, quote: str) -> int:
    """The offset after a string; an apostrophe that closes nothing on its line is one character of text."""
    text = scan.text
    closed = scan.after(quote, at)
    while closed > 0 and text[closed - 1] == "\\":
        closed = scan.after(quote, closed + 1)
    if closed < 0 or (quote != "`" and closed > scan.line(at)[1]):
        return at
    return closed + 1
