"""DKIM: each message signed for the sender's domain, so that a relay need not. Pure; the key is handed in.

**Source:** RFC 6376 (signing, relaxed canonical forms), RFC 8301 (SHA-256 and 2048 bits), RFC 8058, section 4 (the
headers to leave by are signed).
"""

from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256

from inkwright.model.regex import regex

SIGNED = (
    b"from", b"to", b"subject", b"date", b"message-id", b"reply-to", b"mime-version", b"content-type", b"list-id",
    b"list-unsubscribe", b"list-unsubscribe-post",
)  # fmt: skip
"""Headers that are signed where a message has them. **Source:** RFC 6376, section 5.4.1; RFC 8058."""
AGAIN = (b"from", b"to", b"subject", b"date", b"list-unsubscribe", b"list-unsubscribe-post")
"""Headers that are named once more than they stand there, so that nobody can add another. **Source:** RFC 6376,
section 8.15."""
FEWEST_BITS = 1024
"""**Source:** RFC 8301, section 3.2: verifiers take no shorter key; 2048 is asked of signers."""
_HEADER = regex(rb"([!-9;-~]+)[ \t]*:((?:[^\r\n]|\r\n[ \t])*)\r\n")
_SPACES = regex(rb"[ \t\r\n]+")


def signer(private_key_pem: bytes, domain: str, selector: str) -> Callable[[bytes], bytes]:
    """A function that puts a DKIM-Signature before a message, relaxed/relaxed, RSA-SHA256.

    Raises ValueError for what is no RSA key in PEM, a locked one or one under 1024 bits; Ed25519 is refused, because
    large receivers do not verify it.
    """
    sign = _sign_with(private_key_pem)
    fixed = f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain};\r\n s={selector}; h=".encode("ascii")

    def signed(message: bytes) -> bytes:
        head, _, body = message.partition(b"\r\n\r\n")
        names, canonical = _headers(head + b"\r\n")
        said = fixed + _listed(tuple(names)) + b";\r\n bh=" + b64encode(sha256(relaxed_body(body)).digest())
        said += b";\r\n b="
        own = b"dkim-signature:" + _SPACES.sub(b" ", said)
        seal = b64encode(sign(canonical + own))
        lines = b"\r\n ".join([seal[at : at + 72] for at in range(0, len(seal), 72)])
        return b"DKIM-Signature: " + said + lines + b"\r\n" + message

    return signed


def relaxed_body(body: bytes) -> bytes:
    """A body as it is hashed: runs of blanks as one, none at the end of a line, no empty lines at the end.

    **Source:** RFC 6376, section 3.4.4.
    """
    if b"\t" in body:
        body = body.replace(b"\t", b" ")
    while body.rfind(b"  ") >= 0:  # searching from the end is four times as fast, and our own parts hold none
        body = body.replace(b"  ", b" ")
    if body.rfind(b" \r\n") >= 0:
        body = body.replace(b" \r\n", b"\r\n")
    body = body.rstrip(b"\r\n")
    return body + b"\r\n" if body else b""


def _headers(head: bytes) -> tuple[list[bytes], bytes]:
    """The names for `h=` and the canonical headers in that order. **Source:** RFC 6376, sections 3.4.2 and 5.4."""
    found: dict[bytes, list[bytes]] = {}
    for name, value in _HEADER.findall(head):
        found.setdefault(name.lower(), []).append(value)
    names, canonical = [], []
    for name in SIGNED:
        values = found.get(name, [])
        for value in reversed(values):  # from the last upwards
            names.append(name)
            canonical.append(name + b":" + _SPACES.sub(b" ", value).strip() + b"\r\n")
    names += [name for name in AGAIN if name in found]
    return names, b"".join(canonical)


@lru_cache(maxsize=16)
def _listed(names: tuple[bytes, ...]) -> bytes:
    """The names with colons between them, on lines of a length."""
    lines: list[bytes] = [b""]
    for name in names:
        if len(lines[-1]) + len(name) > 70:
            lines.append(b"")
        lines[-1] += name + b":"
    return b"\r\n  ".join(lines)[:-1]


def _sign_with(pem: bytes) -> Callable[[bytes], bytes]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ValueError("the DKIM key is no private key in PEM without a password") from error
    if not isinstance(key, RSAPrivateKey) or key.key_size < FEWEST_BITS:
        raise ValueError("the DKIM key must be RSA of 2048 bits, 1024 at least")
    rsa, padding, algorithm = key, PKCS1v15(), SHA256()
    return lambda data: rsa.sign(data, padding, algorithm)
