"""What the rules say about themselves: one page, or the list of all."""

from msgspec import Struct

from inkwright.lint.page import Example, RulePage, read_page
from inkwright.lint.rule import find_rule, table
from inkwright.lint.rule_text import rule_text
from inkwright.model.finding import CATEGORIES, Severity

__all__ = ["Example", "RuleLine", "RulePage", "rule_page", "rule_text", "rules"]


class RuleLine(Struct, frozen=True):
    """A rule in the list: `fix` is none, safe or unsafe; `rate` is findings per 1,000 words of good published prose;
    `aliases` are old and foreign names that mean it too."""

    name: str
    category: str
    severity: Severity
    status: str
    fix: str
    rate: float
    why: str
    aliases: tuple[str, ...]


def rules() -> list[RuleLine]:
    """All rules by category, in the order of the categories, then by name."""
    found = [_line(read_page(name)) for name in table().rules]
    return sorted(found, key=lambda line: (CATEGORIES.index(line.category), line.name))


def rule_page(name: str) -> RulePage:
    """The page of a rule by its name or an alias. Raises UsageError that names the nearest rule."""
    return read_page(find_rule(name).name)


def _line(page: RulePage) -> RuleLine:
    return RuleLine(
        page.name,
        page.category,
        page.severity,
        page.status,
        page.fix,
        page.rate,
        page.why.split("\n\n")[0],
        page.aliases,
    )
