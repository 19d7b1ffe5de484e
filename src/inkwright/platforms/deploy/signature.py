"""Signing of requests as Amazon's services want it. Pure: the time is handed in.

**Source:** docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html (AWS Signature Version 4).
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, quote, urlsplit

from msgspec import Struct

_ALGORITHM = "AWS4-HMAC-SHA256"


class Key(Struct, frozen=True):
    """A key for a region's service; what is secret of it is never shown."""

    id: str
    secret: str
    token: str = ""
    region: str = "us-east-1"
    service: str = "s3"

    def __repr__(self) -> str:
        return f"Key(id={self.id!r}, region={self.region!r}, service={self.service!r})"


def encoded(path: str) -> str:
    """A key as it stands in an address: everything but letters, digits, `-._~` and `/` as percent and UTF-8."""
    return quote(path, safe="/~")


def signed(
    method: str, url: str, headers: Mapping[str, str], body: bytes, key: Key, now: datetime
) -> dict[str, str]:  # fmt: skip
    """The headers of a request with those that sign it. `url` is encoded already, `now` is in UTC."""
    parts, stamp, digest = urlsplit(url), now.strftime("%Y%m%dT%H%M%SZ"), hashlib.sha256(body).hexdigest()
    sent = {name.lower(): " ".join(value.split()) for name, value in headers.items()}
    sent |= {"host": parts.netloc, "x-amz-content-sha256": digest, "x-amz-date": stamp}
    if key.token:
        sent["x-amz-security-token"] = key.token
    names = ";".join(sorted(sent))
    lines = "".join(f"{name}:{sent[name]}\n" for name in sorted(sent))
    asked = "\n".join((method, parts.path or "/", _query(parts.query), lines, names, digest))
    scope = f"{stamp[:8]}/{key.region}/{key.service}/aws4_request"
    said = "\n".join((_ALGORITHM, stamp, scope, hashlib.sha256(asked.encode()).hexdigest()))
    signature = hmac.new(_signing_key(key, stamp[:8]), said.encode(), hashlib.sha256).hexdigest()
    sent["authorization"] = f"{_ALGORITHM} Credential={key.id}/{scope}, SignedHeaders={names}, Signature={signature}"
    return sent


def _query(query: str) -> str:
    pairs = sorted((quote(name, safe="~"), quote(value, safe="~")) for name, value in parse_qsl(query, True))
    return "&".join(f"{name}={value}" for name, value in pairs)


def _signing_key(key: Key, day: str) -> bytes:
    made = f"AWS4{key.secret}".encode()
    for part in (day, key.region, key.service, "aws4_request"):
        made = hmac.new(made, part.encode(), hashlib.sha256).digest()
    return made
