"""Citations and cross-references of Pandoc and Quarto: `[@key]`, `[see @a, p. 3; @b]`, and `@fig-x` in Quarto."""

from collections.abc import Iterator

from inkwright.model.regex import regex
from inkwright.text.dialects.construct import Construct, Scan

TRIGGERS = ("[@", "[-@")
KEY = r"@(?:\w[\w:.#$%&+?<>~/-]*\w|\w|\{[^{}\s]+\})"
"""The key of a work with its mark. **Source:** pandoc.org/MANUAL.html, section Citation syntax."""
_REST = r"[^\[\]\n]{0,300}\](?![(:]|\[(?![\^@-]))"
_BRACKETED = regex(r"\[-?" + KEY + _REST)
_BARE = regex(r"\[[^\[\]\n@]{0,100}[\s-]" + KEY + _REST + r"|(?<![\w@.\\\[/-])-?" + KEY)


def find(scan: Scan) -> Iterator[Construct]:
    """Bracketed citations in every dialect but MDX; bare keys and prefixes in Quarto and where the front matter names a
    bibliography: elsewhere `@name` is somebody's name."""
    if scan.dialect == "mdx":
        return
    if "[@" in scan.text or "[-@" in scan.text:
        for match in _BRACKETED.finditer(scan.text, scan.start):
            yield Construct(
                *match.span(), "citation", match[0][1:-1].lstrip("-@").split(";")[0].split(",")[0], form="inline"
            )
    if scan.dialect == "quarto" or names_bibliography(scan.text, scan.start):
        for match in _BARE.finditer(scan.text, scan.start):
            yield Construct(*match.span(), "citation", match[0].strip("[]-@"), form="inline")


def names_bibliography(text: str, start: int) -> bool:
    """Whether a line of the front matter, which ends at `start`, begins with the key that names a bibliography."""
    return text.find("\nbibliography", 0, start) >= 0
