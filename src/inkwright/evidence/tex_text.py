"""The TeX of bibliographies -> plain text: accents, special letters, dashes, quotation marks; commands are dropped."""

import re
import unicodedata

from inkwright.model.regex import regex

_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328",
    "r": "\u030a", "t": "\u0361",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textquoteright": "’", "textbackslash": "\\",
    "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "textregistered": "®", "texttrademark": "™", "slash": "/",
    "TeX": "TeX", "LaTeX": "LaTeX",
}  # fmt: skip
_GREEK = regex(
    r"(?i:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigma|tau|upsilon|phi|"
    r"chi|psi|omega)\Z"
)
_ACCENT = regex(r"\\([\'`^\"~=.]|[uvHcdbkrt](?=[\s{\\]))\s{0,3}\{?\s{0,3}(\\[ij](?![a-zA-Z])|[^\W\d_])\}?")
_COMMAND = regex(r"\\([A-Za-z]+)\*?(?:\s+|(?=[^A-Za-z])|\Z)")
_ESCAPED = regex(r"\\([&%_#${} ])")
_SPACES = regex(r"\s+")
_OPEN, _CLOSE = "\ue010", "\ue011"


def plain_tex(text: str) -> str:
    """A field's value as a reader sees it, on one line; "" for an empty one. Never raises."""
    if not re.search(r"[\\{}~$`'\n-]|  ", text):
        return text.strip()
    text = _ACCENT.sub(_accented, text)
    text = _ESCAPED.sub(lambda match: {"{": _OPEN, "}": _CLOSE}.get(match[1], match[1]), text.replace("\\\\", " "))
    text = _COMMAND.sub(_command, text)
    text = text.replace("\\-", "").replace("\\/", "").replace("{", "").replace("}", "").replace("$", "")
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”").replace("~", " ")
    text = text.replace(_OPEN, "{").replace(_CLOSE, "}").replace("\\", "")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())


def _accented(match: re.Match[str]) -> str:
    letter = match[2].lstrip("\\")
    return unicodedata.normalize("NFC", letter + _MARKS[match[1]])


def _command(match: re.Match[str]) -> str:
    name = match[1]
    if name in _LETTERS:
        return _LETTERS[name]
    if _GREEK.match(name):
        return unicodedata.lookup(f"GREEK {'CAPITAL' if name[0].isupper() else 'SMALL'} LETTER {_spelled(name)}")
    return ""


def _spelled(name: str) -> str:
    return "LAMDA" if name.lower() == "lambda" else name.upper()
