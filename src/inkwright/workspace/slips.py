"""What a grammar checker said about texts, kept in `.inkwright/` so that none is asked about twice."""

import contextlib
import json
from collections.abc import Iterator, MutableMapping
from hashlib import sha256

from inkwright.model.grammar import Slip
from inkwright.model.span import Span
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace

FILE = "grammar.db"
_SPARE = 1000
"""Texts kept for each one that a run asked for: a check of one post must not forget those of all others."""


class KeptSlips:
    """Slips by text, kept in a mapping that outlives the run or does not."""

    def __init__(self, cache: MutableMapping[str, str]) -> None:
        self._cache = cache

    def get(self, text: str) -> tuple[Slip, ...] | None:
        """The slips of a text, None where nothing is known of it."""
        try:
            kept = json.loads(self._cache[_key(text)])
            return tuple(Slip(rule, kind, Span(*span), said, instead) for rule, kind, span, said, instead in kept)
        except (KeyError, ValueError, TypeError):
            return None

    def keep(self, text: str, slips: tuple[Slip, ...]) -> None:
        """Keep what was said about a text, also when that is nothing."""
        kept = [[slip.rule, slip.kind, slip.span, slip.said, slip.instead] for slip in slips]
        self._cache[_key(text)] = json.dumps(kept)


@contextlib.contextmanager
def kept_slips(workspace: Workspace, edition: str) -> Iterator[KeptSlips]:
    """What is kept from that edition of the checker; new slips are written when the block ends, also by an error.
    Outside a workspace and where its folder cannot be written they are forgotten with the run."""
    try:
        place = workspace.make_state() / FILE if workspace.inside else None
    except OSError:
        place = None
    if place is None:
        yield KeptSlips({})
        return
    with contextlib.closing(TextCache(place, edition, _SPARE)) as cache:
        yield KeptSlips(cache)


def _key(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
