"""A text read again after a change: only the top-level blocks around it are parsed, the others are taken over.

What is taken over is what a parse of the whole text would give. The text is cut before and behind the change where a
block begins at the start of a line below an empty one: whatever stands before such a line, all containers are closed
there, and the library reads line after line. What may reach further is seen to (constructs of dialects are searched for
in the whole text, definitions are put below the piece that is parsed), or the whole text is parsed: see `_labels` and
`_reaches_far`.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import pyromark

from inkwright.model.document import Block, Document, FrontMatter, Source
from inkwright.model.regex import regex
from inkwright.text.changes import changed
from inkwright.text.dialects.construct import Construct, Regions, Scan
from inkwright.text.dialects.dedent import dedents
from inkwright.text.front_matter import read_front_matter
from inkwright.text.graft import paired
from inkwright.text.markdown import EXTENSIONS, Reading, built, events, read
from inkwright.text.offsets import byte_to_char
from inkwright.text.scan import (
    FINDERS,
    Dollars,
    Found,
    Met,
    Seen,
    all_written,
    dollars_of,
    outside_code,
    regions_of,
    settled,
    wanted,
)
from inkwright.text.shifted import shifted
from inkwright.text.versions import follow

_STRANGE = regex("[\r\ud800-\udfff\U000f0000-\U0010ffff]")
"""What is replaced before a text is parsed, or may stand for a construct."""
_DETAILS = regex(r"^ {0,3}:[ \t]", re.M)
_CUTS = frozenset({"paragraph", "heading", "table", "thematic_break"})
"""Blocks before which a text may be cut: at the start of their line they are part of nothing else."""
_MOST_CONSTRUCTS = 10_000
_EXPANDED = 50_000
"""Characters of link destinations up to which the library's limit on them, twice that, is out of reach."""
Placed = TypeVar("Placed", bound=tuple[Any, ...])


class _Piece(NamedTuple):
    """What is parsed anew: instead of the top-level blocks `first` to `last` (half-open) of the earlier version, which
    stood from `start` to `was`, what now stands from `start` to `now`."""

    first: int
    last: int
    start: int
    was: int
    now: int


def read_on(source: Source, before: Reading) -> Reading:
    """The same as `read(source)`, made from an earlier version of the text; its document follows the earlier one."""
    reading = _around_change(source, before)
    if reading is None:
        reading = read(source)
        follow(reading.document, before.document)
    return reading


def _around_change(source: Source, before: Reading) -> Reading | None:
    """The text read by parsing what stands around the change alone; None where the change may reach further."""
    earlier = before.document.source
    labels = _labels(before) if before.labels is None else before.labels
    if labels is None or (source.path, source.dialect) != (earlier.path, earlier.dialect):
        return None
    start, was, _ = changed(earlier.text, source.text)
    front = _front_matter(source, before, start)
    piece = _piece(source, before, start, was, bool(labels))
    if front is None or piece is None or _reaches_far(earlier.text, source.text, piece, labels):
        return None
    made = _Parse(source, before, piece, labels).made()
    if made is None:
        return None
    inside, found, finders = made
    behind = [shifted(block, piece.now - piece.was) for block in before.flat[piece.last :]]
    flat = (*before.flat[: piece.first], *inside, *behind)
    document = Document(source, front, tuple(paired(flat, source.text) if found else flat))
    follow(document, before.document, _same(document, before, piece, behind))
    return Reading(document, before.start, flat, found, finders, True, labels)


def _labels(reading: Reading) -> str | None:
    """The definitions of links and notes that a piece of a text needs below it; None where no piece can be parsed for
    itself."""
    document, found = reading.document, reading.found
    text = document.text
    if not reading.plain or _STRANGE.search(text):
        return None
    if found and len(found.met.constructs) > _MOST_CONSTRUCTS:
        return None
    if found and _is_tangled(text, reading.flat, found.met):
        return None
    if "]:" not in text:
        return ""
    links, notes = document.of_kind("definition"), document.of_kind("footnote")
    inside = Regions([block.span for block in links])
    if found and any(inside.end_around(one.start) for one in found.met.constructs):
        return None
    written = "".join(f"{document.slice(block.span)}\n\n" for block in links)
    written += "".join(f"[^{block.name}]: x\n\n" for block in notes)
    return written if "$" not in written and _defines(written, links, notes) else None


def _defines(written: str, links: Sequence[Block], notes: Sequence[Block]) -> bool:
    """Whether definitions alone say what they say in their text."""
    entries = pyromark.reference_definitions(written, options=EXTENSIONS)
    said = {label: (entry["dest"], entry["title"] or "") for label, entry in entries.items()}
    names = [
        event["Start"]["FootnoteDefinition"]
        for event, _ in events(written)
        if "FootnoteDefinition" in str(event) and "Start" in event
    ]
    return said == {block.name: (block.text, block.info) for block in links} and names == [note.name for note in notes]


def _is_tangled(text: str, blocks: Sequence[Block], met: Met) -> bool:
    """Whether a construct, code or raw HTML holds a place before a block where a text might be cut."""
    held = (Regions(met.opaque), Regions([(one.start, one.end) for one in met.constructs]))
    starts = [block.span.start for block in blocks if _may_cut(text, block)]
    return any(region.start_around(start) not in (-1, start) for start in starts for region in held)


def _front_matter(source: Source, before: Reading, start: int) -> FrontMatter | None:
    """The front matter of a text that is the earlier one up to an offset; None where it is another one."""
    front = before.document.front_matter
    if start < before.start:
        return None
    if front.format and not front.problems:
        return front
    now = read_front_matter(source.text)
    return now if now.span == front.span and source.text.startswith("\ufeff") == (before.start == 1) else None


def _piece(source: Source, before: Reading, start: int, was: int, labelled: bool) -> _Piece | None:
    """What is to be parsed: from the last block whose first line stands before the change to the first one that begins
    below a line that it leaves alone. Where definitions are put behind it, that one is no code that may swallow them.
    """
    old, new, flat = before.document.text, source.text, before.flat
    starts = [block.span.start for block in flat]
    first = bisect_left(starts, start) - 1
    while first > 0 and not (_may_cut(old, flat[first]) and 0 <= old.find("\n", starts[first]) < start):
        first -= 1
    last = bisect_left(starts, was + 2)
    while last < len(flat) and not _may_cut(old, flat[last], labelled):
        last += 1
    if last == len(flat) and labelled:
        return None
    first = max(first, 0)
    begin, end = starts[first] if first else before.start, starts[last] if last < len(flat) else len(old)
    return _Piece(first, last, begin, end, end + len(new) - len(old))


def _may_cut(text: str, block: Block, no_code: bool = False) -> bool:
    """Whether a text may be cut before a block."""
    kind = block.kind in _CUTS or (block.name == "fenced" and not no_code)
    return kind and text.startswith("\n\n", block.span.start - 2)


def _reaches_far(old: str, new: str, piece: _Piece, labels: str) -> bool:
    """Whether there is something in the piece that may change how other pieces are read, or that is mended before."""
    held = new[piece.start : piece.now]
    return (
        "]:" in held
        or old.find("]:", piece.start, piece.was) >= 0
        or _STRANGE.search(held) is not None
        or _DETAILS.search(held) is not None
        or (bool(labels) and max(map(len, labels.split("\n"))) * new.count("]") > _EXPANDED)
    )


class _Parse:
    """The parse of one piece of a text."""

    def __init__(self, source: Source, before: Reading, piece: _Piece, labels: str) -> None:
        self._source = source
        self._before = before
        self._piece = piece
        self._by = piece.now - piece.was
        self._more = piece.last < len(before.flat)
        self._end = before.flat[piece.last].span.end + self._by if self._more else piece.now
        cut = source.text[: self._end]
        held = cut[piece.start :]
        cut += f"\n\n{labels}" if labels and "[" in held else ""
        self._cut = Source(source.path, cut, source.dialect)
        called = wanted(Source(source.path, held, source.dialect), 0)
        self._finders = tuple(finder for finder in FINDERS if finder in before.finders or finder in called)
        self._whole: Found | None = None
        self._scanned = bool(self._finders) or "$" in held or before.found is not None

    def made(self) -> tuple[tuple[Block, ...], Found | None, tuple[Any, ...]] | None:
        """The blocks of the piece, the constructs of the whole text and their finders; None where the piece does not
        end where it should, or where constructs around it are no longer what they were."""
        piece, text = self._piece, self._cut.text
        body = text[piece.start :]
        to_char = byte_to_char(body, piece.start)
        found = None
        if self._scanned:
            found = self._found(regions_of(self._cut, events(body), to_char))
            if found is None:
                return None
        blocks = built(text, piece.start, body, to_char, EXTENSIONS, found, definitions=False)
        starts = [block.span.start for block in blocks]
        at = bisect_left(starts, piece.now) if self._more else len(blocks)
        if self._more and (at == len(blocks) or starts[at] != piece.now):
            return None
        if found is not None and _is_tangled(text, blocks[: at + 1], found.met):
            return None
        return blocks[:at], self._whole, self._finders

    def _found(self, regions: Seen) -> Found | None:
        """The constructs of the piece; None where those around it are not what they were."""
        piece, dialect, known = self._piece, self._source.dialect, self._known()
        inside = dollars_of(self._cut.text, piece.start, regions)
        formulas = self._around(known.dollars.formulas, inside.formulas)
        dollars = Dollars(formulas, self._around(known.dollars.stray, inside.stray))
        asked = Scan(self._source.text, self._before.start, dialect, Regions(formulas))
        written = all_written(asked, self._finders) if self._finders else []
        if bool(dollars.stray) != bool(known.dollars.stray) or not self._goes_on(written):
            return None
        alone = Scan(self._cut.text, piece.start, dialect, Regions(inside.formulas))
        here = [one for one in written if one.start >= piece.start and one.end <= self._end]
        met = Met(here, outside_code(alone, regions, here), sorted([*regions.code, *regions.html]), inside)
        constructs = self._around(known.constructs, met.constructs)
        removed = dedents(asked, constructs) if dialect == "mdx" else {}
        if removed != self._lines_around(known.removed, removed):
            return None
        met.removed = {line: width for line, width in removed.items() if piece.start <= line < self._end}
        self._whole = Found(met=Met(written, constructs, [], dollars, removed))
        return settled(alone, regions, met, bool(dollars.stray))

    def _goes_on(self, written: list[Construct]) -> bool:
        """Whether all constructs around the piece are those of the earlier version, and none reaches into or out of
        it."""
        edges = (self._piece.start, self._piece.now)
        known = self._around(self._known().written, written)
        return written == known and not any(one.start < edge < one.end for one in written for edge in edges)

    def _known(self) -> Met:
        return self._before.found.met if self._before.found else Met()

    def _around(self, known: list[Placed], inside: list[Placed]) -> list[Placed]:
        """What was there before the piece, what is in it now, and what was behind it."""
        piece = self._piece
        return [
            *(one for one in known if one[0] < piece.start),
            *(one for one in inside if piece.start <= one[0] < piece.now),
            *(_moved(one, self._by) for one in known if one[0] >= piece.was),
        ]

    def _lines_around(self, known: Mapping[int, int], inside: Mapping[int, int]) -> dict[int, int]:
        """The same of what is said of lines by their starts."""
        piece = self._piece
        lines = {line: said for line, said in known.items() if line < piece.start}
        lines |= {line: said for line, said in inside.items() if piece.start <= line < piece.now}
        return lines | {line + self._by: said for line, said in known.items() if line >= piece.was}


def _moved(one: Any, by: int) -> Any:
    """A construct or a span `by` characters later."""
    start, end, *said = one
    if not said:
        return start + by, end + by
    *said, inner = said
    inner = (inner[0] + by, inner[1] + by) if inner != (0, 0) else inner
    return Construct._make((start + by, end + by, *said, inner))


def _same(document: Document, before: Reading, piece: _Piece, behind: Sequence[Block]) -> dict[int, int]:
    """The blocks that were taken over, by index in the document, with their index in the earlier version."""
    was = {id(block): at for at, block in enumerate(before.document.blocks)}
    taken = {id(block): id(block) for block in before.flat[: piece.first]}
    taken |= {id(block): id(old) for block, old in zip(behind, before.flat[piece.last :], strict=True)}
    same = ((at, was.get(taken.get(id(block), 0))) for at, block in enumerate(document.blocks))
    return {at: index for at, index in same if index is not None}
