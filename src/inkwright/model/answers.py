"""What was asked outside before a check."""

from collections.abc import Mapping

from msgspec import Struct, field

from inkwright.model.grammar import Slip
from inkwright.model.net import LinkAnswer


class Answers(Struct, frozen=True):
    """`links` tells of external addresses, `slips` what a grammar checker said of plain texts; empty where nothing was
    asked."""

    links: Mapping[str, LinkAnswer] = field(default_factory=dict)
    slips: Mapping[str, tuple[Slip, ...]] = field(default_factory=dict)
