"""What a domain's records say of its mail: may this be trusted, and who answers for it. Pure; records are handed in."""

import re
from base64 import b64decode
from collections.abc import Callable, Sequence
from typing import Any

from inkwright.model.diagnosis import Diagnosis
from inkwright.model.regex import regex

Texts = Callable[[str], Sequence[str]]
"""The TXT records of a name, empty for none."""
MOST_LOOKUPS = 10
"""**Source:** RFC 7208, section 4.6.4: more make the whole record an error."""
_LOOKS_UP = regex(r"[+?~-]?(?:include:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr(?:[:]|$)|exists:)|redirect=", re.IGNORECASE)
_ALL = regex(r"([+?~-]?)all", re.IGNORECASE)


def spf(domain: str, texts: Texts) -> Diagnosis:
    """Whether the domain that mail returns to says which machines send for it. **Source:** RFC 7208."""
    found = [text for text in texts(domain) if re.match(r"v=spf1(?: |$)", text, re.IGNORECASE)]
    if not found:
        hint = f"add a TXT record to {domain}: `v=spf1 include:YOUR-RELAY ~all`, as your relay says"
        return Diagnosis("SPF", "problem", f"{domain} names no machines that send for it", hint)
    if len(found) > 1:
        return Diagnosis("SPF", "problem", f"{domain} has {len(found)} SPF records, which voids all", "keep one")
    terms = found[0].split()[1:]
    last = next((match[1] or "+" for term in terms if (match := _ALL.fullmatch(term))), "")
    if last == "+":
        return Diagnosis("SPF", "problem", f"{domain} lets every machine send for it (`+all`)", "end it with `~all`")
    lookups = _lookups(terms, texts, set())
    if lookups > MOST_LOOKUPS:
        said = f"the record of {domain} asks for {lookups} others; above {MOST_LOOKUPS} it does not count"
        return Diagnosis("SPF", "problem", said, "remove what you do not use")
    if not last and not any(term.lower().startswith("redirect=") for term in terms):
        return Diagnosis("SPF", "problem", f"the record of {domain} has no end", "end it with `~all`")
    said = f"{domain}: `{found[0]}`; whether your relay is in it is not checkable here"
    return Diagnosis("SPF", "ok", said)


def dkim(domain: str, selector: str, texts: Texts, private_pem: bytes = b"") -> Diagnosis:
    """Whether the public key of a selector is there and fits the private one, where that is at hand.

    **Source:** RFC 6376, section 3.6.1; RFC 8301 and 8463 for what keys count.
    """
    if not (domain and selector):
        said = "your relay signs, and its selector is not known here: look for `DKIM-Signature` in a mail you got"
        return Diagnosis("DKIM", "unknown", f"not checkable here; {said}")
    name = f"{selector}._domainkey.{domain}"
    found = [tags for text in texts(name) if "p" in (tags := _tags(text))]
    if not found:
        return Diagnosis("DKIM", "problem", f"there is no key at {name}", "add the TXT record with the public key")
    if not found[0]["p"]:
        return Diagnosis("DKIM", "problem", f"the key at {name} is revoked (`p=` is empty)", "publish a new one")
    try:
        bits, same = _key(found[0], private_pem)
    except ValueError as error:
        return Diagnosis("DKIM", "problem", f"the key at {name} cannot be read ({error})", "publish it once more")
    if not same:
        return Diagnosis("DKIM", "problem", f"the key at {name} is not that of INKWRIGHT_DKIM_KEY", "publish that one")
    if 0 < bits < 1024:
        return Diagnosis("DKIM", "problem", f"the key at {name} has {bits} bits; nobody takes it", "make one of 2048")
    weak = "; 2048 are asked for today" if 0 < bits < 2048 else ""
    fits = " and fits the private one" if private_pem else ""
    size = f"a key of {bits} bits" if bits else "an Ed25519 key"
    return Diagnosis("DKIM", "ok", f"{name} has {size}{fits}{weak}")


def dmarc(domain: str, texts: Texts) -> tuple[Diagnosis, tuple[bool, bool]]:
    """What receivers are told to do with mail that nobody answers for; and whether DKIM and SPF must be for this very
    domain (strict). **Source:** RFC 7489, sections 6.3 and 6.6.3 (a parent's record stands in)."""
    labels = domain.split(".")
    names = [".".join(labels[at:]) for at in range(max(1, len(labels) - 1))]
    for name in names:
        found = [tags for text in texts(f"_dmarc.{name}") if (tags := _tags(text)).get("v", "").upper() == "DMARC1"]
        if found:
            policy = found[0].get("sp" if name != domain and "sp" in found[0] else "p", "").lower()
            strict = found[0].get("adkim", "r") == "s", found[0].get("aspf", "r") == "s"
            if len(found) > 1 or policy not in ("none", "quarantine", "reject"):
                return Diagnosis("DMARC", "problem", f"the record of {name} cannot be used", "see RFC 7489"), strict
            more = "; reports only" if policy == "none" else ""
            return Diagnosis("DMARC", "ok", f"{name} asks to `{policy}` mail that is not proved{more}"), strict
    hint = f"add a TXT record to _dmarc.{domain}: `v=DMARC1; p=none; rua=mailto:you@{domain}`"
    return Diagnosis("DMARC", "problem", f"{domain} has none; large mailboxes ask for one", hint), (False, False)


def alignment(sender: str, returns: str, signs: str, strict: tuple[bool, bool] = (False, False)) -> Diagnosis:
    """Whether the domain that readers see is the one that SPF or DKIM prove; one of them is enough for DMARC.

    `signs` is "" where the relay signs; `strict` is for DKIM and for SPF, as `dmarc` tells.

    **Source:** RFC 7489, section 3.1.
    """
    by_dkim = bool(signs) and same_house(sender, signs, strict[0])
    by_spf = same_house(sender, returns, strict[1])
    if by_dkim or by_spf:
        dkim_said, spf_said = f"is signed for {signs} (DKIM)", f"returns to {returns} (SPF)"
        proofs = [said for said, good in ((dkim_said, by_dkim), (spf_said, by_spf)) if good]
        return Diagnosis("alignment", "ok", f"mail from {sender} {' and '.join(proofs)}")
    if not signs:
        said = f"not checkable here: mail returns to {returns}, not to {sender}, so your relay must sign for {sender}"
        return Diagnosis("alignment", "unknown", said)
    hint = f"sign for {sender}, or let mail return to an address there (`bounces`)"
    return Diagnosis("alignment", "problem", f"neither {signs} nor {returns} proves mail from {sender}", hint)


def same_house(one: str, other: str, strict: bool = False) -> bool:
    """Whether two domains count as one: the same, or unless `strict` one below the other. Two below a third count for
    receivers as well where that is no public suffix, which is not known here."""
    one, other = one.lower().rstrip("."), other.lower().rstrip(".")
    if one == other or strict:
        return one == other
    return one.endswith(f".{other}") or other.endswith(f".{one}")


def _lookups(terms: Sequence[str], texts: Texts, seen: set[str]) -> int:
    """How many names an SPF record makes a receiver look up, those of the records that it includes with them."""
    count = 0
    for term in terms:
        if not _LOOKS_UP.match(term):
            continue
        count += 1
        match = re.fullmatch(r"[+?~-]?include:(.+)|redirect=(.+)", term, re.IGNORECASE)
        name = ((match[1] or match[2]) if match else "").lower()
        if name and "%" not in name and name not in seen and count + len(seen) <= 2 * MOST_LOOKUPS:
            seen.add(name)
            inside = next((text for text in texts(name) if text.lower().startswith("v=spf1")), "")
            count += _lookups(inside.split()[1:], texts, seen)
    return count


def _tags(text: str) -> dict[str, str]:
    """`v=DKIM1; p=...` as a table, blanks left out."""
    pairs = (part.partition("=") for part in text.split(";") if "=" in part)
    return {name.strip(): re.sub(r"\s+", "", value) for name, _, value in pairs}


def _key(tags: dict[str, str], private_pem: bytes) -> tuple[int, bool]:
    """Bits of the public key in a record (0 for Ed25519), and whether the private one is its own. Raises ValueError."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key
    from cryptography.hazmat.primitives.serialization import load_pem_private_key as load_private

    raw = b64decode(tags["p"], validate=True)
    try:
        ed25519 = tags.get("k", "rsa") == "ed25519"
        key: Any = Ed25519PublicKey.from_public_bytes(raw) if ed25519 else load_der_public_key(raw)
        mine: Any = load_private(private_pem, None).public_key() if private_pem else None
    except (UnsupportedAlgorithm, TypeError) as error:
        raise ValueError("of a kind that is not known") from error
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    same = mine is None or mine.public_bytes(*form) == key.public_bytes(*form)
    return getattr(key, "key_size", 0), same
