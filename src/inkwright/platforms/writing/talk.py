"""One request to a platform and its answer as data; whatever goes wrong becomes one sentence."""

import json
from collections.abc import Mapping
from typing import Any

from inkwright.model.errors import InkwrightError
from inkwright.model.net import Reply
from inkwright.platforms.writing.copies import Wire

MOST_SAID = 200
"""Characters of a platform's own words that are repeated."""


class Refused(InkwrightError):
    """A platform did not do what it was asked. `sure` says that it certainly did nothing, `gone` that what was asked
    for is not there, `wait` the seconds that it wants us to wait (0 when it did not say)."""

    def __init__(self, message: str, *, sure: bool, gone: bool = False, wait: int = 0, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.sure = sure
        self.gone = gone
        self.wait = wait


def ask(
    wire: Wire, label: str, method: str, url: str, headers: Mapping[str, str], data: Any = None,
) -> Any:  # fmt: skip
    """The JSON of an answer; None for an empty one. `data` is sent as JSON, bytes as they are under the content type
    among the headers. Raises Refused, NetError."""
    if isinstance(data, bytes):
        return _read(label, wire.request(method, url, {"accept": "application/json", **headers}, data))
    body = b"" if data is None else json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    sent = {"accept": "application/json", **headers, **({"content-type": "application/json"} if body else {})}
    return _read(label, wire.request(method, url, sent, body))


def _read(label: str, reply: Reply) -> Any:
    if reply.status >= 400:
        raise _refusal(label, reply.status, reply.headers, reply.body)
    if not reply.body.strip():
        return None
    try:
        return json.loads(reply.body)
    except (ValueError, RecursionError):
        said = f"{label} gave an answer that is no JSON, so it is not known what it did"
        raise Refused(said, sure=False, hint="Run the same command again; it looks before it sends.") from None


def field(label: str, answer: Any, *names: str) -> str:
    """A scalar in an answer, by the way to it. Raises Refused where it is not there: then it is not known what was
    done."""
    for name in names:
        answer = answer.get(name) if isinstance(answer, Mapping) else None
    if not isinstance(answer, str | int) or answer == "":
        said = f"{label} gave an answer without `{'.'.join(names)}`, so it is not known what it did"
        raise Refused(said, sure=False, hint="Run the same command again; it looks before it sends.")
    return str(answer)


def _refusal(label: str, status: int, headers: Mapping[str, str], body: bytes) -> Refused:
    """Why a platform refused, in one sentence."""
    if status in (401, 403):
        hint = "Make a new key there, put it into the environment or the keyring, and run the same command again."
        return Refused(f"{label} does not accept the key ({status})", sure=True, hint=hint)
    if status in (404, 410):
        return Refused(f"{label} does not know that address ({status})", sure=True, gone=True)
    if status == 429:
        waits = headers.get("retry-after", "")
        wait = int(waits) if waits.isdigit() else 0
        when = f"in {wait} seconds" if wait else "in a few minutes"
        return Refused(f"{label} wants fewer requests (429)", sure=True, wait=wait, hint=f"Run it again {when}.")
    if status >= 500:
        hint = "Run the same command again later; it looks before it sends."
        return Refused(
            f"{label} has trouble of its own ({status}), so it is not known what it did", sure=False, hint=hint
        )
    return Refused(f"{label} refuses it ({status}): {_words(body)}", sure=True, hint="Mend that and run it again.")


def _words(body: bytes) -> str:
    """What a platform says, on one line."""
    text = body[:4000].decode("utf-8", "replace")
    try:
        found = json.loads(text)
        return words_of(found.get("error") or found.get("message") or found.get("errors") or text)
    except (ValueError, AttributeError, RecursionError):
        return words_of(text)


def words_of(said: Any) -> str:
    """A platform's own words, cut, on one line and without control characters."""
    text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False) if said else ""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain[:MOST_SAID] or "it does not say why"
