"""A text and the name it goes by: what the disk gives and the parser takes. Light, because capturing imports it."""

from typing import Literal

from msgspec import Struct

Dialect = Literal["markdown", "mdx", "quarto"]
"""How a file is written. `.mdx` is mdx, `.qmd`/`.Rmd` quarto, everything else markdown; Hugo, Jekyll and Obsidian
constructs are recognised in every dialect because they are unambiguous."""
DIALECTS: dict[str, Dialect] = {".mdx": "mdx", ".qmd": "quarto", ".rmd": "quarto"}
"""Dialects by file suffix in lower case; any other suffix is markdown."""
TEXTS = (".md", ".markdown", *DIALECTS)
"""Suffixes of the files that people write prose in."""


class Source(Struct, frozen=True):
    """A text and the name it goes by. `text` is exactly what the file holds: BOM, CRLF and all."""

    path: str
    text: str
    dialect: Dialect = "markdown"
