"""Python's cycle collector held back while a document is made: its nodes hold no cycles, and looking for some among
hundreds of thousands of new objects takes two thirds of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Nothing is collected inside; afterwards all is as before, also when it had been off."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
