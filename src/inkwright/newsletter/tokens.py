"""Tokens in the links and return addresses of mail: who is meant and by which issue, and that we wrote it. Pure.

A token holds no secret but its seal: nobody can make one for another reader, another issue or another purpose. Written
in small letters and digits (base32), so that it survives a mail server that changes the case of an address.
"""

import hmac
from base64 import b32decode, b32encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Literal

from msgspec import Struct

Purpose = Literal["confirm", "unsubscribe", "preferences", "bounce", "form"]
SEAL = 16
"""Bytes of the seal: 128 bits of HMAC-SHA256. **Source:** RFC 2104, section 5 (at least half of the hash)."""
LONGEST = 52
"""Characters of the longest token; with `bounces+` before it a mailbox name may have 64.

**Source:** RFC 5321, section 4.5.3.1.1."""
_LARGEST = (1 << 56) - 1


class Token(Struct, frozen=True):
    """What a token says. `issue` is the number of the issue it came with, 0 for none; in a `confirm` token the Unix
    time in seconds at which it was made."""

    issue: int
    subscriber: int


def make_token(key: bytes, purpose: Purpose, issue: int, subscriber: int, salt: bytes) -> str:
    """A token for one purpose; `salt` is the reader's own, which makes all tokens of an erased reader worthless.

    Raises ValueError for numbers below 0 or too large to fit a mail address.
    """
    if not (0 <= issue <= _LARGEST and 0 <= subscriber <= _LARGEST):
        raise ValueError(f"no token holds issue {issue} and subscriber {subscriber}")
    who = _varint(issue) + _varint(subscriber)
    return _written(who + seal(key, purpose, issue, subscriber, salt)[:SEAL])


def read_token(
    keys: Iterable[bytes], purpose: Purpose, token: str, salt_of: Callable[[int], bytes | None]
) -> Token | None:
    """What a token says, None unless one of `keys` made exactly it for this purpose.

    `salt_of` gives the salt of a reader by number, None for one who is not there; the work done is then the same.
    """
    parts = _read(token)
    if parts is None:
        return None
    found, given = parts
    salt = salt_of(found.subscriber)
    good = False
    for key in keys:
        made = seal(key, purpose, found.issue, found.subscriber, salt or b"")[:SEAL]
        good |= hmac.compare_digest(made, given)
    return found if good and salt is not None else None


def seal(key: bytes, purpose: str, issue: int, subscriber: int, salt: bytes) -> bytes:
    """The 32 bytes that only who has the key can make. The fields cannot run into each other: the purpose ends in a
    zero, the numbers have 8 bytes each. **Source:** RFC 2104; RFC 4868 for the truncation of `make_token`."""
    said = purpose.encode("ascii") + b"\0" + issue.to_bytes(8, "big") + subscriber.to_bytes(8, "big") + salt
    return hmac.digest(key, said, sha256)


def _read(token: str) -> tuple[Token, bytes] | None:
    """The parts of a token in the one way of writing it, None for any other text."""
    if not (0 < len(token) <= LONGEST and token.isascii()):
        return None
    try:
        raw = b32decode(token.upper() + "=" * (-len(token) % 8))
    except ValueError:
        return None
    if _written(raw) != token:
        return None
    numbers, rest = [], raw
    for _ in range(2):
        number, rest = _first_number(rest)
        if number < 0:
            return None
        numbers.append(number)
    return (Token(*numbers), rest) if len(rest) == SEAL else None


def _written(raw: bytes) -> str:
    return b32encode(raw).decode("ascii").rstrip("=").lower()


def _varint(number: int) -> bytes:
    """Seven bits a byte, lowest first; the top bit says that more follow. **Source:** LEB128 of DWARF 5, 7.6."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))


def _first_number(raw: bytes) -> tuple[int, bytes]:
    """The first number and what follows it, -1 where none is written in the shortest way."""
    number = 0
    for at, byte in enumerate(raw[:8]):
        number |= (byte & 0x7F) << (7 * at)
        if byte < 0x80:
            return (number, raw[at + 1 :]) if raw[: at + 1] == _varint(number) else (-1, b"")
    return -1, b""
