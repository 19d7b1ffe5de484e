"""Python's cycle collector held back while a document is made: its nodes hold no cycles, and looking for some among
hundreds of thousands of new objects takes two thirds of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LARGE = 200_000
"""Characters from which a document's nodes go straight to the oldest generation."""


@contextmanager
def collector_paused(size: int = 0) -> Iterator[None]:
    """Nothing is collected inside; afterwards all is as before, also when it had been off.

    The nodes of a large text (`size` in characters) are taken as old at once, as looking through them on the next
    collection of young objects would cost a quarter of the time that it took to make them.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if size >= LARGE and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
