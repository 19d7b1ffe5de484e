"""Finds the dialect constructs of a text and decides what stands for each while the Markdown parser runs.

A first parse tells what is code. A construct alone on its lines becomes a thematic break (which interrupts a paragraph,
holds nothing and keeps its place in the nesting), any other one private-use character, which is a letter to the parser.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from inkwright.model.document import Source
from inkwright.model.regex import regex
from inkwright.text.dialects import attributes, citations, divs, liquid, math, mdx, obsidian, shortcodes, tex
from inkwright.text.dialects.construct import Construct, Regions, Scan
from inkwright.text.dialects.dedent import dedents
from inkwright.text.edited import Edit

FINDERS = (shortcodes, liquid, mdx, divs, attributes, citations, obsidian, tex)
"""Each has TRIGGERS, one of which must occur in a text, and `find(scan)`. Where two find something at one place, the
longer wins, then the earlier in this list."""


_PRIVATE = regex("[\U000f0000-\U0010ffff]")
_SIGNS = frozenset(sign for finder in FINDERS for trigger in finder.TRIGGERS for sign in trigger if not sign.isalnum())
_MAX_ON_LINE = 50
"""Constructs that may fill a line together."""


class Dollars(NamedTuple):
    """What dollar signs of a text are: `formulas`, and `stray` formulas that the library alone sees; where there are
    any of these, all signs outside of formulas are hidden from it."""

    formulas: list[tuple[int, int]]
    stray: list[tuple[int, int]]


@dataclass(slots=True)
class Met:
    """What was met on the way. `written` are all constructs before those in code are left out, `opaque` the spans of
    code and raw HTML, `removed` says how much of the indentation of lines means nothing, by their starts."""

    written: list[Construct] = field(default_factory=list)
    constructs: list[Construct] = field(default_factory=list)
    opaque: list[tuple[int, int]] = field(default_factory=list)
    dollars: Dollars = field(default_factory=lambda: Dollars([], []))
    removed: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Found:
    """The constructs of a text in reading order, by what stands for them, and the edits that put that there."""

    edits: list[Edit] = field(default_factory=list)
    lines: dict[int, list[Construct]] = field(default_factory=dict)
    """Constructs alone on their lines, by the start of the first of the line."""
    inline: dict[str, Construct] = field(default_factory=dict)
    """The others, by the character that stands for them."""
    characters: Iterator[str] = iter(())
    """Characters that may still stand for something."""
    met: Met = field(default_factory=Met)

    def inlined(self, starts: list[int]) -> "Found":
        """The same with the lines that begin at some offsets read as inline, or as text where that cannot be."""
        lines = dict(self.lines)
        inline = dict(self.inline)
        gone = {start: lines.pop(start) for start in starts}
        edits = [edit for edit in self.edits if edit[0] not in gone or not edit[2]]
        for constructs in gone.values():
            for construct in constructs:
                character = next(self.characters, "") if construct.form != "line" else ""
                if character:
                    inline[character] = construct
                    edits.append((construct.start, construct.end, character))
        return Found(sorted(edits), lines, inline, self.characters, self.met)


@dataclass(slots=True)
class Seen:
    """What the first parse tells: spans in characters."""

    code: list[tuple[int, int]] = field(default_factory=list)
    math: list[tuple[int, int]] = field(default_factory=list)
    html: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    items: list[tuple[int, int]] = field(default_factory=list)

    def item_around(self, offset: int) -> int:
        """The start of the innermost list item around an offset; -1 for none."""
        index = bisect_right(self.items, (offset, offset))
        for start, end in reversed(self.items[max(index - 50, 0) : index]):
            if start < offset < end:
                return start
        return -1


def constructs_in(html: str) -> list[Construct]:
    """Shortcodes, Liquid and Obsidian's comments in a piece of raw HTML, in reading order and without overlaps."""
    asked = Scan(html, 0, "markdown", Regions())
    return list(_resolved(all_written(asked, [shortcodes, liquid, obsidian]), Regions()))


def wanted(source: Source, start: int) -> list[Any]:
    """The finders that a text calls for; empty for most texts."""
    text = source.text
    few = source.dialect == "markdown" and text.find("{", start) < 0
    finders = (divs, citations, obsidian, liquid, tex) if few else FINDERS
    signs = frozenset(filter(text.__contains__, _SIGNS))
    found = [finder for finder in finders if _called(finder, text, start, signs)]
    if source.dialect == "mdx" and mdx not in found:
        found.append(mdx)
    keyed = source.dialect == "quarto" or citations.names_bibliography(text, start)
    if keyed and citations not in found:
        found.append(citations)
    return found


def _called(finder: Any, text: str, start: int, signs: frozenset[str]) -> bool:
    """Whether a trigger stands in a text that holds those signs: one sign is found sooner than a trigger is."""
    may_be = (trigger for trigger in finder.TRIGGERS if signs.issuperset(_SIGNS.intersection(trigger)))
    return any(text.find(trigger, start) >= 0 for trigger in may_be)


def scan(
    source: Source, start: int, finders: Iterable[Any], events: Iterable[Any], to_char: Callable[[int], int]
) -> Found:
    """The constructs of a body that starts at `start`, given the events of its first parse."""
    regions = regions_of(source, events, to_char)
    dollars = dollars_of(source.text, start, regions)
    asked = Scan(source.text, start, source.dialect, Regions(dollars.formulas))
    written = all_written(asked, finders)
    constructs = outside_code(asked, regions, written)
    removed = dedents(asked, constructs) if source.dialect == "mdx" else {}
    opaque = sorted([*regions.code, *regions.html])
    met = Met(written, constructs, opaque, dollars, removed)
    return settled(asked, regions, met, bool(dollars.stray))


def settled(asked: Scan, regions: Seen, met: Met, hiding: bool) -> Found:
    """What stands for the constructs that were met; `hiding` the dollar signs that are no formula's."""
    hidden = list(math.literals(asked.text, asked.start, regions.code, met.dollars.formulas)) if hiding else []
    places = _Places(asked, regions, asked.dialect == "mdx", dict(met.removed))
    found = _placed(asked, met.constructs, hidden, places)
    found.met = met
    return found


def outside_code(asked: Scan, regions: Seen, written: list[Construct]) -> list[Construct]:
    """The constructs that count: those that do not start in code or in another one, and stand where they may."""
    constructs = list(_resolved(written, Regions(regions.code)))
    if asked.dialect == "mdx":
        return [found for found in constructs if found.form != "line" or _alone(asked, found, constructs)]
    return constructs


def all_written(scan: Scan, finders: Iterable[Any]) -> list[Construct]:
    """All that finders find, code or not, in reading order."""
    found = [one for finder in finders for one in finder.find(scan)]
    found.sort(key=lambda one: (one.start, -one.end))
    return found


def regions_of(source: Source, events: Iterable[Any], to_char: Callable[[int], int]) -> Seen:
    """What the events of a first parse tell."""
    regions, mdx_rules = Seen(), source.dialect == "mdx"
    lists: dict[str, list[tuple[int, int]]] = {
        "Code": regions.code, "InlineMath": regions.math, "DisplayMath": regions.math, "HtmlBlock": regions.html,
        "Paragraph": regions.paragraphs, "Item": regions.items,
    }  # fmt: skip
    for event, place in events:
        if event.__class__ is str:
            continue
        (name,) = event
        if name == "Start":
            detail = event[name]
            name = detail if detail.__class__ is str else next(iter(detail))
            if name == "CodeBlock" and not (mdx_rules and detail[name] == "Indented"):
                name = "Code"
        wanted_list = lists.get(name)
        if wanted_list is not None:
            wanted_list.append((to_char(place["start"]), to_char(place["end"])))
    return regions


def dollars_of(text: str, start: int, regions: Seen) -> Dollars:
    """What the dollar signs of a body are."""
    if text.find("$", start) < 0:
        return Dollars([], [])
    formulas = math.formulas(text, start, regions.code)
    return Dollars(formulas, sorted(set(regions.math).difference(formulas)))


def _resolved(constructs: list[Construct], code: Regions) -> Iterator[Construct]:
    """Without what stands in code and without overlaps, as `constructs` in reading order."""
    last = -1
    for found in constructs:
        if found.start >= last and not code.end_around(found.start):
            last = found.end
            yield found


def _alone(scan: Scan, found: Construct, constructs: list[Construct]) -> bool:
    """Whether nothing but constructs stands on the lines of one."""
    at = scan.line(found.start)[0]
    end = scan.line(found.end)[1]
    index = bisect_right(constructs, at - 1, key=lambda one: one.start)
    for _ in range(_MAX_ON_LINE):
        if index == len(constructs) or constructs[index].start >= end:
            return not scan.text[at:end].strip()
        if scan.text[at : constructs[index].start].strip(" \t>"):
            return False
        at = constructs[index].end
        index += 1
    return False


def _placed(scan: Scan, constructs: list[Construct], dollars: list[Construct], place: "_Places") -> Found:
    """Constructs by line or character, and the edits in reading order."""
    characters = _free_characters(scan.text)
    found = Found(characters=characters)
    edits: list[Edit] = []
    index = 0
    while index < len(constructs):
        group = _line_group(scan, constructs, index)
        if group and place.breaks(group[0].start):
            first, last = group[0].start, group[-1].end
            edits.append((first, last, place.gap(group[0]) + "***"))
            found.lines[first] = group
            index += len(group)
            continue
        one = constructs[index]
        index += 1
        character = next(characters, "") if one.form != "line" else ""
        if character:
            found.inline[character] = one
            edits.append((one.start, one.end, character))
    for dollar in dollars:
        character = next(characters, "")
        if character:
            found.inline[character] = dollar
            edits.append((dollar.start, dollar.end, character))
    edits += [(line, line + width, "") for line, width in place.removed.items()]
    found.edits = list(_apart(sorted(edits)))
    return found


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    last = -1
    for edit in edits:
        if edit[0] >= last:
            last = edit[1]
            yield edit


def _line_group(scan: Scan, constructs: list[Construct], index: int) -> list[Construct]:
    """The constructs from one on that fill whole lines together; empty when other text shares their lines."""
    first = constructs[index]
    if first.form in ("inline", "literal") or not scan.opens_line(first.start):
        return []
    group = [first]
    while len(group) < _MAX_ON_LINE:
        end = group[-1].end
        if scan.ends_line(end):
            return group
        index += 1
        following = constructs[index] if index < len(constructs) else None
        if following is None or following.form in ("inline", "literal"):
            return []
        if following.start - end > 100 or scan.text[end : following.start].strip(" \t"):
            return []
        group.append(following)
    return []


class _Places:
    """Where in a text a thematic break would be read as one. `removed` is the indentation that MDX leaves out."""

    __slots__ = ("_html", "_mdx", "_paragraphs", "_regions", "_scan", "removed")

    def __init__(self, scan: Scan, regions: Seen, mdx_rules: bool, removed: dict[int, int]) -> None:
        self._scan = scan
        self._regions = regions
        self._mdx = mdx_rules
        self._html = Regions(regions.html)
        self._paragraphs = Regions(sorted(regions.paragraphs))
        self.removed = removed

    def breaks(self, start: int) -> bool:
        """Whether it is at `start`: not inside raw HTML, not so deep that it would continue a paragraph."""
        line = self._scan.line(start)[0]
        if not self._mdx and self._html.end_around(start) and self._html.start_around(start) < line:
            return False
        column = start - line - self.removed.get(line, 0)
        around = self._paragraphs.start_around(start)
        if column <= 3 or around == start:
            return True
        item = self._regions.item_around(start)
        if self._mdx and item < 0:
            self.removed[line] = start - line
            return not self._scan.text[line:start].strip()
        if around >= 0:
            return column <= around - self._scan.line(around)[0]
        return item < 0 or column <= item - self._scan.line(item)[0] + 5

    def gap(self, construct: Construct) -> str:
        """What must stand before a break for MDX, where a tag ends raw HTML: a line end and the tag's indentation."""
        start = construct.start
        if construct.name not in ("jsx", "expression", "esm") or not self._html.end_around(start):
            return ""
        line = self._scan.line(start)[0]
        return "\n" + self._scan.text[line + self.removed.get(line, 0) : start]


def _free_characters(text: str) -> Iterator[str]:
    """Private-use characters that the text does not hold."""
    used = set(text) if not text.isascii() and _PRIVATE.search(text) else set[str]()
    for code in range(0xF0000, 0x10FFFE):
        if code & 0xFFFE != 0xFFFE and (char := chr(code)) not in used:
            yield char
