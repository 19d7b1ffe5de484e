"""Where a reader came from -> what kind of place that is."""

import tomllib
from functools import cache, lru_cache
from importlib import resources

from inkwright.measure.export_file import host_of
from inkwright.model.life import ReaderKind
from inkwright.model.regex import regex

_GOOGLE = regex(r"google(?:\.com?)?(?:\.[a-z]{2,3})?|.+\.search\.yahoo\.com")
_WEBMAIL = regex(r"(?:web)?mail\d?\..+")


@lru_cache(maxsize=4096)
def kind_of(referrer: str, own_host: str = "") -> ReaderKind:
    """The kind of place that a referrer (an address, a host or a name) is; "direct" for none.

    A host that is in none of our lists is another site. **Source:** own choice, over the hosts that the large places
    send readers from; instances of Mastodon are too many to name.
    """
    host = host_of(referrer).casefold().replace(" ", "_")
    if host in ("", "-", "direct", "(direct)", "direct_/_none"):
        return "direct"
    if own_host and host == own_host:
        return "own"
    if _among(host, "newsletter") or _WEBMAIL.fullmatch(host):
        return "newsletter"
    if _among(host, "search") or _GOOGLE.fullmatch(host):
        return "search"
    return "social" if _among(host, "social") else "other"


def _among(host: str, kind: str) -> bool:
    """Whether a host or the site that it is a part of is of that kind."""
    parts = host.split(".")
    return any(".".join(parts[no:]) in _known()[kind] for no in range(max(1, len(parts) - 1)))


@cache
def _known() -> dict[str, frozenset[str]]:
    text = resources.files("inkwright.measure").joinpath("referrer_kinds.toml").read_text(encoding="utf-8")
    return {kind: frozenset(hosts) for kind, hosts in tomllib.loads(text).items()}
