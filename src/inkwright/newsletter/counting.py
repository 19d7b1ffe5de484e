"""Who opens, clicks and visits, as far as numbers go: sorted by what asks, told apart within a day, forgotten. Pure.

An address of the network and a browser are looked at and never kept: what tells two visitors apart is a hash under a
salt that lives for a day in memory.
"""

import hmac
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Literal

from inkwright.model.regex import regex

Opener = Literal["human", "mpp", "proxy", "scanner"]
"""`human` somebody with a mail program; `mpp` Apple's servers, which open every mail, read or not; `proxy` a server of
the mailbox's provider, mostly when somebody reads; `scanner` a program that follows whatever it finds."""
LONGEST_PATH = 200
_MOST = 200_000
"""Visitors told apart on one day: about 20 MB."""
_PROXY = regex(r"GoogleImageProxy|ggpht\.com|YahooMailProxy|YahooCacheSystem|yahoo! ?slurp", re.IGNORECASE)
_SCANNER = regex(
    r"bot|crawl|spider|scan|preview|fetch|monitor|headless|phantom|curl|wget|python|java/|go-http|okhttp|libwww|axios"
    r"|ruby|perl|php|barracuda|proofpoint|mimecast|symantec|fireeye|safelinks|sophos|trend ?micro|bitdefender",
    re.IGNORECASE,
)


def opened_by(agent: str) -> Opener:
    """Who opens a mail, by the `User-Agent`; without one it is a program.

    **Source:** Apple's Mail Privacy Protection names itself `Mozilla/5.0` and nothing else; Google and Yahoo name their
    proxies. The rest is own choice.
    """
    agent = agent.strip()
    if agent == "Mozilla/5.0":
        return "mpp"
    if _PROXY.search(agent):
        return "proxy"
    return "scanner" if not agent or _SCANNER.search(agent) else "human"


def clicked_by(agent: str) -> Opener:
    """Who follows a link: `human` or `scanner`; nobody reads through a proxy that names itself as one."""
    return "human" if opened_by(agent) == "human" else "scanner"


def plain_path(written: str) -> str:
    """The path of a page as it is counted, without what follows `?` or `#`; "" for what is none."""
    path = re.split(r"[?#]", written.strip(), maxsplit=1)[0]
    good = path.startswith("/") and not path.startswith("//") and path.isprintable() and len(path) <= LONGEST_PATH
    return path if good else ""


class Visitors:
    """Tells whether somebody was there before on the same day. `new_salt` makes random bytes, once a day."""

    def __init__(self, new_salt: Callable[[], bytes]) -> None:
        self._new_salt = new_salt
        self._day, self._salt = "", b""
        self._seen: set[bytes] = set()

    def is_new(self, day: str, what: str, address: str, agent: str) -> bool:
        """Whether this is the first time on a day that somebody asks for `what`. When more were there than are told
        apart, everybody counts as known."""
        if day != self._day:
            self._day, self._salt, self._seen = day, self._new_salt(), set()
        said = "\0".join((what, address, agent)).encode("utf-8", "replace")
        name = hmac.digest(self._salt, said, sha256)[:16]
        if name in self._seen or len(self._seen) >= _MOST:
            return False
        self._seen.add(name)
        return True
