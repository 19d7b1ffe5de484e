"""What a relay tells by web-hook -> its events, dealt with; only after the relay has proved that it is itself."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Literal

from inkwright.flows.newsletter_feedback import act
from inkwright.flows.newsletter_server import Office
from inkwright.model.errors import NetError
from inkwright.model.feedback import Feedback
from inkwright.model.net import Reply
from inkwright.newsletter.hooks import generic, postmark, ses
from inkwright.newsletter.hooks.hook import SHORTEST_SECRET, HookError, knows_secret

SECRET = "INKWRIGHT_HOOK_SECRET"
Heard = Literal["taken", "closed", "stranger", "nonsense", "later"]
"""`closed` nobody is listened to there; `stranger` no proof; `nonsense` none of this relay's; `later` try again."""
Fetch = Callable[[str], Reply]
"""The answer to a GET of a public address. Raises NetError."""
_READERS: Mapping[str, Callable[[bytes], list[Feedback]]] = {
    generic.PROVIDER: generic.read_events, postmark.PROVIDER: postmark.read_events,
}  # fmt: skip
"""Relays that prove themselves by the shared secret."""


class Hooks:
    """The web-hooks of a newsletter. `secret` is the shared one, "" listens to no relay that would need it."""

    def __init__(self, office: Office, secret: str, fetch: Fetch) -> None:
        self._office = office
        self._secret = secret if len(secret) >= SHORTEST_SECRET else ""
        self._fetch = fetch
        self._certificates: dict[str, bytes] = {}
        self._fetching = threading.Lock()

    def hear(self, provider: str, headers: Mapping[str, str], body: bytes, now: datetime) -> tuple[Heard, str]:
        """Deal with what was sent; on the disk when this returns. The words are for the owner's log."""
        try:
            if provider == ses.PROVIDER:
                heard, events = self._ses(body)
            elif provider in _READERS:
                heard, events = self._by_secret(_READERS[provider], headers, body)
            else:
                return "closed", ""
        except HookError as error:
            return "nonsense", f"{provider}: {error}"
        except NetError as error:
            return "later", f"{provider}: {error}"
        for told in events:
            with self._office.ledger.write(durable=True) as connection:
                act(connection, told, now)
        return heard, f"{provider}: no proof that it is this relay" if heard == "stranger" else ""

    def _by_secret(
        self, read: Callable[[bytes], list[Feedback]], headers: Mapping[str, str], body: bytes
    ) -> tuple[Heard, list[Feedback]]:
        if not self._secret:
            return "closed", []
        return ("taken", read(body)) if knows_secret(headers, self._secret) else ("stranger", [])

    def _ses(self, body: bytes) -> tuple[Heard, list[Feedback]]:
        topic = self._office.settings.ses_topic
        if not topic:
            return "closed", []
        notice = ses.read_notice(body, topic)
        if not self._fetching.acquire(blocking=False):  # one at a time: nobody can keep all threads busy with it
            return "later", []
        try:
            if not ses.is_signed(notice, self._certificate(notice.certificate)):
                return "stranger", []
            if notice.subscribe:
                self._fetch(notice.subscribe)
        finally:
            self._fetching.release()
        return "taken", ses.read_events(notice)

    def _certificate(self, url: str) -> bytes:
        """The certificate at an address of Amazon's, fetched once. Raises NetError."""
        known = self._certificates.get(url)
        if known is not None:
            return known
        reply = self._fetch(url)
        if reply.status != 200 or reply.redirects:
            return b""
        if len(self._certificates) >= 8:
            self._certificates.clear()
        return self._certificates.setdefault(url, reply.body)
