"""Markdown as Pandoc writes it from a platform's HTML -> plain Markdown.

Footnotes in `::: footnote` divs become `[^1]`, attributes in braces and wrappers go, escaped quotes lose their
backslashes, and the dashes, quotes and dots that Pandoc spells in ASCII are typographic again.
**Source:** pandoc.org/MANUAL.html (extensions fenced_divs, bracketed_spans, link_attributes, smart).
"""

import re

from inkwright.model.regex import regex
from inkwright.platforms.reading.tidy import tidied

_DIV = regex(r"[ >]*:{3,}[ \t]*(?P<name>\{[^{}]*\}|[^\s:{}]+(?:[ \t]+\{[^{}]*\})?)?[ \t]*:*[ \t]*")
_FENCE = regex(r"[ >]*(?P<marks>`{3,}|~{3,})[ \t]*(?:\{(?P<attrs>[^{}]*)\})?(?P<rest>.*)")
_REFERENCE = regex(r"\^?\[\\?\[?(?P<label>[\w*†‡]{1,6})\\?\]?\]\(#footnote-(?P<number>\d+)\)(?:\{[^{}]*\})?\^?")
_BACK = regex(r"\[\\?\[?[\w*†‡]{1,6}\\?\]?\]\(#footnote-anchor-(?P<number>\d+)\)(?:\{[^{}]*\})?[ \t]*")
_ATTRS = regex(r"(?<=[)\]`])\{(?=[#.]|[\w:-]+=)[^{}]*\}|(?m:(?<=\S)[ \t]+\{[#.][^{}\n]*\}[ \t]*$)")
_SPAN = regex(r"\[(?P<words>[^\[\]]*)\]\{(?=[#.]|[\w:-]+=)[^{}]*\}")
_LINE_RULE = regex(r"(?m)(?:(?<=\n\n)|\A)[ \t]*(?:-{3,}|(?:\* *){3,}|_{3,})[ \t]*(?=\n\n|\n?\Z)")
_SKIPPED = regex(
    r"(?P<keep>`+[^`]*`+|<[^<>\s][^<>]*>|\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*|\$[^$\n]+\$"
    r"|(?m:^[ \t|+]*[-=:][-=:| \t+]+$))|(?P<text>[^`<\]$\n]+|.|\n)", re.S
)  # fmt: skip
_ENLARGED = regex(
    r"\[(?P<picture>!\[[^\]]*\]\([^()]*\))\]\([^()\s]*(?:\.(?:png|jpe?g|gif|webp|avif|svg)|/image/fetch/)[^()\s]*\)",
    re.I,
)
_DASHES = regex(r"(?<=\w)(-{2,3})(?=\w)|(?<=\s)(-{2,3})(?=\s)|(?<=[\w.,;:!?\"'”’)])(-{2,3})(?=\s|\Z|[\"'”’(])")


def plain_markdown(text: str) -> str:
    """Pandoc's Markdown as plain Markdown; code is left as it is but for the way its language is written."""
    parts = _code_apart(text.replace("\r\n", "\n"))
    notes: dict[int, str] = {}
    whole = _undivided(parts, notes)
    for number, note in sorted(notes.items()):
        whole += f"\n\n[^{number}]: " + re.sub(r"\n(?=[^\n])", "\n    ", note.strip())
    return tidied(whole)


def _code_apart(text: str) -> list[tuple[bool, str]]:
    """Stretches of the text in order, each with whether it is code."""
    found: list[tuple[bool, list[str]]] = [(False, [])]
    marks = ""
    for line in text.split("\n"):
        fence = _FENCE.fullmatch(line)
        if marks:
            found[-1][1].append(line)
            if fence and fence["marks"].startswith(marks) and not fence["rest"].strip():
                marks = ""
                found.append((False, []))
        elif fence and "`" not in fence["rest"]:
            marks = fence["marks"]
            found.append((True, [_fence_line(line, fence)]))
        else:
            found[-1][1].append(line)
    return [(code, "\n".join(lines)) for code, lines in found if lines]


def _fence_line(line: str, fence: re.Match[str]) -> str:
    """The first line of a code block with its language in the common way."""
    if fence["attrs"] is None:
        return line
    names = re.findall(r"\.([\w+#-]+)", fence["attrs"])
    language = next((name for name in names if name.lower() not in ("shiki", "sourcecode", "numberlines")), "")
    return line[: fence.end("marks")] + language


def _undivided(parts: list[tuple[bool, str]], notes: dict[int, str]) -> str:
    """The text without divs; those that are footnotes go to `notes` by their number."""
    out: list[str] = []
    stack: list[tuple[bool, int]] = []
    for code, part in parts:
        for line in [part] if code else _joined(part).split("\n"):
            found = None if code else _DIV.fullmatch(line)
            if not found:
                out.append(line)
            elif found["name"]:
                named = found["name"]
                note = "footnote" in named and "footnote-content" not in named and not any(one[0] for one in stack)
                out.append("")
                stack.append((note, len(out)))
            else:
                out.append("")
                note, start = stack.pop() if stack else (False, 0)
                if note:
                    _keep_note("\n".join(out[start:]), notes, out, start)
    return _prose("\n".join(out))


def _keep_note(text: str, notes: dict[int, str], out: list[str], start: int) -> None:
    number = _BACK.search(text)
    if number:
        notes.setdefault(int(number["number"]), _prose(_BACK.sub("", text)).strip())
        del out[start:]


def _joined(text: str) -> str:
    """Attributes that were wrapped over several lines, in one line."""
    return re.sub(r"(?<=[)\]])\{[#.][^{}]*\}", lambda found: " ".join(found[0].split()), text)


def _prose(text: str) -> str:
    """A text with code in it, without attributes and escapes, typographic."""
    made = []
    for code, part in _code_apart(text):
        if code:
            made.append(part)
            continue
        plain = _REFERENCE.sub(lambda found: f"[^{int(found['number'])}]", _joined(part))
        for _ in range(5):
            before, plain = plain, _ATTRS.sub("", _SPAN.sub(lambda found: found["words"], plain))
            if before == plain:
                break
        plain = _ENLARGED.sub(lambda found: found["picture"], _LINE_RULE.sub("---", plain))
        made.append(_SKIPPED.sub(lambda found: found["keep"] or _typographic(found["text"]), _quoted(plain)))
    return "\n".join(made)


def _quoted(text: str) -> str:
    """Hide straight quotes that were escaped, so that they stay straight."""
    for written, hidden in (('\\"', "\ue030"), ("\\'", "\ue031"), ("\\...", "\ue032"), ("\\--", "\ue033")):
        text = text.replace(written, hidden)
    return re.sub(r"\\([@#|~^=:;,/&%!?-])(?=\S)", r"\1", re.sub(r"(?m)^([ \t]{0,99})\\#", "\\1\ue034", text))


def _typographic(text: str) -> str:
    """Dashes, dots, apostrophes and quotes as they are printed."""
    text = _DASHES.sub(lambda found: "—" if len(found[0]) == 3 else "–", text)
    text = text.replace("...", "…")
    text = re.sub(r"(?<=\w)'|'(?=\d\ds?\b)", "’", text)
    text = re.sub(r"'(?=\w)", "‘", text)
    text = re.sub(r"(?<=[.,!?…’])'", "’", text)
    text = re.sub(r'(?:(?<=[\s(\[—–‘*_])|\A)"(?=\S)', "“", text)
    text = re.sub(r'(?<=\S)"', "”", text)
    for hidden, shown in (("\ue030", '"'), ("\ue031", "'"), ("\ue032", "..."), ("\ue033", "--"), ("\ue034", "\\#")):
        text = text.replace(hidden, shown)
    return text
