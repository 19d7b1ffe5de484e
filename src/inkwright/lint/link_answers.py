"""What an answer from the web means for a link: alive, moved, dead, or nothing that one can tell. Pure."""

from urllib.parse import unquote, urlsplit

from inkwright.model.errors import NetError
from inkwright.model.net import LinkAnswer, Reply

_SAID = {
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 410: "Gone", 429: "Too Many Requests",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable",
    504: "Gateway Timeout",
}  # fmt: skip
_GONE = (404, 410)
"""Statuses that say that nothing is there; any other refusal may be meant for robots alone.

**Source:** RFC 9110, sections 15.5.5 and 15.5.11."""
_DEAD = ("dns", "connect", "tls")
"""Kinds of failure that meet every reader, unless they may pass."""
_FOR_GOOD = (301, 308)
"""Redirects after which links should be changed. **Source:** RFC 9110, sections 15.4.2 and 15.4.9."""


def judge(url: str, outcome: Reply | NetError) -> LinkAnswer:
    """The answer for the link to an address that was asked in vain or not."""
    if isinstance(outcome, NetError):
        dead = outcome.kind in _DEAD and not outcome.passing
        return LinkAnswer("dead" if dead else "unclear", outcome.message)
    if 200 <= outcome.status < 300:
        return _alive(url, outcome)
    said = f"{outcome.status} {_SAID.get(outcome.status, '')}".rstrip()
    return LinkAnswer("dead" if outcome.status in _GONE else "unclear", said)


def _alive(url: str, reply: Reply) -> LinkAnswer:
    """Alive, or moved when it redirects for good to another page than a way to sign in."""
    to = ""
    for hop in reply.redirects:
        if hop.status not in _FOR_GOOD:
            break
        to = hop.to
    if not to or _same(url, to) or _comes_back(url, to):
        return LinkAnswer("alive")
    if _is_front(to) and not _is_front(url):
        return LinkAnswer("moved", f"it leads to the front page of {urlsplit(to).hostname} for good")
    return LinkAnswer("moved", f"it moved for good to {to}", to)


def _comes_back(url: str, to: str) -> bool:
    """Whether an address carries the first one along, as a page for signing in does to return there."""
    path = unquote(urlsplit(url).path)
    return len(path) > 1 and path in unquote(urlsplit(to).query)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _same(left: str, right: str) -> bool:
    """Whether two addresses differ only in how they are written, or in a slash at the end."""
    return _plain(left) == _plain(right)


def _plain(url: str) -> tuple[str, str, str, str]:
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc.lower(), unquote(parts.path).rstrip("/"), unquote(parts.query)
