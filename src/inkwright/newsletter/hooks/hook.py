"""What the files of this folder share: reading JSON that a stranger may have written, and the shared secret."""

import hmac
import json
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

SHORTEST_SECRET = 16
"""Characters of a secret that is worth the name. **Source:** own choice: 80 bits at five bits a character."""


class HookError(Exception):
    """What was sent is not what this relay sends; the text says why, for the log and never for the sender."""


def read_json(body: bytes) -> Any:
    """The value in a body. Raises HookError for what is no JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HookError("it is no JSON") from error


def table(value: Any) -> dict[str, Any]:
    """A JSON object, empty for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: Any) -> list[dict[str, Any]]:
    """The objects of a JSON list, at most 1,000; empty for anything else."""
    return [table(one) for one in value[:1000]] if isinstance(value, list) else []


def words(value: Any, most: int = 300) -> str:
    """A JSON string or number on one line, cut; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())[:most]


def knows_secret(headers: Mapping[str, str], secret: str) -> bool:
    """Whether a request holds the shared secret: `Authorization: Bearer SECRET`, or as the password of a user of any
    name (`https://hook:SECRET@...`), for relays that offer only that. Compared in constant time; never for a secret
    that is too short. **Source:** RFC 6750, section 2.1; RFC 7617."""
    kind, _, said = headers.get("authorization", "").partition(" ")
    given = said.strip()
    if kind.lower() == "basic":
        try:
            given = b64decode(given, validate=True).decode("utf-8").partition(":")[2]
        except ValueError:
            given = ""
    elif kind.lower() != "bearer":
        given = ""
    same = hmac.compare_digest(given.encode(), secret.encode())
    return same and len(secret) >= SHORTEST_SECRET
