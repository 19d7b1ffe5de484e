"""Markdown as a converter leaves it -> Markdown as a person would have written it."""

import re
from html import unescape

from inkwright.model.regex import regex

_FENCE = regex(r"[ >]*(`{3,}|~{3,})")
_EMPTY = regex(r"(?m)^(?:#{1,6}|\*{2,4}|_{2,4})[ \t]*$")


def tidied(markdown: str) -> str:
    """Without lines of blanks, empty headings and runs of empty lines; code is left alone. "" for nothing."""
    made: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line[found.end() :].strip():
                fence = ""
            made.append(line)
            continue
        fence = found[1] if found else ""
        _add(made, line)
    whole = "\n".join(made).strip("\n")
    return whole + "\n" if whole.strip() else ""


def _add(made: list[str], line: str) -> None:
    """One more line of prose; a blank one, alone or in a quotation, only when none stands before it."""
    kept = line.replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "").rstrip()
    if _EMPTY.fullmatch(kept):
        kept = ""
    if not kept.strip("> ") and made and not made[-1].strip("> "):
        made[-1] = min(made[-1], kept, key=len)
    else:
        made.append(kept)


def plain(text: object) -> str:
    """A title or another line as an export holds it, entities decoded, tags and line breaks gone; "" for no text."""
    if not isinstance(text, str | int | float) or isinstance(text, bool):
        return ""
    bare = re.sub(r"</?[a-zA-Z][^<>]*>", "", str(text))
    decoded = unescape(bare)
    if decoded != bare and re.search(r"&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]+);", decoded):
        decoded = unescape(decoded)
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u200b\ufeff\ud800-\udfff]", " ", decoded).split())
