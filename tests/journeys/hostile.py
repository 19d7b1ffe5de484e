"""Families of texts that are made to break a parser or to make it slow. `size` is about the number of characters."""

from collections.abc import Callable
from functools import cache

from inkwright.lint.page import page_names, read_page


def _repeated(piece: str, size: int) -> str:
    return piece * (size // len(piece) + 1)


@cache
def _flagged() -> str:
    """What the pages of all rules show as wrong, one behind the other without the end of a sentence."""
    shown = (example.text for name in page_names() for example in read_page(name).flagged)
    return " ".join(" ".join(shown).translate(dict.fromkeys(map(ord, ".!?;:\n`#|>*[]<$"), " ")).split()) + " "


FAMILIES: dict[str, Callable[[int], str]] = {
    "brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "links in links": lambda size: "[a" * (size // 8) + "](b)" * (size // 8),
    "quotes": lambda size: ">" * size + " x",
    "emphasis": lambda size: _repeated("*a **b _c ", size),
    "html": lambda size: _repeated("<div><b ", size),
    "tags of components": lambda size: _repeated("<Tabs>\n", size),
    "lists": lambda size: "\n".join("  " * min(level, 400) + "- a" for level in range(size // 400)),
    "fences": lambda size: _repeated("```python\nx = (\n", size),
    "braces": lambda size: _repeated("{{< {% {", size),
    "dollars": lambda size: _repeated("$a \\( $$ ", size),
    "one line": lambda size: _repeated("In order to be very clear, teh GPU was used by us ", size),
    "sums": lambda size: _repeated("It went from 1 to 2 ms (5%) and it is slower then the disk, 7x more ", size),
    "contrasts": lambda size: _repeated("It's not a cat, but a, b and made, you don't need more (add a picture ", size),
    "examples": lambda size: _repeated(_flagged(), size)[:size],
    "one word": lambda size: "a" * size,
    "capitals": lambda size: _repeated("ABCD EFGH (", size),
    "blank lines": lambda size: _repeated(" \n", size),
    "tables": lambda size: "| a | b |\n| - | - |\n" + _repeated("| c |\n", size),
    "definitions": lambda size: "".join(f"[a{number}]: b\n" for number in range(size // 12)),
    "footnotes": lambda size: "".join(f"[^{number}] [^{number}]: x\n\n" for number in range(size // 18)),
    "comments": lambda size: _repeated("<!-- inkwright: allow nosuchrule -->\n\n", size),
    "headings": lambda size: _repeated("# a\n\n", size),
    "control characters": lambda size: _repeated("\x00\x0b\x1b\ufffe\u202e\U000f0000 a", size),
    "quotation marks": lambda size: _repeated("\"'“‘a ", size),
    "front matter": lambda size: "---\n" + _repeated("a: [\n", size) + "\n---\n",
}
