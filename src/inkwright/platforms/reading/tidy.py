"""Markdown as a converter leaves it -> Markdown as a person would have written it."""

import re
from html import unescape

_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})")
_BLANKS = re.compile(r"\n([> ]*)\n(?:\1[> ]*\n)+(?=\1)|\n{3,}")
_EMPTY = re.compile(r"(?m)^(?:#{1,6}|\*{2,4}|_{2,4})[ \t]*$")


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
        if found:
            fence = found[1]
        plain = line.replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "")
        kept = "" if not plain.strip() else plain.rstrip()
        made.append("" if _EMPTY.fullmatch(kept) else kept)
    text = "\n".join(made)
    parts = re.split(r"(?ms)^([ >]*(`{3,}|~{3,}).*?^[ >]*\2`*~*[ \t]*$)", text)
    squeezed = [_BLANKS.sub(_one_blank, part) for part in parts[0::3]]
    whole = squeezed[0] + "".join(code + after for code, after in zip(parts[1::3], squeezed[1:], strict=True))
    return whole.strip("\n") + "\n" if whole.strip() else ""


def _one_blank(found: re.Match[str]) -> str:
    return f"\n{(found[1] or '').rstrip()}\n"


def plain(text: object) -> str:
    """A title or another line as an export holds it, entities decoded, tags and line breaks gone; "" for no text."""
    if not isinstance(text, str | int | float) or isinstance(text, bool):
        return ""
    bare = re.sub(r"</?[a-zA-Z][^<>]*>", "", str(text))
    decoded = unescape(bare)
    if decoded != bare and re.search(r"&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]+);", decoded):
        decoded = unescape(decoded)
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u200b\ufeff\ud800-\udfff]", " ", decoded).split())
