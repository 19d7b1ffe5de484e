"""A post as slides: a section each, with points that stand in it, what it shows, and its text to speak from.

Nothing is written here: points are items of the section's lists or sentences that stand alone. How slides are written
is `slides.py`.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from inkwright.model.document import Block, Document, Inline
from inkwright.model.promotion import Saying
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.model.talk import Slide, Talk
from inkwright.promote.sayings import SIDE_SECTION, sayings
from inkwright.promote.score import ENOUGH, Scored, Scores
from inkwright.text.sentences import sentences

POINTS, BESIDE = 4, 2
"""Points of a slide, and of one that shows something. **Source:** own choice: what fits a slide of 16 by 9 in the usual
theme of Marp, 720 pixels high."""
SHORT = 110
"""Characters of a point at most. **Source:** own choice: two lines of such a slide."""
LONG = 180
"""Characters of the one sentence that a section without short ones shows. **Source:** own choice: three lines."""
LINES = 16
"""Lines of code, or rows of a table, at most. **Source:** own choice, as above."""
DEPTH = 2
"""Levels of headings that make slides: the highest of the post and the one below."""
_NO_TEXT = frozenset({"heading", "html", "thematic_break", "comment", "definition", "footnote"})
_NOTE = regex(r"\[\^[^\]\s]+\](?!:)")
_WORDS = regex(r"\w")


class _Section(Struct, frozen=True):
    title: str
    blocks: tuple[Block, ...]
    end: int

    def holds(self, span: Span) -> bool:
        return bool(self.blocks) and self.blocks[0].span.start <= span.start < self.end


def talk(document: Document, title: str, weight: Callable[[str], float]) -> Talk:
    """The slides of a post whose comments and marks are gone. Parts that only point elsewhere (references, thanks) make
    none; `weight` tells how much a word says in any text. No slides for a post without text."""
    scored = Scores(sayings(document), title, weight).scored
    slides, lost = list[Slide](), list[tuple[str, str]]()
    for section in _sections(document, title):
        shown, too_long = _exhibit(document, section)
        points = _points(document, section, scored)[: BESIDE if shown else POINTS]
        notes = _notes(document, section, shown)
        if points or shown or notes or section.title != title:
            slides.append(Slide(section.title, points, document.slice(shown.span).strip() if shown else "", notes))
            lost += [one for one in too_long if one not in lost]
    return Talk(tuple(slides), tuple(lost))


def _sections(document: Document, title: str) -> Iterator[_Section]:
    """What stands before the first heading, under the post's title, then each part of the upper levels."""
    top = min((block.level for block in document.blocks if block.kind == "heading"), default=1)
    said, part, held = title, "", list[Block]()
    for block in document.blocks:
        if block.kind == "heading" and block.level < top + DEPTH:
            yield from _section(said, part, held, block.span.start)
            said, held = " ".join(block.plain().split()), []
            part = said if block.level == top else part
        else:
            held.append(block)
    yield from _section(said, part, held, len(document.text))


def _section(said: str, part: str, held: Sequence[Block], end: int) -> Iterator[_Section]:
    """A section below its title, unless it or the part that it stands in only points elsewhere."""
    if not SIDE_SECTION.match(said) and not SIDE_SECTION.match(part):
        yield _Section(said, tuple(block for block in held if block.kind not in _NO_TEXT), end)


def _exhibit(document: Document, section: _Section) -> tuple[Block | None, list[tuple[str, str]]]:
    """The first figure, else the first table, code or formula that fits a slide; and what would have been the one but
    is too long."""
    too_long = list[tuple[str, str]]()
    for what, shows in (("figure", _is_figure), ("table", _is_table), ("code", _is_code), ("formula", _is_formula)):
        found = [block for block in section.blocks if shows(block)]
        fits = next((block for block in found if document.slice(block.span).count("\n") < LINES), None)
        if fits:
            return fits, []
        too_long += [(f"{what} of more than {LINES} lines, which no slide shows", found[0].text)] if found else []
    return None, too_long


def _is_figure(block: Block) -> bool:
    inlines = [one for one in block.walk_inlines() if one.kind != "soft_break"]
    return block.kind == "paragraph" and bool(inlines) and _leads_to_picture(inlines[0])


def _leads_to_picture(inline: Inline) -> bool:
    return inline.kind == "image" or (inline.kind == "link" and any(one.kind == "image" for one in inline.children))


def _is_table(block: Block) -> bool:
    return block.kind == "table"


def _is_code(block: Block) -> bool:
    return block.kind == "code"


def _is_formula(block: Block) -> bool:
    alone = block.kind == "paragraph" and len(block.inlines) == 1 and block.inlines[0].kind == "math"
    return block.kind == "math" or alone


def _points(document: Document, section: _Section, scored: Sequence[Scored]) -> tuple[str, ...]:
    """The items of the section's first list of short ones, else its sentences that are worth most, in reading order."""
    for block in section.blocks:
        if block.kind == "list":
            items = [said for item in block.children if (said := _lead(item))]
            if len(items) > 1 and len(items) * 2 >= len(block.children):
                return tuple(items[:POINTS])
    fit = [one for one in scored if section.holds(one.saying.span) and one.saying.alone]
    fit = sorted((one for one in fit if not one.saying.text.endswith("?")), key=lambda one: -_worth(one))
    best = [one for one in fit if len(one.saying.text) <= SHORT][:POINTS]
    best = best or [one for one in fit if len(one.saying.text) <= LONG][:1]
    return tuple(one.saying.text for one in sorted(best, key=lambda one: _place(one.saying)))


def _worth(one: Scored) -> float:
    return max(one.worth[role] - least for role, least in ENOUGH.items())


def _place(saying: Saying) -> tuple[int, int]:
    return saying.span


def _lead(item: Block) -> str:
    """What an item says first, if that is short: its bold words or its first sentence; "" else."""
    first = next((block for block in item.children if block.inlines), item)
    inlines = [one for one in first.inlines if one.kind != "task"]
    if not inlines:
        return ""
    if any(one.kind in ("math", "image", "embed", "opaque") for one in first.walk_inlines()):
        return ""
    if inlines[0].kind == "strong":
        said = inlines[0].plain().strip().rstrip(".:")
    else:
        whole = " ".join("".join(one.plain() for one in inlines).split())
        start, end = next(iter(sentences(whole)), (0, 0))
        said = whole[start:end]
    return said if len(said) <= SHORT and _WORDS.search(said) and not said.endswith(":") else ""


def _notes(document: Document, section: _Section, shown: Block | None) -> str:
    """The text of a section but for what its slide shows, as Markdown."""
    said = (document.slice(block.span).strip("\n") for block in section.blocks if block is not shown)
    return _NOTE.sub("", "\n\n".join(one for one in said if one.strip()))
