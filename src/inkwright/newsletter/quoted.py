"""Quoted-printable: the one transfer encoding of our parts, each piece encoded alone so that pieces can be joined.

Blanks are written such that no line ends in one and no two stand side by side: the relaxed form that DKIM signs is
then what is sent, and needs no second copy of each message.
"""

from inkwright.model.regex import regex

SOFT = b"=\r\n"
"""A line end that is not part of the text. **Source:** RFC 2045, section 6.7 rule 5."""
LINE = 76
"""Characters of the longest line. **Source:** RFC 2045, section 6.7 rule 5."""
_ENCODED = regex(rb"[^ -<>-~]| (?= )| \Z|\A\.\Z")
_CODES = {bytes([octet]): b"=%02X" % octet for octet in range(256)}


def quoted(text: str) -> bytes:
    """A text as quoted-printable with CRLF; b"" for "". Line ends of any kind become CRLF."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").split(b"\n")
    return b"\r\n".join([_line(line) for line in lines])


def joined(before: bytes) -> bytes:
    """A piece such that another can follow in the same line of text: it ends at the start of a line."""
    return before if not before or before.endswith(b"\r\n") else before + SOFT


def _line(line: bytes) -> bytes:
    """One line of text as one or more of mail. One that starts with `From ` is written so that no mailbox takes it
    for the start of another message. **Source:** RFC 2049, section 3 note 3."""
    line = _ENCODED.sub(lambda found: _CODES[found[0]], line)
    if len(line) <= LINE and not line.startswith(b"From "):
        return line
    made = []
    while line:
        if line.startswith(b"From "):
            line = b"=46" + line[1:]
        end = LINE - 1 if len(line) > LINE else len(line)
        if end < len(line) and b"=" in line[end - 2 : end]:
            end -= 2 if line[end - 2 : end - 1] == b"=" else 1
        made.append(line[:end])
        line = line[end:]
    return SOFT.join(made)
