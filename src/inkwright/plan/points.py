"""A note -> its points: at least one for each paragraph and list item, in the words that stand there and no others.

What a note quotes stays in the note, and so does its code: a bullet only says that code comes with it.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from inkwright.model.document import Block, Document, Inline
from inkwright.model.point import Point, Raw, Sign
from inkwright.model.regex import regex
from inkwright.plan.marks import one_line
from inkwright.plan.signs import LEADS, NAMED, STRONG, WEAK, about, signs, weight
from inkwright.text.markdown import parse_text
from inkwright.text.prose import passages

MOST, LEAST = 24, 3
"""Points taken from one note, the strongest: a book in one file must not be a whole outline. Of many notes fewer are
taken, at least three."""
TOGETHER = 240
"""Points that all notes of an outline give together, as far as each may give its three: more is no plan."""
SAYS = 5
"""Words from which a sentence says something by itself."""
LONGEST = 200
"""Characters of a point; a longer sentence is cut at a gap between words."""

_LEAD = regex(r"^[\s?*+\-]+(?=\S)|^\[[ xX]\]\s*")
_CODE_NAME = regex(r"(?<!\w)(?:@?[A-Za-z_]\w*(?:\.[A-Za-z_]\w+)+|\w+_\w+|[A-Za-z]\w*\(\S*\)|_\w+)")
_TAGS = regex(r"\btags?:|#[\w/-]+")
_BELOW = {"code": Sign("code", STRONG, "code below it"), "table": Sign("figure", STRONG, "a table")}
"""What stands below a sentence and shows what that is; a table only below one that leads to it."""


def points(raw: Raw, most: int = MOST) -> tuple[tuple[Point, ...], int]:
    """At most so many points of a note in reading order, and how many more a long note holds.

    A note without words of its own has its title as the only point; () without that too. A captured line is one, whole.
    """
    if not raw.note:
        line = _clean(raw.text)
        return ((Point(line, "", raw.path, raw.line, _signed(raw, line, "")),) if _has_words(line) else ()), 0
    document = parse_text(raw.text)
    found = [one for one in _of_blocks(raw, document) if _has_words(one.text)]
    if not found:
        title = Point(_clean(raw.title), raw.note, raw.path, raw.line, _signed(raw, raw.title, ""))
        return ((title,) if _has_words(title.text) else ()), 0
    strongest = sorted(range(len(found)), key=lambda no: (-weight(found[no]), no))[:most]
    return tuple(found[no] for no in sorted(strongest)), len(found) - len(strongest)


def together(texts: Sequence[Raw]) -> tuple[list[Point], int]:
    """The points of several notes in their order, and how many more they hold."""
    most = min(MOST, max(LEAST, TOGETHER // len(texts))) if texts else MOST
    taken = [points(text, most) for text in texts]
    return [point for found, _ in taken for point in found], sum(cut for _, cut in taken)


def _of_blocks(raw: Raw, document: Document) -> Iterator[Point]:
    """The points; code right below some is their sign, a line that ends in a colon heads the list below it."""
    heading, lead, begun = "", "", False
    last: list[Point] = []
    for block, ordered, listed in _leaves(document.blocks):
        below = _BELOW.get(block.kind)
        if below and (block.kind == "code" or (last and last[-1].text.endswith(":"))):
            last[-1:] = [_with(point, below) for point in last[-1:]]
            continue
        if not listed:
            lead = ""
        elif last and not lead and last[-1].text.endswith(":"):
            lead = last.pop().text
        yield from last
        last = []
        if block.kind == "heading":
            heading = "" if block.level == 1 else block.plain().strip()
            continue
        last = _points(raw, document, block, lead or heading, ordered, begun)
        begun = begun or bool(last)
    yield from last


def _leaves(blocks: Iterable[Block], listed: bool = False) -> Iterator[tuple[Block, bool, bool]]:
    """Headings, paragraphs, code and tables in reading order; whether each is an item of a numbered list, of any."""
    for block in blocks:
        if block.kind in ("heading", "paragraph", "code", "table"):
            yield block, False, listed
        elif block.kind == "list":
            for item in block.children:
                if item.inlines:
                    yield item, block.level >= 0, True
                for no, (leaf, ordered, _) in enumerate(_leaves(item.children)):
                    yield leaf, ordered or (block.level >= 0 and not no), True
        elif block.kind not in ("blockquote", "comment", "html", "footnote", "definition"):
            yield from _leaves(block.children, listed)


def _points(raw: Raw, document: Document, block: Block, heading: str, ordered: bool, begun: bool) -> list[Point]:
    """The points of one block: its first sentence, and one for each thing that its sentences show. The first of a note
    (`begun` is False) is also told by the note's title."""
    line = raw.line - 1 + document.position(block.span.start).line
    if block.kind == "table":
        head = [cell.plain().strip() for row in block.children[:1] for cell in row.children]
        return [Point(_clean(" · ".join(filter(None, head))), raw.note, raw.path, line, (_BELOW["table"],), heading)]
    extra = {"step": Sign("step", STRONG * 1.5, "a numbered item")} if ordered else {}
    if any(one.kind == "task" and one.target == " " for one in block.walk_inlines()):
        extra["task"] = Sign("task", STRONG * 1.5, "an open box")
    signed = [
        (text, {one.name: one for one in _signed(raw, text, heading, begun or no > 0)})
        for no, text in enumerate(_sentences(document, block))
        if _has_words(text)
    ]
    return [
        Point(text, raw.note, raw.path, line, tuple((found | extra).values()), heading)
        for text, found in _chosen(signed)
    ]


def _sentences(document: Document, block: Block) -> Iterator[str]:
    """Each sentence of a block as a reader sees it; a short list item whole."""
    spans = [span for one in passages(document) if one.block is block for span in one.sentences]
    short = block.kind == "item" and block.inner.end - block.inner.start <= LONGEST
    for span in (block.inner,) if short or not spans else spans:
        yield _clean(_said(block.inlines, span.start, span.end))


def _chosen(signed: list[tuple[str, dict[str, Sign]]]) -> list[tuple[str, dict[str, Sign]]]:
    """The first sentence, and those that show something which no stronger one of their block shows."""
    best: dict[str, int] = {}
    for no, (_, found) in enumerate(signed):
        for sign in found.values():
            if sign.strength >= STRONG and sign.name != "paper":
                held = best.get(sign.name)
                if held is None or signed[held][1][sign.name].strength < sign.strength:
                    best[sign.name] = no
    return [signed[no] for no in sorted({0, *best.values()})] if signed else []


def _said(inlines: Iterable[Inline], start: int, end: int) -> str:
    """What a reader sees of the characters between two offsets."""
    pieces = []
    for one in inlines:
        if one.span.end <= start or one.span.start >= end:
            continue
        if one.span.start >= start and one.span.end <= end:
            pieces.append(one.plain())
        elif one.children:
            pieces.append(_said(one.children, start, end))
        elif one.kind == "text" and len(one.text) == one.span.end - one.span.start:
            pieces.append(one.text[max(0, start - one.span.start) : end - one.span.start])
        else:
            pieces.append(one.plain())
    return "".join(pieces)


def _signed(raw: Raw, text: str, heading: str, begun: bool = False) -> tuple[Sign, ...]:
    found = signs(text, heading, "" if begun else raw.title)
    if raw.paper:
        found["paper"] = Sign("paper", STRONG, raw.title)
    elif raw.url:
        found.setdefault("link", Sign("link", WEAK, raw.url))
    if named := _CODE_NAME.search(text):
        found["code"] = Sign("code", NAMED, named[0])
    if len(text.split()) >= SAYS:
        found["how"] = Sign("how", WEAK, "a statement")
    if titled := about(text, raw.title) if text != raw.title else None:
        found["about"] = titled
    least = LEADS if text.endswith(":") else 1
    return tuple(replace(one, strength=one.strength * least) for one in found.values())


def _with(point: Point, sign: Sign) -> Point:
    return replace(point, signs=(*(one for one in point.signs if one.name != sign.name), sign))


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in _TAGS.sub("", text))


def _clean(text: str) -> str:
    """A point on one line that reads back as the same bullet: no tick box, question mark or link mark at its head."""
    line = one_line(text).replace("[[", "[ [").replace("]]", "] ]")
    while (bare := _LEAD.sub("", line)) != line:
        line = bare
    if len(line) <= LONGEST:
        return line
    cut = line.rfind(" ", 0, LONGEST)
    return f"{line[: cut if cut > 0 else LONGEST].rstrip(' ,;:')} …"
