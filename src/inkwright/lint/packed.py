"""Parts of the rules' table that are opened one by one: a post needs few of its many phrases."""

import marshal
from functools import cache
from typing import Any

MARSHAL_VERSION = 4
"""The marshal format that every supported Python reads."""


def pack(value: Any) -> bytes:
    """Plain data as bytes. Raises ValueError for anything but tuples, dicts, sets, texts, numbers, truth and None."""
    return marshal.dumps(value, MARSHAL_VERSION)


@cache
def opened(packed: bytes) -> Any:
    """What was packed, the same object each time."""
    return marshal.loads(packed)
