"""What asking for external addresses told, kept in `.inkwright/` for some days so that nobody is asked every time."""

import contextlib
import json
from collections.abc import Iterator, MutableMapping
from datetime import date

from inkwright.model.net import LinkAnswer
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace

FILE = "links.db"
DAYS = {"alive": 7, "moved": 7, "dead": 1}
"""Days for which an answer counts as fresh; what nobody could tell is not kept. **Source:** a choice of ours: a page
that is there rarely goes within a week, and whoever mends a link wants to see it mended tomorrow at the latest."""
_SPARE = 1000
"""Answers kept for each one that a run asked for: a check of one post must not forget those of all others."""


class LinkAnswers:
    """Answers by address, kept in a mapping that outlives the run or does not; `today` is ISO."""

    def __init__(self, cache: MutableMapping[str, str], today: str) -> None:
        self._cache = cache
        self._today = date.fromisoformat(today)

    def get(self, address: str) -> LinkAnswer | None:
        """The fresh answer for an address, None where there is none."""
        try:
            day, state, said, to = json.loads(self._cache[address])
            age = (self._today - date.fromisoformat(day)).days
            return LinkAnswer(state, said, to) if 0 <= age < DAYS[state] else None
        except (KeyError, ValueError, TypeError):
            return None

    def keep(self, address: str, answer: LinkAnswer) -> None:
        """Keep an answer from today on, unless it tells nothing."""
        if answer.state in DAYS:
            self._cache[address] = json.dumps([self._today.isoformat(), answer.state, answer.said, answer.to])


@contextlib.contextmanager
def link_answers(workspace: Workspace, today: str) -> Iterator[LinkAnswers]:
    """The kept answers, written when the block ends, also by an error. Outside a workspace and where its folder cannot
    be written they are forgotten with the run."""
    try:
        place = workspace.make_state() / FILE if workspace.inside else None
    except OSError:
        place = None
    if place is None:
        yield LinkAnswers({}, today)
        return
    with contextlib.closing(TextCache(place, "1", _SPARE)) as cache:
        yield LinkAnswers(cache, today)
