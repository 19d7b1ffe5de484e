"""A message frozen once and finished for each reader: MIME around a text part and an HTML part. Pure.

The parts are written with marks where a reader's own values come (`mark`); freezing cuts the bytes there, and
`splice` only joins them with the values, encoded for the place they stand in.
"""

import hmac
import json
from base64 import encodebytes
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape

from msgspec.structs import asdict

from inkwright.model.errors import UnreadableError
from inkwright.model.mailing import Field, Form, Frozen, Head, Inline, Personal, Slot
from inkwright.model.regex import regex
from inkwright.newsletter.headers import checked, mailbox, named_mailbox, phrase, structured, unstructured
from inkwright.newsletter.quoted import SOFT, joined, quoted

VERSION = 1
"""Of the form that `dump` writes."""
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = regex(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_NONCHARACTERS = regex("[\ufdd0-\ufdef\ufffe\uffff]")
_URL = regex(r"https?://[!-;=?-~]+")
_ID = regex(r"<[!-;=?-~]+>")
_DATE = regex(r"[A-Za-z0-9 ,:+-]+")


def mark(field: Field, before: str = "", after: str = "", otherwise: str = "") -> str:
    """What stands in a part for a reader's own value, with what is written around it and instead of it."""
    return f"{_OPEN}{json.dumps([field, before, after, otherwise])}{_CLOSE}"


def unmarkable(text: str) -> str:
    """A text that holds no mark: the characters they are made of are no characters of any language."""
    return _NONCHARACTERS.sub("", text)


def freeze(head: Head, text: str, html: str, pictures: Sequence[Inline] = ()) -> Frozen:
    """The message of an issue. `text` and `html` are whole parts with marks. Raises ValueError for a sender that is no
    mailbox."""
    parts = [*_pieces(text, "text")], [*_pieces(html, "html")]
    digest = sha256(repr(parts).encode() + b"".join(picture.data for picture in pictures)).hexdigest()
    edge, inner = f"ink-{digest[:24]}", f"ink-{digest[24:48]}"
    body: list[bytes | Slot] = [_part(edge, "text/plain"), *parts[0], b"\r\n"]
    if pictures:
        body.append(f'--{edge}\r\nContent-Type: multipart/related; boundary="{inner}"\r\n\r\n'.encode())
    body += [_part(inner if pictures else edge, "text/html"), *parts[1], b"\r\n"]
    body += [_picture(inner, picture) for picture in pictures]
    body += [f"--{inner}--\r\n".encode()] if pictures else []
    body.append(f"--{edge}--\r\n".encode())
    pieces = _merged([*_head(head, edge), *body])
    return Frozen(pieces, *(len(_MARK.sub("", part).encode("utf-8", "replace")) for part in (text, html)))


def splice(frozen: Frozen, personal: Personal) -> bytes:
    """The message of one reader, CRLF, no line over 998 bytes.

    Raises ValueError for an address or a link that no header holds; nobody's message is then made from it.
    """
    return b"".join([piece if isinstance(piece, bytes) else _filled(piece, personal) for piece in frozen.pieces])


def filled(part: str, form: Form, personal: Personal) -> str:
    """A part with its marks filled for one reader, for who looks at it before it is sent. Raises ValueError."""
    return _MARK.sub(lambda found: _said(_slot(found[1], form), personal), part)


def message_id(key: bytes, issue: int, subscriber: int, domain: str) -> str:
    """`<issue.subscriber.hmac16@domain>`: the same at every try, and nobody else's to guess."""
    seal = hmac.digest(key, f"message {issue}.{subscriber}".encode(), sha256).hex()[:16]
    return f"<{issue}.{subscriber}.{seal}@{domain}>"


def dump(frozen: Frozen) -> bytes:
    """A frozen message as bytes to keep."""
    pieces = [piece.decode("ascii") if isinstance(piece, bytes) else asdict(piece) for piece in frozen.pieces]
    return json.dumps({"version": VERSION, "text": frozen.text, "html": frozen.html, "pieces": pieces}).encode()


def load(data: bytes) -> Frozen:
    """The message that `dump` kept. Raises UnreadableError for one that another version wrote."""
    try:
        kept = json.loads(data)
        if kept["version"] != VERSION:
            raise ValueError(f"version {kept['version']}")
        pieces = tuple(one.encode("ascii") if isinstance(one, str) else Slot(**one) for one in kept["pieces"])
        return Frozen(pieces, int(kept["text"]), int(kept["html"]))
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            "a frozen issue cannot be read: another version of inkwright wrote it", hint="Send with that version."
        ) from error


def _head(head: Head, edge: str) -> Iterator[bytes | Slot]:
    """The headers. One-click and its address stand together (RFC 8058, section 3.1)."""
    fixed = structured("From", named_mailbox(head.sender)) + unstructured("Subject", head.subject)
    if head.reply_to:
        fixed += structured("Reply-To", named_mailbox(head.reply_to))
    if head.list_id:
        fixed += structured("List-Id", (*phrase(head.list_name), f"<{head.list_id}>"))
    if head.archive:
        fixed += structured("List-Archive", (f"<{head.archive}>",))
    if head.language:
        fixed += structured("Content-Language", (head.language,))
    yield fixed.encode("ascii")
    yield from (Slot("to", "header"), Slot("date", "header"), Slot("message_id", "header"), Slot("one_click", "header"))
    yield f'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="{edge}"\r\n\r\n'.encode()


def _part(edge: str, kind: str) -> bytes:
    written = f"--{edge}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return written.encode()


def _picture(edge: str, picture: Inline) -> bytes:
    suffix = picture.kind.partition("/")[2].partition("+")[0]
    head = (
        f"--{edge}\r\nContent-Type: {picture.kind}\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-ID: <{picture.cid}>\r\nContent-Disposition: inline; filename="{picture.cid}.{suffix}"\r\n\r\n'
    )
    return head.encode("ascii") + encodebytes(picture.data).replace(b"\n", b"\r\n")


def _pieces(written: str, form: Form) -> Iterator[bytes | Slot]:
    """A part in quoted-printable, cut at its marks; each piece begins a line of its own where a slot stands before."""
    at = 0
    for found in _MARK.finditer(written):
        yield joined(quoted(written[at : found.start()]))
        yield _slot(found[1], form)
        at = found.end()
    yield quoted(written[at:])


def _slot(marked: str, form: Form) -> Slot:
    field, before, after, otherwise = json.loads(marked)
    return Slot(field, form, before, after, otherwise)


def _merged(pieces: Sequence[bytes | Slot]) -> tuple[bytes | Slot, ...]:
    """Pieces without two runs of bytes side by side."""
    merged: list[bytes | Slot] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if isinstance(piece, bytes) and isinstance(last, bytes):
            merged[-1] = last + piece
        elif piece:
            merged.append(piece)
    return tuple(merged)


def _filled(slot: Slot, personal: Personal) -> bytes:
    """The bytes of one slot for one reader."""
    if slot.form == "header":
        return _header(slot.field, getattr(personal, slot.field), personal).encode("ascii")
    said = _said(slot, personal)
    return quoted(said) + SOFT if said else b""


def _said(slot: Slot, personal: Personal) -> str:
    """What stands in a part for one reader."""
    value: str = getattr(personal, slot.field)
    if slot.field in ("unsubscribe", "preferences", "one_click") and value and not _URL.fullmatch(value):
        raise ValueError("a link to leave that is no address")
    value = unmarkable(" ".join(value.split()))
    shown = escape(value) if slot.form == "html" else value
    return f"{slot.before}{shown}{slot.after}" if value else slot.otherwise


def _header(field: str, value: str, personal: Personal) -> str:
    if field == "to":
        return structured("To", mailbox(personal.name, value))
    if field == "date" and _DATE.fullmatch(value):
        return f"Date: {value}\r\n"
    if field == "message_id" and _ID.fullmatch(value):
        return structured("Message-ID", (value,))
    if field == "one_click":
        return _leaving(personal)
    raise ValueError(f"not for a header: {value!r}")


def _leaving(personal: Personal) -> str:
    """How a mail program offers to leave: one click over https, else a mail; "" for a message without either."""
    ways = [personal.one_click] if personal.one_click else []
    if any(not _URL.fullmatch(way) for way in ways):
        raise ValueError("a link to leave that is no address")
    if personal.mailto:
        ways.append(f"mailto:{checked(personal.mailto)}?subject=unsubscribe")
    if not ways:
        return ""
    lines = structured("List-Unsubscribe", tuple(f"<{way}>{',' if way is not ways[-1] else ''}" for way in ways))
    return lines + ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" if personal.one_click else "")
