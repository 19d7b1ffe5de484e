"""Citations and cross-references of Pandoc and Quarto: `[@key]`, `[see @a, p. 3; @b]`, and `@fig-x` in Quarto."""

import re
from collections.abc import Iterator

from inkwright.text.dialects.construct import Construct, Scan

TRIGGERS = ("[@", "[-@")
_KEY = r"@(?:\w[\w:.#$%&+?<>~/-]*\w|\w|\{[^{}\s]+\})"
_BRACKETED = re.compile(r"\[-?" + _KEY + r"[^\[\]\n]{0,300}\](?![(\[:])")
_QUARTO = re.compile(r"\[[^\[\]\n@]{0,100}[\s-]" + _KEY + r"[^\[\]\n]{0,300}\](?![(\[:])|(?<![\w@.\\\[/-])-?" + _KEY)


def find(scan: Scan) -> Iterator[Construct]:
    """Bracketed citations in every dialect but MDX; bare keys and prefixes in Quarto only."""
    if scan.dialect == "mdx":
        return
    if "[@" in scan.text or "[-@" in scan.text:
        for match in _BRACKETED.finditer(scan.text, scan.start):
            yield Construct(
                *match.span(), "citation", match[0][1:-1].lstrip("-@").split(";")[0].split(",")[0], form="inline"
            )
    if scan.dialect == "quarto":
        for match in _QUARTO.finditer(scan.text, scan.start):
            yield Construct(*match.span(), "citation", match[0].strip("[]-@"), form="inline")
