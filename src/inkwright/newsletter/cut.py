"""How much of a text fits into a mail, and where it is cut: before a section, so that no thought breaks off. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

WARN = 80_000
"""Bytes of HTML from which on a writer is warned. **Source:** newsletter.md, each message."""
LIMIT = 100_000
"""Bytes of HTML that no mail exceeds, before its transfer encoding. **Source:** newsletter.md: Gmail hides what comes
after about 102 KB."""
RESERVE = 1_000
"""Bytes kept free for what each reader's own links and name take."""


class Cut(NamedTuple):
    """Where a text ends in the mail: how many of its pieces are kept, and the heading of the first section that is
    left out ("" where the cut lies within a section). `whole` says that nothing is left out."""

    kept: int
    before: str = ""
    whole: bool = False


def cut(sizes: Sequence[int], headings: Sequence[str], room: int) -> Cut:
    """Where to cut pieces of `sizes` bytes so that they fit into `room`; `headings` are "" for what begins no section.

    The last section that fits whole ends the mail; where that would leave less than half of what fits, the last block
    does. Nothing is kept of a text whose first block does not fit.
    """
    if sum(sizes) <= room:
        return Cut(len(sizes), whole=True)
    fits, used = 0, 0
    while used + sizes[fits] <= room:
        used += sizes[fits]
        fits += 1
    section = next((at for at in range(fits, 0, -1) if headings[at] and not headings[at - 1]), 0)
    if section and sum(sizes[:section]) * 2 >= used:
        return Cut(section, headings[section])
    while fits and headings[fits - 1]:  # a heading without its text
        fits -= 1
    return Cut(fits, headings[fits])
