"""Asks whether anything is at an address: by HEAD, by GET where a server does not like that, and again after a pause.

Nothing of a page is read. What the answer means for a link is not decided here.
"""

from collections.abc import Callable

from inkwright.model.errors import NetError
from inkwright.model.net import Reply
from inkwright.net.client import Client

Outcome = Reply | NetError
PAUSES = (1.0, 3.0)
"""Seconds before the second and the third try."""
PATIENCE = 20.0
"""Seconds that a server may ask us to wait; when it wants more we do not come back in this run."""
_AGAIN = frozenset({429, 500, 502, 503, 504})
"""Statuses that another try may change."""
_RETRIED = frozenset({"dns", "connect", "timeout", "protocol"})


def probe(client: Client, url: str, wait: Callable[[float], object]) -> Outcome:
    """The last answer of at most three tries, or the error of the last. A refusal is always that of a GET.

    `wait` pauses for seconds.
    """
    method = "HEAD"
    outcome = _try(client, method, url)
    for pause in PAUSES:
        if method == "HEAD" and _dislikes_head(outcome):
            method = "GET"
            outcome = _try(client, method, url)
        delay = _delay(outcome, pause)
        if delay is None:
            break
        wait(delay)
        method = "GET"
        outcome = _try(client, method, url)
    return outcome


def _try(client: Client, method: str, url: str) -> Outcome:
    try:
        return client.request(method, url, with_body=False)
    except NetError as error:
        return error


def _dislikes_head(outcome: Outcome) -> bool:
    """Whether a GET may fare better at once: any refusal but a plea for fewer requests, and a broken answer."""
    if isinstance(outcome, NetError):
        return outcome.kind in ("protocol", "too-many-redirects")
    return outcome.status >= 400 and outcome.status != 429


def _delay(outcome: Outcome, pause: float) -> float | None:
    """Seconds until the next try, None when there should be none.

    **Source:** RFC 9110, section 10.2.3 (Retry-After holds seconds or a date).
    """
    if isinstance(outcome, NetError):
        return pause if outcome.kind in _RETRIED else None
    if outcome.status not in _AGAIN:
        return None
    asked = outcome.headers.get("retry-after", "").strip()
    seconds = float(asked) if asked.isdecimal() else _until(asked, outcome.headers.get("date", ""))
    wanted = max(pause, seconds)
    return wanted if wanted <= PATIENCE else None


def _until(then: str, now: str) -> float:
    """Seconds from one HTTP date to another; 0 where either is none."""
    from email.utils import parsedate_to_datetime  # 4 ms that a check without the network need not pay

    try:
        return (parsedate_to_datetime(then) - parsedate_to_datetime(now)).total_seconds()
    except (ValueError, TypeError):
        return 0.0
