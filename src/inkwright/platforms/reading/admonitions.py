"""Admonitions of MkDocs (`!!! tip "Title"` with its text indented) -> callouts as quotations.

**Source:** python-markdown.github.io/extensions/admonition, facelessuser.github.io/pymdown-extensions (details: `???`
is closed, `???+` open).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.dialects.construct import Regions

MOST = 30
"""Admonitions in admonitions; deeper ones stay as they are written."""
_OPENING = regex(
    r"(?P<lead>[ \t>]*)(?P<mark>!!!|\?\?\?\+?)[ \t]*(?P<kind>[A-Za-z][\w-]*)(?P<more>(?:[ \t]+[\w-]+)*)"
    r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*\r?\Z"
)
_FOLDS = {"!!!": "", "???": "-", "???+": "+"}


def with_callouts(text: str, code_in: Callable[[str], Sequence[Span]], depth: int = 0) -> str:
    """A body with its admonitions as callouts. `code_in` tells the stretches of a text in which nothing is one."""
    if depth == MOST or not ("!!!" in text or "???" in text):
        return text
    lines = text.split("\n")
    ends = [0, *accumulate(len(line) + 1 for line in lines)]
    code = Regions(sorted(code_in(text)))
    marks = [ends[number] + len(line) - len(line.lstrip(" \t>")) for number, line in enumerate(lines)]
    shut = {number for number, mark in enumerate(marks) if code.end_around(mark)}
    return "\n".join(_quoted(lines, shut, lambda inside: with_callouts(inside, code_in, depth + 1)))


def _quoted(lines: Sequence[str], shut: set[int], within: Callable[[str], str]) -> Iterator[str]:
    """Lines with the admonitions among them as quotations; those numbered in `shut` open none."""
    number = 0
    while number < len(lines):
        found = _OPENING.match(lines[number]) if number not in shut else None
        if not found:
            yield lines[number]
            number += 1
            continue
        lead = found["lead"]
        inside = _inside(lines, number + 1, lead)
        while inside and not inside[-1]:  # blank lines at its end belong to what follows
            inside.pop()
        title = f" {found['title'].strip()}" if (found["title"] or "").strip() else ""
        yield f"{lead}> [!{found['kind'].lower()}]{_FOLDS[found['mark']]}{title}"
        for line in within("\n".join(inside)).split("\n") if inside else ():
            yield f"{lead}> {line}".rstrip(" \t")
        number += 1 + len(inside)


def _inside(lines: Sequence[str], number: int, lead: str) -> list[str]:
    """The lines of an admonition from one on, without their indentation, which is four blanks or a tab."""
    found: list[str] = []
    for line in map(lines.__getitem__, range(number, len(lines))):
        if not line.strip(" \t\r>") and line.rstrip("\r").startswith(lead.rstrip(" \t")):
            found.append("")
        elif line.startswith(f"{lead}    "):
            found.append(line[len(lead) + 4 :])
        elif line.startswith(f"{lead}\t"):
            found.append(line[len(lead) + 1 :])
        else:
            break
    return found
