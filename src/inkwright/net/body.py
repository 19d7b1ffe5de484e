"""Reads and unpacks the body of an answer without ever holding more than the limit."""

import zlib
from collections.abc import Iterable, Iterator

from inkwright.model.errors import NetError

ENCODINGS = "gzip"
"""What we ask for; httpcore does not unpack."""


def read_body(chunks: Iterable[bytes], encoding: str, limit: int, url: str) -> bytes:
    """All of a body, unpacked. Raises NetError "too-large" above `limit` bytes, packed or unpacked, and "protocol" for
    a packing that is broken or that nobody asked for."""
    name = encoding.strip().lower()
    if name not in ("", "identity", "gzip", "x-gzip"):
        raise NetError("protocol", f"the answer is packed as {name!r}, which was not asked for", url=url)
    packed = name in ("gzip", "x-gzip")
    pieces = _unpacked(_within(chunks, limit, url), limit, url) if packed else chunks
    return b"".join(_within(pieces, limit, url))


def _within(chunks: Iterable[bytes], limit: int, url: str) -> Iterator[bytes]:
    """The same pieces, until they are more than the limit."""
    count = 0
    for chunk in chunks:
        count += len(chunk)
        if count > limit:
            raise NetError("too-large", f"the answer is larger than {limit / 1e6:g} MB", url=url)
        yield chunk


def _unpacked(chunks: Iterable[bytes], limit: int, url: str) -> Iterator[bytes]:
    """The content of a gzip stream of one or more members, in pieces of at most one byte above the limit."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if unpacker.eof:
                    unpacker = zlib.decompressobj(wbits=31)
                yield unpacker.decompress(rest, limit + 1)
                rest = unpacker.unconsumed_tail or unpacker.unused_data
        yield unpacker.flush()
    except zlib.error as error:
        raise NetError("protocol", "the packed answer is broken", url=url) from error
