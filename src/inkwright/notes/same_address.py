"""When two addresses lead to the same page."""

import re

from inkwright.model.regex import regex

_TRACKING = regex(r"(?i)(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src)=[^&#]*&?")


def same_address(url: str) -> str:
    """An address as it is compared: without its scheme, `www.`, fragment, tracking and a slash at the end."""
    bare = re.sub(r"\Ahttps?://(?:www\.)?", "", url.partition("#")[0].strip(), flags=re.I)
    host, slash, rest = bare.partition("/")
    path, mark, query = rest.partition("?")
    query = _TRACKING.sub("", query).strip("&")
    return f"{host.lower()}{slash}{path}".rstrip("/") + (f"{mark}{query}" if query else "")
