"""What a secret looks like: keys by their well-known prefixes, private keys, passwords in addresses, random values
given to a name such as `token`. Examples and placeholders are told apart."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from inkwright.lint.paragraphs import paragraphs
from inkwright.model.regex import regex
from inkwright.model.span import Span


class Secret(NamedTuple):
    """Where a secret stands and what kind it is."""

    span: Span
    kind: str


_PREFIXED: tuple[tuple[str, str, str], ...] = (
    *((prefix, r"[0-9A-Z]{16}", "an AWS key") for prefix in ("AKIA", "ASIA", "AGPA", "AIDA", "AROA")),
    *((f"gh{kind}_", r"[A-Za-z0-9]{36,}", "a GitHub token") for kind in "pousr"),
    ("github_pat_", r"[A-Za-z0-9_]{22,}", "a GitHub token"),
    ("glpat-", r"[\w-]{20,}", "a GitLab token"),
    *((f"xox{kind}-", r"[0-9A-Za-z-]{16,}", "a Slack token") for kind in "abeoprs"),
    ("hooks.slack.com/services/", r"T\w{8,}/B\w{8,}/\w{20,}", "a Slack address"),
    ("sk-", r"[A-Za-z0-9_-]{20,}", "an API key"),
    *((prefix, r"[A-Za-z0-9]{32,}", "an API key") for prefix in ("gsk_", "xai-", "pplx-", "r8_", "lin_api_")),
    *(
        (prefix, r"[\w-]{32,}", "an API key")
        for prefix in ("pcsk_", "lsv2_pt_", "nfp_", "tskey-", "sntrys_", "ATATT3", "glsa_")
    ),
    *((prefix, r"[a-f0-9]{32,}", "an access token") for prefix in ("dapi", "shpat_", "sbp_")),
    ("PMAK-", r"[a-f0-9]{24}-[a-f0-9]{34}", "a Postman key"),
    ("dckr_pat_", r"[\w-]{20,}", "a Docker token"),
    ("hvs.", r"[\w-]{24,}", "a Vault token"),
    ("AGE-SECRET-KEY-1", r"[0-9A-Z]{50,}", "a private key"),
    ("discord.com/api/webhooks/", r"\d{15,}/[\w-]{50,}", "a Discord address"),
    ("AccountKey=", r"[A-Za-z0-9+/]{80,}={0,2}", "an Azure key"),
    ("hf_", r"[A-Za-z0-9]{30,}", "a Hugging Face token"),
    ("AIza", r"[0-9A-Za-z_-]{35}", "a Google key"),
    ("GOCSPX-", r"[\w-]{20,}", "a Google secret"),
    ("ya29.", r"[\w-]{30,}", "a Google token"),
    ("sk_live_", r"[0-9A-Za-z]{20,}", "a Stripe key"),
    ("rk_live_", r"[0-9A-Za-z]{20,}", "a Stripe key"),
    ("whsec_", r"[0-9A-Za-z]{28,}", "a Stripe secret"),
    ("npm_", r"[A-Za-z0-9]{36}", "an npm token"),
    ("pypi-", r"[\w-]{50,}", "a PyPI token"),
    ("SG.", r"[\w-]{20,}\.[\w-]{40,}", "a SendGrid key"),
    ("dop_v1_", r"[a-f0-9]{60,}", "a DigitalOcean token"),
    ("eyJ", r"[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}", "a signed token"),
)
"""Prefix, what follows it, and what it is. **Source:** the vendors' documentation for secret scanners."""
_PREFIXES = tuple(prefix for prefix, _, _ in _PREFIXED)
_PRIVATE_KEY = regex(
    r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)+(?:[\w-]+:[^\n]*\n\s*)*[A-Za-z0-9+/=]{40}"
)
_ADDRESS = regex(r"://([^\s:/@\"'<>{}$]{1,60}):([^\s/@\"'<>{}$:]{3,80})@([\w.-]{1,90})")
_SHORTEST = 16
"""Characters without a blank that each key is a part of, at least."""
_VALUE = regex(r"[\"']([\w+/=.~-]{16,200})[\"']")
_BARE = regex(r"[:=]\s{0,3}([\w+/=~-]{20,200})(?=[\s\"'`;,]|\Z)")
_BORNE = regex(r"[Bb](?<!\w.)earer\s([\w+/=~-]{20,200})(?=[\s\"'`;,]|\Z)")
_NAMED = regex(
    r"(?:api[_-]?key|secret(?:[_-]?(?:access[_-]?)?key)?|(?:access|auth|refresh|bearer|api)[_-]?token|passw(?:or)?d|"
    r"client[_-]?secret|private[_-]?key|account[_-]?key)\w{0,10}[\"']?\s{0,3}(?::|=>?|:=)\s{0,3}\Z|"
    r"authorization\W{1,6}bearer\s\Z",
    re.I,
)
_NAMES = ("key", "token", "secret", "passw", "bearer")
"""A piece of each name that `_NAMED` knows."""
_PLACEHOLDER = regex(
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
    """Every secret in a text, kind by kind; nothing for placeholders."""
    signs = set(map(_signs, paragraphs(text)))
    keys = {secret.span: secret for secret in _keys(text, frozenset().union(*(sign.prefixes for sign in signs)))}
    yield from keys.values()
    if "PRIVATE KEY" in text:
        for match in _PRIVATE_KEY.finditer(text):
            yield Secret(Span(*match.span()), "a private key")
    for match in _ADDRESS.finditer(text):
        user, password, host = match.groups()
        known = password.lower() in (user.lower(), "pass", "pw", "pwd") or host.lower() in _LOCAL
        if not known and not _PLACEHOLDER.search(password) and not host.lower().startswith("example"):
            yield Secret(Span(*match.span(2)), "a password")
    if not any(sign.value for sign in signs):
        return
    low = text.lower()
    if not any(map(low.__contains__, _NAMES)):
        return
    borne = _BORNE.finditer(text) if "bearer" in low else ()
    for match in (*_VALUE.finditer(text), *_BARE.finditer(text), *borne):
        start = match.start() if match.re is _VALUE else match.start(1)
        named = _is_random(match[1]) and _NAMED.search(text[max(0, start - 60) : start])
        if named and not any(key.start <= match.start(1) < key.end for key in keys):
            yield Secret(Span(*match.span(1)), "a secret")


class _Signs(NamedTuple):
    """What of secrets a paragraph holds: prefixes of keys, and whether a random value that may be one."""

    prefixes: frozenset[str]
    value: bool


_NO_SIGNS = _Signs(frozenset(), False)


@lru_cache(maxsize=4096)
def _signs(text: str) -> _Signs:
    """The signs in a paragraph; remembered, as an edit changes one of many."""
    runs = "\n".join([run for run in text.split() if len(run) >= _SHORTEST])
    if not runs:
        return _NO_SIGNS
    return _Signs(frozenset(filter(runs.__contains__, _PREFIXES)), _holds_value(text))


def _holds_value(text: str) -> bool:
    """Whether a paragraph holds a random value with a name that secrets are given to before it, or at its start, for
    the name may stand at the end of the paragraph before."""
    borne = _BORNE.finditer(text) if "earer" in text else ()
    matches = (*_VALUE.finditer(text), *_BARE.finditer(text), _BARE.match(":" + text), *borne)
    return any(match and _may_be_named(match) and _is_random(match[1]) for match in matches)


def _may_be_named(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start(1) - 61) : match.start(1)].lower()
    return not before.strip(" \t\r\n:=>\"'") or any(name in before for name in _NAMES)


def _keys(text: str, there: frozenset[str]) -> Iterator[Secret]:
    """Keys by their prefixes; one that starts inside a word is none. `there` are the prefixes that the text holds."""
    for prefix, rest, kind in _PREFIXED:
        if prefix in there:
            for match in _pattern(prefix, rest).finditer(text):
                if not _is_placeholder(match[0]) and _SHOWN_TOKEN not in match[0]:
                    yield Secret(Span(*match.span()), kind)


@lru_cache(len(_PREFIXED))
def _pattern(prefix: str, rest: str) -> re.Pattern[str]:
    """A key with nothing of a word around it; an address may go on from anywhere."""
    before = "" if "/" in prefix else r"(?<![\w/+-])"
    return regex(before + re.escape(prefix) + rest + r"(?![\w/+-])")


def _is_placeholder(value: str) -> bool:
    """Whether a key says itself that it is none, or repeats itself as no generated key does."""
    return bool(_PLACEHOLDER.search(value)) or bits(value.partition("-")[2] or value) < 2.8


@lru_cache(maxsize=4096)
def _is_random(value: str) -> bool:
    mixed = any(char.isdigit() for char in value) and any(char.isalpha() for char in value)
    plain = re.fullmatch(r"[\w+/=.~-]+", value) is not None
    return mixed and plain and not _PLACEHOLDER.search(value) and bits(value) >= _RANDOM


def bits(value: str) -> float:
    """The entropy of a text in bits a character; 0 for an empty one. **Source:** Shannon (1948), section 6."""
    counts = Counter(value).values()
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts)
