"""The address under which a post is told of: as it is, or with tags by which a statistic tells the networks apart."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

MEDIUM = {"newsletter": "email"}
"""What `utm_medium` says; "social" for all others."""


def tagged(url: str, network: str, slug: str) -> str:
    """The address with `utm_source`, `utm_medium` and `utm_campaign`; its own query and fragment stay, tags that it
    has already are replaced. "" for "".

    **Source:** support.google.com/analytics/answer/10917952 (what the three mean).
    """
    if not url:
        return ""
    parts = urlsplit(url)
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not key.startswith("utm_")
    ]
    query += [("utm_source", network), ("utm_medium", MEDIUM.get(network, "social")), ("utm_campaign", slug)]
    return urlunsplit(parts._replace(query=urlencode(query)))


def plain(url: str) -> str:
    """An address as a message may hold it: no blanks, no characters beyond ASCII."""
    return quote(url.strip(), safe=":/?#[]@!$&'()*+,;=%~-._")


def bare(url: str) -> str:
    """An address without its scheme, `www.` and last slash, in small letters: what is looked for in a text."""
    return re.sub(r"\A[a-z]+://(?:www\.)?", "", url.strip().casefold()).rstrip("/")
