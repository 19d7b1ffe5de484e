"""Values as the headers of a mail carry them: folded, encoded, and never with a line end of their own. Pure."""

from base64 import b64encode
from email.utils import parseaddr
from functools import lru_cache

from inkwright.model.regex import regex

WORD = 39
"""Bytes of UTF-8 in one encoded word: 52 of base64 and 12 around them, so that a line with the name of its header
before it has room too. **Source:** RFC 2047, section 2 (a word has 75 characters at most, its line 76)."""
LINE = 76
"""Characters of one line of a header. **Source:** RFC 5322, section 2.1.1 (78 wanted, 998 at most)."""
_NOT_PRINTED = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
_ATOMS = regex(r"[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+(?: [A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+)*")
_MAILBOX = regex(
    r"[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+(?:\.[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+)*@"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
)
_LONGEST_ADDRESS = 254
"""**Source:** RFC 5321, section 4.5.3.1.3: a path of 256 with its brackets."""


def one_line(text: str) -> str:
    """A text without line ends and characters that do not print, white space as single spaces; "" for none."""
    return " ".join(_NOT_PRINTED.sub(" ", text).split())


def unstructured(name: str, text: str) -> str:
    """A header line with its CRLF for running text such as a subject; folded, encoded where it is not plain ASCII."""
    text = one_line(text)
    words = text.split(" ")
    plain = text.isascii() and "=?" not in text and all(len(word) < LINE - len(name) - 2 for word in words)
    return _folded(name, words if plain else encoded_words(text))


def structured(name: str, parts: tuple[str, ...]) -> str:
    """A header line with its CRLF of parts that are already written; it may be folded between them.

    Raises ValueError for a part that no header holds: with white space, or not ASCII.
    """
    for part in parts:
        if not (part.isascii() and part.isprintable()) or len(part) > 900:
            raise ValueError(f"not for a header: {part!r}")
    return _folded(name, list(parts))


def mailbox(name: str, address: str) -> tuple[str, ...]:
    """The parts of a name with its address; the address alone for a reader without a name. Raises ValueError."""
    return (*phrase(name), f"<{checked(address)}>")


def phrase(name: str) -> tuple[str, ...]:
    """The parts of a name before what stands in angle brackets, quoted or encoded where it must be; empty for ""."""
    name = one_line(name)
    if not name.isascii() or "=?" in name or len(name) >= LINE // 2:
        return tuple(encoded_words(name))
    if not name or _ATOMS.fullmatch(name):
        return (name,) if name else ()
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return (f'"{quoted}"',)


def named_mailbox(written: str) -> tuple[str, ...]:
    """The parts of `Ada <ada@me.dev>`. Raises ValueError for what is no such thing."""
    return mailbox(*parseaddr(one_line(written)))


def encoded_words(text: str) -> list[str]:
    """A text as encoded words of UTF-8, none cut inside a character; empty for "". **Source:** RFC 2047."""
    words, part, size = [], "", 0
    for letter in text:
        length = len(letter.encode("utf-8", "replace"))
        if size + length > WORD:
            words.append(part)
            part, size = "", 0
        part, size = part + letter, size + length
    words += [part] if part else []
    return [f"=?utf-8?b?{b64encode(word.encode('utf-8', 'replace')).decode()}?=" for word in words]


@lru_cache(maxsize=64)
def _ascii_domain(domain: str) -> str:
    """A domain in the letters of DNS. Raises ValueError (of which UnicodeError is one)."""
    return domain.encode("idna").decode("ascii")


def checked(address: str) -> str:
    """An address as a header and an envelope may hold it, its domain in the letters of DNS.

    Raises ValueError for one that is none, or whose mailbox needs SMTPUTF8.
    """
    local, at, domain = address.rpartition("@")
    if at and not domain.isascii():
        address = f"{local}@{_ascii_domain(domain)}"
    if not _MAILBOX.fullmatch(address) or len(address) > _LONGEST_ADDRESS:
        raise ValueError("no address that mail can be sent to")
    return address


def _folded(name: str, words: list[str]) -> str:
    line, lines = f"{name}:", []
    for at, word in enumerate(words):
        if at and len(line) + 1 + len(word) > LINE:
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line]) + "\r\n"
