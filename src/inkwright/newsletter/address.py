"""Mail addresses: what is one, and when two are the same."""

import html
import re
import unicodedata

from inkwright.model.subscriber import Address

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c"))
_BRACKETED = re.compile(r"(?P<name>[^<>]*)<\s*(?P<address>[^<>\s]+)\s*>\s*")
_LONGEST_NAME = 200


def read_address(text: str) -> Address:
    """An address as somebody typed it: blanks around it, `mailto:`, invisible signs and `Name <...>` are survived.

    `email` keeps the spelling before the @ and has its domain in ASCII, since every server takes that. `norm` is in
    small letters as a whole: servers may tell `Ada@` from `ada@`, but none in use does, and who unsubscribed as one must
    not be mailed as the other. What stands after a `+` is part of the address, and so are dots: only the server of that
    domain knows what they mean. Whether the domain takes mail is not asked.

    Raises ValueError with a sentence for what is no address, and for one with letters outside ASCII before the @, which
    only some servers take.
    **Source:** RFC 5321, 2.3.11 and 2.4; RFC 5233 (detail after `+`); RFC 5891 (domains in ASCII); RFC 6531.
    """
    from email_validator import EmailNotValidError, validate_email

    address = _bare(text)
    if not address:
        raise ValueError("there is no address")
    try:
        found = validate_email(address, check_deliverability=False, strict=True)
    except EmailNotValidError as error:
        raise ValueError(_plain(str(error))) from error
    if found.ascii_email is None:
        raise ValueError("letters outside ASCII before the @ reach only some servers")
    return Address(found.ascii_email, found.ascii_email.lower())


def name_in(text: str) -> str:
    """The name in `Name <address>`, "" where there is none."""
    match = _BRACKETED.fullmatch(text.strip())
    return clean_name(match["name"].strip().strip('"')) if match else ""


def clean_name(text: str) -> str:
    """A name on one line, without signs that act on a terminal or a mail header, 200 characters at most."""
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
    return address[7:].strip() if address[:7].lower() == "mailto:" else address


def _plain(said: str) -> str:
    """The validator's sentence in the shape of ours: no full stop, and small letters at the start."""
    said = said.strip().rstrip(".")
    return said[:1].lower() + said[1:]
