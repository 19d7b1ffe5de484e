"""Asks many addresses: several hosts at once, one request at a time to each."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from inkwright.model.errors import NetError
from inkwright.net.probe import Outcome

Ask = Callable[[str, Callable[[float], object]], Outcome]
LANES = 8
"""Hosts asked at the same time."""
_OF_HOST = frozenset({"dns", "connect", "tls", "issuer", "timeout"})
"""Kinds of failure that every address of the same origin shares."""


def ask_all(urls: Iterable[str], ask: Ask, lanes: int = LANES) -> Iterator[tuple[str, Outcome]]:
    """Each address with its outcome, as they come in; nothing for no addresses. An origin that could not be reached
    for one address is not asked for its others. `ask` gets an address and what to pause with.

    The threads end with the program or with the iterator, whichever is first; raises what `ask` raises.
    """
    hosts: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        hosts.setdefault(urlsplit(url).hostname or "", []).append(url)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for group in sorted(hosts.values(), key=len, reverse=True):
        waiting.put(group)
    done: queue.SimpleQueue[tuple[str, Outcome | Exception]] = queue.SimpleQueue()
    stopped = threading.Event()
    for _ in range(min(lanes, len(hosts))):
        threading.Thread(target=_work, args=(waiting, done, ask, stopped), daemon=True).start()
    try:
        for _ in range(sum(map(len, hosts.values()))):
            url, outcome = done.get()
            if isinstance(outcome, Exception) and not isinstance(outcome, NetError):
                raise outcome
            yield url, outcome
    finally:
        stopped.set()


def _work(
    waiting: "queue.SimpleQueue[list[str]]",
    done: "queue.SimpleQueue[tuple[str, Outcome | Exception]]",
    ask: Ask,
    stopped: threading.Event,
) -> None:
    """Take one host after the other until none is left."""
    while not stopped.is_set():
        try:
            group = waiting.get_nowait()
        except queue.Empty:
            return
        lost: dict[str, NetError] = {}
        for url in group:
            if stopped.is_set():
                return
            origin = _origin(url)
            outcome: Outcome | Exception
            try:
                outcome = lost[origin] if origin in lost else ask(url, stopped.wait)
            except Exception as error:  # noqa: BLE001 - raised again where the answers are awaited
                outcome = error
            if isinstance(outcome, NetError) and outcome.kind in _OF_HOST and _origin(outcome.path) == origin:
                lost[origin] = outcome
            done.put((url, outcome))


def _origin(url: str) -> str:
    """Scheme, host and port of an address; "" for none."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
