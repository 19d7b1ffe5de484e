"""Gaps that the author marked and did not fill."""

import re
from collections.abc import Iterator
from functools import lru_cache

from inkwright.lint.front import key_span
from inkwright.lint.paragraphs import paragraphs
from inkwright.lint.rule import found
from inkwright.lint.tokens import Tokens, judged
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_PLACEHOLDER = regex(
    r"(?=[TtFLl\[N?X$€£])"
    r"(?:(?P<always>\b(?:TK+|(?:TK){2,}|TBD|TBC|TBA|tbd|tktk|FIX ME)\b|\b[Ll]orem ipsum\b|\bLOREM IPSUM\b"
    r"|\[(?:(?:insert|INSERT|Insert)\s|(?:citation needed|(?:image|figure|screenshot|link|chart) here)\b)"
    r"[^\]\n]{0,60}\](?![(\[])"
    r"|\[(?:add|describe|explain|write|put|include|mention|link\s+to|screenshot|picture|image|figure|chart|diagram|graph|"
    r"quote|source|citation|check|verify|expand|finish|fill\s+in|update|rewrite|reword|replace|show|paste|attach)\s+"
    r"(?:[a-z]{1,3}\s+)?[a-z][^\]\[\n|=<>{}\ue000]{2,80}\](?![(\[:])"
    r"|[$€£]X{2,}\b|\bX{2,3}(?=\s?(?:%|percent\b|ms\b|seconds\b|minutes\b|hours\b|days\b|weeks\b|users\b|requests\b|"
    r"times\b|cents\b|dollars\b|euros\b|[KMGT]B\b))"
    r"|\bNote to self:|(?:\A|(?<=[.!?]\s))To be (?:written|done|added|completed|filled in)\b(?=[.!]?\s*\Z))"
    r"|(?P<alone>(?<![^\s(\[{|:;,.–—-])\?{3,}(?![^\s)\]}|,.;:–—-]))"
    r"|(?P<note>\b(?:TODO|FIXME|XXX)\b))"
)
_SPELLED = regex(
    r"(?=[\[(AIPRrSsTtFfCc])"
    r"(?:\[(?:[Pp]laceholder|PLACEHOLDER)\](?![(\[:])"
    r"|\[(?:[Yy]our|[Tt]he|[Ss]ome)\s[a-z][^\]\[\n|=<>{}\ue000]{1,40}\shere\](?![(\[:])"
    r"|\A\[(?:[Ss]creenshot|[Ii]mage|[Pp]icture|[Ff]igure|[Dd]iagram|[Cc]hart|[Ss]ource)\]\Z"
    r"|\((?:[Aa]dd|[Ii]nsert|[Ii]nclude|[Pp]ut|[Pp]aste)\s(?:\w{1,12}\s){0,3}(?:screenshots?|pictures?|images?|figures?|"
    r"diagrams?|charts?|graphs?|links?|examples?|numbers?|quotes?|citations?|references?|sources?|tables?|details|"
    r"snippets?|paragraphs?)(?:\s[^()\n]{1,40})?\s(?:here|later)\.?\)"
    r"|\((?:[Ss]ource|[Cc]itation|[Rr]eference|[Rr]ef|[Ll]ink|[Nn]umbers?|[Dd]ate|[Ff]igure)\?+\)"
    r"|\((?:[Ss]ource|[Cc]itation|[Rr]eference|[Ll]ink|[Nn]umbers?) needed\)"
    r"|\((?:[Mm]ore|[Dd]etails|[Ss]creenshot|[Pp]icture|[Ii]mage|[Dd]iagram|[Cc]hart|[Ee]xamples?|[Nn]umbers|[Tt]ext)\s"
    r"(?:here|to come|to follow|goes? here)\.?\)"
    r"|\b(?:ADD|INSERT|PUT)(?:\s[A-Z]{1,12}){1,4}\sHERE\b"
    r"|\bPLACEHOLDER\b(?=[.!:]?\s*\Z)"
    r"|\b[Rr]eplace this (?:text|paragraph|sentence|section) with (?:your|the|a)\b"
    r"|\b(?:[Ss]ection|[Cc]hapter|[Ff]igure|[Tt]able) XX+\b"
    r"|\b[Tt]his (?:section|part|paragraph|chapter) (?:is (?:still |yet )?to be|has (?:still|yet) to be|is not yet|"
    r"has not (?:yet )?been) (?:written|filled in|finished)\b(?= yet\b|\s*[.!])"
    r"|(?:\A|(?<=[.!?]\s))(?:[Tt]odo|[Tt]o do|[Ff]ixme):(?=\s[a-zA-Z]))"
)
"""Gaps that are told in words: "(add a picture here)", "this section is still to be written"."""
_ENDS = (
    "laceholder]", "needed)", "here]", "here)", "here.)", "later)", "later.)", "?)", "to come)", "to come.)",
    "to follow)", "to follow.)", "odo:", "o do:", "ixme:",
)  # fmt: skip
_SPOKEN = (
    *_ENDS, "HERE", "PLACEHOLDER", "XX", "eplace this ", "his section ", "his part ", "his paragraph ", "his chapter ",
)  # fmt: skip
"""Of these a text with such a gap holds one."""
_ALONE = regex(r"\A[\s>]*\[[A-Za-z]{4,12}\]\s*\Z")
"""A paragraph with nothing but a word in brackets."""
_SIGN = regex(
    r"\?\?\?|T(?:K|ODO|B[ACD]|o be )|FIX ?ME|X(?:X|(?<=[$€£]X))|OREM IPSUM|Note to self:|"
    r"\[(?:[iI]nsert|INSERT|citation|add|describe|explain|write|put|include|mention|link|screenshot|picture|image|"
    r"figure|chart|diagram|graph|quote|source|check|verify|expand|finish|fill\s+in|update|rewrite|reword|replace|show|"
    r"paste|attach)\s"
)
_LOW = ("tbd", "tktk", "orem ipsum")
"""The same for the other placeholders; what begins with a letter that stands everywhere is looked for by itself."""
_FOLDED = regex(r"\?{3}\+?(?:[ \t]+[\w-]+)*(?:[ \t]+\"[^\"\n]*\")?[ \t]*(?:\n[ \t]*)*\n(?:    |\t)")
"""The first line of a folded note of MkDocs: `???`, its kind and its title, over an indented body."""
_NEAR = 40
"""Characters on either side that tell a note from a word."""
_SHOWN = ("title", "subtitle", "description", "summary", "excerpt")
"""Keys of the front matter that readers see."""
_PARTS = frozenset("-_/\ue000")
"""Characters that make a longer name of what stands beside them."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each placeholder in prose, headings, table cells, descriptions of pictures and front matter."""
    if not any(map(_may_hold, paragraphs(document.text))):
        return
    latin = False
    for held, (gaps, spelled) in judged(document, _gaps):
        start = held.passage.span.start
        for match in gaps:
            filler = match[0].lower() == "lorem ipsum"
            if (filler and latin) or (match["alone"] and _FOLDED.match(document.text, start + match.start())):
                continue
            latin = latin or filler  # the first one stands for all of the filler
            yield found(Span(*match.span()).shift(start), f"“{match[0]}” is a gap still to fill")
        for match in spelled:
            yield found(Span(*match.span()).shift(start), f"“{match[0]}” is a gap still to fill")
    yield from _in_front_matter(document)
    for image in document.inlines_of("image"):
        alt = image.plain().strip()
        gap = _PLACEHOLDER.match(alt)
        if gap and _is_placeholder(alt, gap):
            yield found(image.span, f"“{gap[0]}” in this picture's description is a gap still to fill")


def _gaps(held: Tokens) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The gaps in a passage: those with a mark, and those that are told in words."""
    text = held.passage.text
    marked = [match for match in _PLACEHOLDER.finditer(text) if _is_placeholder(text, match)]
    return marked, [*_SPELLED.finditer(text)] if _is_spoken(text) else []


@lru_cache(maxsize=4096)
def _may_hold(text: str) -> bool:
    """Whether a paragraph may hold a placeholder; remembered, as an edit changes one of many."""
    return _SIGN.search(text) is not None or any(map(text.__contains__, _LOW)) or _is_spoken(text)


def _is_spoken(text: str) -> bool:
    """Whether a text may hold a gap told in words."""
    return any(map(text.__contains__, _SPOKEN)) or _ALONE.match(text) is not None


def _in_front_matter(document: Document) -> Iterator[Finding]:
    """Gaps in what readers see of the front matter: a value that is one, or starts with one."""
    for key in _SHOWN:
        value = document.front_matter.data.get(key)
        said = value.strip() if isinstance(value, str) else ""
        match = _PLACEHOLDER.match(said)
        if match and _is_placeholder(said, match):
            yield found(key_span(document, key), f"“{match[0]}” is a gap still to fill")


def _is_placeholder(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(match.start() - _NEAR, 0) : match.start()], text[match.end() : match.end() + _NEAR]
    if before[-1:] in _PARTS or after[:1] in _PARTS or (after[:1] == "." and after[1:2].isalnum()):
        return False
    if match["note"]:
        return _is_note(before.rstrip(), after)
    return True


def _is_note(before: str, after: str) -> bool:
    """Whether TODO and its like speak to the author: followed by a colon, at the start of a sentence, or alone in
    brackets; "a TODO app" and "the TODO comment" speak about one."""
    if after.startswith((":", "(", " -", " –", " —")) or after[:1] in ")]":
        return True
    return not before or before[-1] in ".!?:([{>*_" or not after.strip(" .*_")
