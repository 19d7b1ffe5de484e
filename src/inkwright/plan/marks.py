"""Writes the marks that a plan leaves inside a post; `text/plan_marks.py` reads them.

HTML comments in Markdown and Quarto, `{/* */}` in MDX, so that every generator leaves them out of its pages.
"""

from collections.abc import Iterable

from inkwright.model.document import Dialect
from inkwright.model.template import Budget


def section_mark(key: str, budget: Budget, dialect: Dialect = "markdown") -> str:
    """`<!-- section: results 200-300 -->`; a section without a budget has its key alone."""
    return _comment(f"section: {key} {budget}".rstrip(), dialect)


def plan_mark(questions: Iterable[str], bullets: Iterable[str] = (), dialect: Dialect = "markdown") -> str:
    """`<!-- plan ... -->` with one line per guiding question (`Q: ...`) and bullet (`- ...`)."""
    lines = [f"Q: {one_line(question)}" for question in questions]
    lines += [bullet_line(bullet) for bullet in bullets]
    return _comment("\n".join(("plan", *lines, "")), dialect)


def spare_mark(bullets: Iterable[str], dialect: Dialect = "markdown") -> str:
    """`<!-- plan: not placed ... -->`: bullets that belong to no section yet."""
    return _comment("\n".join(("plan: not placed", *(bullet_line(bullet) for bullet in bullets), "")), dialect)


def bullet_line(text: str, note: str = "") -> str:
    """A planned bullet as it stands in a plan mark: one line, with its `[[note]]` when it has one."""
    written = f"- {one_line(text)}"
    return f"{written} [[{one_line(note)}]]" if note else written


def one_line(text: str) -> str:
    """A text that cannot end the comment it is put into: one line, `-->` and `*/` taken apart."""
    return " ".join(text.split()).replace("-->", "-- >").replace("*/", "* /")


def _comment(inside: str, dialect: Dialect) -> str:
    opened, closed = ("{/*", "*/}") if dialect == "mdx" else ("<!--", "-->")
    gap = "" if inside.endswith("\n") else " "
    return f"{opened} {inside}{gap}{closed}"
