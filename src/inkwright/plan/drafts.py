"""A draft against a later version of it: paragraph by paragraph, word by word, and in plain counts."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from inkwright.model.document import Block, Document
from inkwright.model.regex import regex
from inkwright.model.versions import Counts
from inkwright.text.prose import passages

ALIKE = 0.4
"""Share of words that two paragraphs at one place have in common from which one is the other, reworked. **Source:**
own trial: at 0.3 neighbours on one subject are paired, at 0.6 a paragraph cut by half is not."""
_WORDS = regex(r"\S+\s*")

Change = Literal["same", "reworked", "added", "cut"]


class Piece(Struct, frozen=True):
    """Some words of a reworked paragraph: kept (""), added ("+") or cut ("-")."""

    mark: Literal["", "+", "-"]
    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph of either version: `before` and `after` are its texts ("" where it is not there), `line` its 1-based
    line in the later version, where a cut one stood for those. `pieces` are filled for a reworked one."""

    change: Change
    before: str
    after: str
    line: int
    pieces: tuple[Piece, ...] = ()


def compare(before: Document, after: Document) -> tuple[Paragraph, ...]:
    """All paragraphs of both versions in the order of the later one; () for two empty ones. Marks and plans count as
    paragraphs no more than front matter does."""
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(None, [text for text, _ in old], [text for text, _ in new], autojunk=False)
    found: list[Paragraph] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            found += [Paragraph("same", text, text, line) for text, line in new[start:end]]
        else:
            here = new[start][1] if start < len(new) else new[-1][1] if new else 1
            found += _changed([text for text, _ in old[first:last]], new[start:end], here)
    return tuple(found)


def counts(document: Document) -> Counts:
    """The figures of one version; all 0 for an empty document."""
    found = [passage for passage in passages(document) if passage.kind != "heading"]
    words = sum(len(passage.words) for passage in found)
    sentences = sum(len(passage.sentences) for passage in found)
    return Counts(
        sum(len(passage.words) for passage in passages(document)), sentences,
        round(words / sentences, 1) if sentences else 0.0, sum(passage.kind == "paragraph" for passage in found),
        len(document.of_kind("heading")), len(document.of_kind("code")), len(document.inlines_of("link", "wikilink")),
    )  # fmt: skip


def last_touched(before: Document, after: Document) -> str:
    """The last paragraph, item or note of the later version that the earlier one did not have, on one line; "" for
    none."""
    known = set(_prose(before))
    return next((text for text in reversed(_prose(after)) if text not in known), "")


def last_paragraph(document: Document) -> str:
    """The last paragraph of prose, on one line; "" where nothing is written."""
    texts = (document.slice(one.span) for one in reversed(passages(document)) if one.kind == "paragraph")
    return " ".join(next(texts, "").split())


def _prose(document: Document) -> list[str]:
    """The source of each run of prose but headings, on one line."""
    return [" ".join(document.slice(one.span).split()) for one in passages(document) if one.kind != "heading"]


def _paragraphs(document: Document) -> list[tuple[str, int]]:
    """The source of each block that is no comment, list items one by one, with its line; prose on one line, so that
    lines broken elsewhere are no change."""
    found = []
    for block in document.blocks:
        parts = block.children if block.kind == "list" and block.children else (block,)
        for part in parts:
            text = document.slice(part.span).strip()
            if _is_prose(part):
                text = " ".join(text.split())
            if part.kind != "comment" and text:
                found.append((text, document.position(part.span.start).line))
    return found


def _is_prose(block: Block) -> bool:
    inside = [child.kind for child in block.children]
    return block.kind in ("paragraph", "heading") or (block.kind == "item" and inside == ["paragraph"])


def _changed(old: Sequence[str], new: Sequence[tuple[str, int]], here: int) -> Iterator[Paragraph]:
    """Paragraphs of a stretch that differs: pairs that are alike in their order, the rest added or cut."""
    at = 0
    for text, line in new:
        pair = next((place for place in range(at, len(old)) if _alike(old[place], text)), None)
        if pair is None:
            yield Paragraph("added", "", text, line)
            continue
        yield from (Paragraph("cut", gone, "", line) for gone in old[at:pair])
        yield Paragraph("reworked", old[pair], text, line, _pieces(old[pair], text))
        at = pair + 1
    yield from (Paragraph("cut", gone, "", here) for gone in old[at:])


def _alike(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    left, right = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Piece] = []
    for tag, first, last, start, end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("", "".join(right[start:end])))
            continue
        if first < last:
            found.append(Piece("-", "".join(left[first:last])))
        if start < end:
            found.append(Piece("+", "".join(right[start:end])))
    return tuple(found)
