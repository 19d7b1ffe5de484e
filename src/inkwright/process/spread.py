"""One piece of work spread over the machine's processors by copies of this process, where the system can make them.

A copy sees everything as it is at that moment and changes nothing here: what it found comes back as bytes. Elsewhere,
for little work, or when a copy fails, the work is done in this process.
"""

import os
import selectors
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
_HEAD = struct.Struct("<q")
_TICK = -1
MOST = 8
"""Copies that are made at once."""


def processors() -> int:
    """How many copies are worth making; 1 where there are none."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def spread(
    items: Sequence[T], work: Callable[[Sequence[T], Callable[[], None]], bytes], tick: Callable[[], None], least: int
) -> list[bytes] | None:
    """What `work(part, tick)` gives for each part of the items, in their order; None when it is for the caller to do.

    `least` is the number of items from which copies pay; `work` calls its `tick` after each item, which calls ours.
    A copy that fails makes the whole answer None: nothing it did here counts.
    """
    count = processors()
    if count < 2 or len(items) < least:
        return None
    parts = [items[at::count] for at in range(count)]
    copies = [_copy(part, work) for part in parts]
    answers = _gather([read for _, read in copies], tick)
    failed = [os.waitpid(pid, 0)[1] for pid, _ in copies]
    return None if any(failed) or None in answers else [answer for answer in answers if answer is not None]


def _copy(part: Sequence[T], work: Callable[[Sequence[T], Callable[[], None]], bytes]) -> tuple[int, int]:
    """A process that works on one part: its id, and where it answers."""
    read, write = os.pipe()
    pid = os.fork()
    if pid:
        os.close(write)
        return pid, read
    status = 1
    try:
        os.close(read)
        answer = work(part, lambda: _send(write, _HEAD.pack(_TICK)))
        _send(write, _HEAD.pack(len(answer)) + answer)
        status = 0
    finally:
        os._exit(status)


def _send(place: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(place, view) :]


def _gather(places: list[int], tick: Callable[[], None]) -> list[bytes | None]:
    """The answer of each copy, None for one that ended without."""
    found: dict[int, bytes | None] = dict.fromkeys(places)
    held = {place: bytearray() for place in places}
    with selectors.DefaultSelector() as selector:
        for place in places:
            selector.register(place, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                data = os.read(key.fd, 1 << 20)
                if not data:
                    selector.unregister(key.fd)
                    os.close(key.fd)
                    continue
                held[key.fd] += data
                for answer in _messages(held[key.fd]):
                    if answer is None:
                        tick()
                    else:
                        found[key.fd] = answer
    return [found[place] for place in places]


def _messages(held: bytearray) -> Iterator[bytes | None]:
    """The whole messages among what came so far, taken out of it; None for a tick."""
    while len(held) >= _HEAD.size:
        (length,) = _HEAD.unpack_from(held)
        end = _HEAD.size + max(0, length)
        if len(held) < end:
            return
        message = None if length == _TICK else bytes(held[_HEAD.size : end])
        del held[:end]
        yield message
