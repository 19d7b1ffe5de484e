"""Asks for the external links of files, each address once: what is known stays, the rest is asked politely and kept."""

import contextlib
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from inkwright.flows.check_paths import Place, places
from inkwright.lint.external import external
from inkwright.lint.link_answers import judge
from inkwright.model.errors import NetError, UnreadableError
from inkwright.model.net import NO_NETWORK, LinkAnswer
from inkwright.net.client import Client
from inkwright.net.dial import resolve
from inkwright.net.lanes import ask_all
from inkwright.net.offline import no_network
from inkwright.net.pace import Pace
from inkwright.net.probe import Outcome, probe
from inkwright.text.markdown import parse
from inkwright.workspace.link_answers import link_answers

GAP = 1.0
"""Seconds between two requests to one host."""
Progress = Callable[[int, int], object]


class Web(Struct, frozen=True):
    """How addresses are asked: `ask` gets one and what to pause with, `is_away` says whether there is no network."""

    ask: Callable[[str, Callable[[float], object]], Outcome]
    is_away: Callable[[], bool]


def the_web() -> Web:
    """The real one, through the guarded door: public addresses only, paced by host."""
    client = Client(pace=Pace(GAP))
    return Web(lambda url, wait: probe(client, url, wait), lambda: no_network(resolve))


def ask_links(
    paths: Sequence[str], today: str, web: Web | None = None, progress: Progress = lambda done, total: None
) -> dict[str, LinkAnswer]:
    """The answer for every external address that the named files link to; empty when they link to none.

    Fresh answers of earlier runs are taken from the workspace of the first file and new ones kept there. `progress` is
    told how many addresses are done and how many there are to ask. Without a network nothing can be told about what is
    not kept. Raises UsageError as `places` does.
    """
    found = places(paths)
    addresses = _addresses(found)
    if not addresses:
        return {}
    with link_answers(found[0].workspace, today) as kept:
        known = {address: kept.get(address) for address in addresses}
        answers = {address: answer for address, answer in known.items() if answer}
        unknown = [address for address in addresses if address not in answers]
        for address, answer in _asked(unknown, web or the_web(), progress):
            answers[address] = answer
            kept.keep(address, answer)
    return answers


def _addresses(found: Sequence[Place]) -> list[str]:
    """The external addresses of all files that can be read, each once."""
    addresses: dict[str, None] = {}
    for place in found:
        with contextlib.suppress(UnreadableError):  # the check itself tells of it
            document = parse(place.workspace.read(place.path))
            addresses.update((link.address, None) for link in external(document))
    return list(addresses)


def _asked(addresses: Sequence[str], web: Web, progress: Progress) -> Iterator[tuple[str, LinkAnswer]]:
    """The answers for addresses of which nothing is known; failures last, as a network lost meanwhile explains them."""
    if not addresses:
        return
    if web.is_away():
        yield from ((address, LinkAnswer("unclear", NO_NETWORK)) for address in addresses)
        return
    failed: dict[str, NetError] = {}
    for done, (address, outcome) in enumerate(ask_all(addresses, web.ask), 1):
        if isinstance(outcome, NetError):
            failed[address] = outcome
        else:
            yield address, judge(address, outcome)
        progress(done, len(addresses))
    away = bool(failed) and web.is_away()
    for address, error in failed.items():
        yield address, LinkAnswer("unclear", NO_NETWORK) if away else judge(address, error)
