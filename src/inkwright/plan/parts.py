"""What a section holds besides prose, against what its template requires: code, a diagram, a table, figures ..."""

import re
from collections.abc import Iterable

from inkwright.model.document import Block
from inkwright.model.outline import Bullet
from inkwright.text.parts import has_part

MADE_AHEAD = ("code", "diagram", "table")
"""Parts that take time to make, so that an outline must note them before the prose is written."""

_SPOKEN = {
    "code": "code|snippet|listing|script|example|notebook",
    "diagram": "diagram|flowchart|figure|sketch|drawing|picture|image|screenshot|chart|graph|plot",
    "table": "table|matrix|grid",
    "metric": r"metric|measure\w*|benchmark\w*|number|figures|\d",
    "link": "link|links|paper|docs|reference|references|https?",
    "formula": r"formula|equation|math|\$",
}


def missing_parts(requires: Iterable[str], blocks: list[Block], bullets: Iterable[Bullet]) -> tuple[str, ...]:
    """The required parts that are neither among the section's blocks (any depth) nor noted in its bullets, in order.

    Parts that no program can see (an analogy, a fair counterargument) are never missing; a counted part (`list:3-5`)
    is never noted, only there or not.
    """
    noted = " ".join(bullet.text for bullet in bullets).lower()
    return tuple(part for part in requires if not has_part(part, blocks) and not _is_noted(part, noted))


def noted_parts(bullets: Iterable[Bullet]) -> tuple[str, ...]:
    """The parts made ahead that some bullet speaks of."""
    noted = " ".join(bullet.text for bullet in bullets).lower()
    return tuple(part for part in MADE_AHEAD if _is_noted(part, noted))


def _is_noted(part: str, noted: str) -> bool:
    words = _SPOKEN.get(part)
    return bool(words and re.search(rf"(?<!\w)(?:{words})", noted))
