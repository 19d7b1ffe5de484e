"""Mail addresses: what is one, and when two are the same."""

import html
import unicodedata
from functools import lru_cache

from inkwright.model.regex import regex
from inkwright.model.subscriber import Address

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c"))
_BRACKETED = regex(r"(?P<name>[^<>]*)<\s*(?P<address>[^<>\s]+)\s*>\s*")
_PLAIN_LOCAL = regex(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
"""What stands before the @ in nearly all addresses. **Source:** RFC 5322, 3.2.3 (dot-atom)."""
_LONGEST_LOCAL = 64
_LONGEST_ADDRESS = 254
"""**Source:** RFC 5321, 4.5.3.1.1 and 4.5.3.1.3 (a path of 256 with its brackets)."""
_LONGEST_NAME = 200


def read_address(text: str) -> Address:
    """An address as somebody typed it: blanks around it, `mailto:`, invisible signs and `Name <...>` are survived.

    `email` keeps the spelling before the @ and has its domain in ASCII, since every server takes that. `norm` is in
    small letters as a whole: a server may tell `Ada@` from `ada@`, but none in use does, and who left as one must
    not be mailed as the other. What stands after a `+` is part of the address, and so are dots: only the server of that
    domain knows what they mean. Whether the domain takes mail is not asked.

    Raises ValueError with a sentence for what is no address, and for one with letters outside ASCII before the @, which
    only some servers take.
    **Source:** RFC 5321, 2.3.11 and 2.4; RFC 5233 (detail after `+`); RFC 5891 (domains in ASCII); RFC 6531.
    """
    address = _bare(text)
    if not address:
        raise ValueError("there is no address")
    local, _, domain = address.rpartition("@")
    ascii_domain = _domain(domain) if len(local) <= _LONGEST_LOCAL and _PLAIN_LOCAL.fullmatch(local) else ""
    email = f"{local}@{ascii_domain}" if ascii_domain else _validated(address)
    if len(email) > _LONGEST_ADDRESS:
        raise ValueError(f"the address is longer than {_LONGEST_ADDRESS} characters")
    return Address(email, email.lower())


@lru_cache(8192)
def _domain(domain: str) -> str:
    """A domain in ASCII, "" when it is none; kept, since most addresses of a list share a few domains."""
    try:
        return _validated(f"a@{domain}").rpartition("@")[2]
    except ValueError:
        return ""


def _validated(address: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(address, check_deliverability=False, strict=True)
    except EmailNotValidError as error:
        raise ValueError(_plain(str(error))) from error
    if found.ascii_email is None:
        raise ValueError("letters outside ASCII before the @ reach only some servers")
    return found.ascii_email


def name_in(text: str) -> str:
    """The name in `Name <address>`, "" where there is none."""
    match = _BRACKETED.fullmatch(text.strip())
    return clean_name(match["name"].strip().strip('"')) if match else ""


def clean_name(text: str) -> str:
    """A name on one line, without signs that act on a terminal or a mail header, 200 characters at most."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())[:_LONGEST_NAME].rstrip()
    kept = (" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
    plain = " ".join("".join(kept).translate(_INVISIBLE_MARKS).split())
    return unicodedata.normalize("NFC", plain.encode("utf-8", "ignore").decode())[:_LONGEST_NAME].rstrip()


_INVISIBLE_MARKS = {code: None for code in _INVISIBLE if chr(code) not in "\u200c\u200d"}
"""Not those two: some scripts and pictures are spelled with them."""


def _bare(text: str) -> str:
    address = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).strip().strip("\"'").strip()
    if "&" in address and "@" in address:
        address = html.unescape(address)
    if match := _BRACKETED.fullmatch(address):
        address = match["address"]
    return (address[7:].strip() if address[:7].lower() == "mailto:" else address).strip("\"'")


def _plain(said: str) -> str:
    """The validator's sentence in the shape of ours: no full stop, and small letters at the start."""
    said = said.strip().rstrip(".")
    return said[:1].lower() + said[1:]
