"""What was asked outside before a check."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inkwright.model.grammar import Slip
from inkwright.model.net import LinkAnswer


@dataclass(frozen=True, slots=True)
class Answers:
    """`links` tells of external addresses, `slips` what a grammar checker said of plain texts; empty where nothing was
    asked."""

    links: Mapping[str, LinkAnswer] = field(default_factory=dict)
    slips: Mapping[str, tuple[Slip, ...]] = field(default_factory=dict)
