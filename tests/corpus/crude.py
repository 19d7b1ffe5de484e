"""A second opinion on what a text holds: regular expressions over lines, sharing nothing with the parser.

It cannot know indented code from an indented paragraph, or nesting; where it and the parser differ, somebody has
looked and written down why (`notes` of an expectation).
"""

import re
from collections import Counter

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?\n)?(\1|\.\.\.)[ \t]*(\r?\n|\Z)", re.S)
_OPEN = re.compile(r"^((?:[ \t]*(?:>|[-*+]|\d+[.)]))*[ \t]*)(`{3,}|~{3,})([^\r\n]*)$")
_CODE_TAGS = re.compile(
    r"\{%-?\s*(highlight)\b.*?%\}.*?\{%-?\s*end\1\s*-?%\}|\{\{<\s*(highlight|mermaid|katex)\b.*?>\}\}.*?\{\{<\s*/\2\s*>\}\}",
    re.S,
)
_COMMENT = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}", re.S)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\r?\n[ \t>]*\r?\n).)+?)(?<!`)\1(?!`)", re.S)
_MATH = re.compile(r"\$\$.+?\$\$", re.S)
_ATX = re.compile(r"^ {0,3}(?:(?:>|[-*+]|\d+[.)])[ \t]+|>)*#{1,6}(?:[ \t]|$)", re.M)
_SETEXT = re.compile(r"^ {0,3}(?![-*+>#|<]|\d+[.)] )\S[^\n]*\n {0,3}(?:=+|-{2,})[ \t]*$", re.M)
_FOOTNOTE = re.compile(r"^(?:[ \t]*>)*[ \t]{0,3}\[\^[^\]\s]+\]:", re.M)
_FOOTNOTE_REF = re.compile(r"\[\^[^\]\s]+\]")
_EMBED = re.compile(r"!\[\[[^\[\]\n]+\]\]")
_WIKILINK = re.compile(r"(?<![!\[])\[\[[^\[\]\n]+\]\](?!\()")
_IMAGE = re.compile(r"!\[(?!\[)(?:[^\[\]]|\[[^\]]*\])*\]\((?!\))")
_DESTINATION = re.compile(r"(?<!\\)\]\((?=\s*[^)\s])")


def count(text: str) -> Counter[str]:
    """How much of each thing a text seems to hold."""
    body, fences = _without_fences(_FRONT.sub("", text, count=1).replace("\r\n", "\n"))
    body = _CODE_TAGS.sub("", body)
    body = _MATH.sub("", _COMMENT.sub("", body))
    headings = len(_ATX.findall(body)) + len(_SETEXT.findall(body))
    body = _SPAN.sub("", body)
    images = len(_IMAGE.findall(body))
    return Counter(
        headings=headings,
        fences=fences,
        images=images,
        links=len(_DESTINATION.findall(body)) - images,
        footnotes=len(_FOOTNOTE.findall(body)),
        footnote_refs=len(_FOOTNOTE_REF.findall(body)) - len(_FOOTNOTE.findall(body)),
        wikilinks=len(_WIKILINK.findall(body)),
        embeds=len(_EMBED.findall(body)),
    )


def _without_fences(text: str) -> tuple[str, int]:
    """The text without its fenced code, and how many fences were opened."""
    kept, fence, opened = [], "", 0
    for line in text.split("\n"):
        bare = line.strip(" \t>")
        if fence:
            if bare.startswith(fence) and not bare.strip(fence[0]):
                fence = ""
            continue
        found = _OPEN.match(line)
        if found and not (found[2][0] == "`" and "`" in found[3]):
            fence, opened = found[2], opened + 1
            kept.append("")
            continue
        kept.append(line)
    return "\n".join(kept), opened
