"""Hostile input for single parts: tests say what becomes of it, `make bench ARGS=hostile-parts` how soon."""

import random
from itertools import pairwise


def _bomb() -> str:
    """Aliases of aliases: nine times as much at every line, were they followed."""
    names = [chr(ord("a") + number) for number in range(13)]
    doubled = (f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise(names))
    return "\n".join(["a: &a [x]", *doubled])


FRONT_MATTER = {
    "aliases of aliases": _bomb(),
    "open brackets": "x: " + "[" * 5000,
    "nested brackets": "x: " + "[" * 5000 + "]" * 5000,
    "open maps": "x: " + "{a: " * 5000,
    "dashes": "- " * 5000,
    "question marks": "? " * 9000,
    "colons in values": "\n".join(f"k{number}: a: b" for number in range(4000)),
    "lists never closed": "\n".join(f"k{number}: [" for number in range(6000)),
    "colons in one value": "a: " * 20000,
    "single quotes": "x: '" + "''" * 30000,
    "escapes": 'x: "' + "\\x41" * 15000,
    "braces": "{" * 60000,
    "percent signs": "%" * 60000,
    "one key again and again": "k: v\n" * 12000,
    "tabs": "\t" * 60000,
    "anchors": "&a " * 20000,
    "tags": "!" * 60000,
    "a long block": "x: |\n" + "  y\n" * 12000,
    "comments": "# c\n" * 15000,
    "lists in lists": "[a, " * 15000,
    "placeholders": "k: {{x}}\n" * 6000,
    "steps": "x:\n" + "".join(" " * depth + "- \n" for depth in range(1, 300)),
    "double quotes": '"' * 60000,
    "a long key": "key" * 20000 + ":",
}
"""What stands between two fences of front matter, by what it tries."""

PLAIN_VALUES = [
    f"{opened}{part * (60_000 // len(part))}\0\n"
    for opened in ("t: ", "t: a", "t: [a", "t: [a, ", 't: "', "t: '")
    for part in ("a ", "a, ", " ", "a", ":a", ": ", "'a", "[a", "a]")
]
"""Front matter of one entry that no reader of plain values may take, each known only at its end."""

MARKUP = {piece: piece * (500_000 // len(piece)) for piece in ('<a "', "<!--", "<script>", "<a href='", "<a <a ")}
"""HTML of half a megabyte that never closes what it opens, by the piece that is repeated."""

ONE_WORD = (["the"] * 50_000, ["the"] * 400)
THREE_LETTERS = ([random.Random(1).choice("abc") for _ in range(50_000)], list("abc") * 130)
"""Source and copy, as words, in which every run of words stands at thousands of places."""
