"""What a secret looks like: keys by their well-known prefixes, private keys, passwords in addresses, random values
given to a name such as `token`. Examples and placeholders are told apart."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from inkwright.model.span import Span


class Secret(NamedTuple):
    """Where a secret stands and what kind it is."""

    span: Span
    kind: str


_PREFIXED = re.compile(
    r"(?<![\w/+-])(?:"
    r"(?P<AWS>(?:AKIA|ASIA|AGPA|AIDA|AROA)[0-9A-Z]{16})"
    r"|(?P<GitHub>gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})"
    r"|(?P<GitLab>glpat-[\w-]{20,})"
    r"|(?P<Slack>xox[abeoprs]-[0-9A-Za-z-]{16,}|(?<=hooks\.slack\.com/services/)T\w{8,}/B\w{8,}/\w{20,})"
    r"|(?P<Anthropic>sk-ant-[\w-]{20,})"
    r"|(?P<OpenAI>sk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{20,})"
    r"|(?P<HuggingFace>hf_[A-Za-z0-9]{30,})"
    r"|(?P<Google>AIza[0-9A-Za-z_-]{35}|GOCSPX-[\w-]{20,}|ya29\.[\w-]{30,})"
    r"|(?P<Stripe>(?:sk|rk)_live_[0-9A-Za-z]{20,}|whsec_[0-9A-Za-z]{28,})"
    r"|(?P<npm>npm_[A-Za-z0-9]{36})"
    r"|(?P<PyPI>pypi-[\w-]{50,})"
    r"|(?P<SendGrid>SG\.[\w-]{20,}\.[\w-]{40,})"
    r"|(?P<DigitalOcean>do[opr]_v1_[a-f0-9]{60,})"
    r"|(?P<Twilio>SK[0-9a-f]{32})"
    r"|(?P<token>eyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,})"
    r")(?![\w/+-])"
)
_PRIVATE_KEY = re.compile(
    r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----\s+(?:[\w-]+:[^\n]*\n\s*)*[A-Za-z0-9+/=]{40}"
)
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://([^\s:/@\"'<>{}$]{1,60}):([^\s/@\"'<>{}$:]{3,80})@([\w.-]{1,90})")
_GIVEN = re.compile(
    r"(?:api[_-]?key|secret(?:[_-]?(?:access[_-]?)?key)?|(?:access|auth|refresh|bearer|api)[_-]?token|passw(?:or)?d|"
    r"client[_-]?secret|private[_-]?key|account[_-]?key)\w{0,10}[\"']?\s{0,3}(?::|=>?|:=)\s{0,3}[\"']([^\s\"']{16,200})[\"']",
    re.I,
)
_PLACEHOLDER = re.compile(
    r"example|sample|dummy|fake|test|xxx|placeholder|change.?me|your|insert|replace|redacted|secret|password|passwd|token|"
    r"\.\.\.|\*\*\*|…|abcdef|123456|foobar|hunter2|lorem|deadbeef|my[_-]|none|null",
    re.I,
)
_LOCAL = frozenset(
    {"localhost", "127.0.0.1", "0.0.0.0", "db", "postgres", "redis", "mysql", "host", "hostname", "server"}
)
_SHOWN_TOKEN = "eyJzdWIiOiIxMjM0NTY3ODkw"
"""The payload of the token that every tutorial shows."""
_RANDOM = 3.4
"""Bits a character from which a value counts as random. **Source:** measured on the development corpus: names and
addresses lie below 3.3, generated keys of 20 and more characters above 3.6."""


def secrets(text: str) -> Iterator[Secret]:
    """Every secret in a text, in the order of their kinds; nothing for placeholders."""
    for match in _PREFIXED.finditer(text):
        if not _is_placeholder(match[0]) and _SHOWN_TOKEN not in match[0]:
            yield Secret(Span(*match.span()), f"a {match.lastgroup} key" if match.lastgroup != "token" else "a token")
    for match in _PRIVATE_KEY.finditer(text):
        yield Secret(Span(*match.span()), "a private key")
    if "://" in text:
        for match in _ADDRESS.finditer(text):
            user, password, host = match.groups()
            known = password.lower() in (user.lower(), "pass", "pw", "pwd") or host.lower() in _LOCAL
            if not known and not _PLACEHOLDER.search(password) and not host.lower().startswith("example"):
                yield Secret(Span(*match.span(2)), "a password")
    for match in _GIVEN.finditer(text):
        if _is_random(match[1]) and not _PREFIXED.match(match[1]):
            yield Secret(Span(*match.span(1)), "a secret")


def _is_placeholder(value: str) -> bool:
    """Whether a key says itself that it is none, or repeats itself as no generated key does."""
    return bool(_PLACEHOLDER.search(value)) or bits(value.partition("-")[2] or value) < 2.8


def _is_random(value: str) -> bool:
    mixed = any(char.isdigit() for char in value) and any(char.isalpha() for char in value)
    plain = re.fullmatch(r"[\w+/=.~-]+", value) is not None
    return mixed and plain and not _PLACEHOLDER.search(value) and bits(value) >= _RANDOM


def bits(value: str) -> float:
    """The entropy of a text in bits a character; 0 for an empty one. **Source:** Shannon (1948), section 6."""
    counts = Counter(value).values()
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts)
