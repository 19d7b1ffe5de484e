"""Cutting a text into the passages that may answer a question: a paragraph, a list item, a short section."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inkwright.model.document import Block, Document

SHORT = 45
"""Words below which a passage takes in the one that follows in its section."""
ENOUGH = 110
"""Words that a passage which took in others may have; the items of a longer list stand on their own."""
_UNSEEN = frozenset({"comment", "definition", "thematic_break"})


class Piece(Struct, frozen=True):
    """A passage: the half-open stretch of the text, the headings above it, what it says and the code it shows."""

    start: int
    end: int
    headings: tuple[str, ...]
    prose: str
    code: str = ""

    @property
    def size(self) -> int:
        """Words of prose."""
        return len(self.prose.split())


def pieces_of(document: Document) -> list[Piece]:
    """The passages of a text in reading order; a heading without text below it gives none."""
    found: list[Piece] = []
    for piece, kind in _pieces(document.blocks, ()):
        last = found[-1] if found else None
        if last and last.headings == piece.headings and _belongs(last, piece, kind):
            prose, code = f"{last.prose} {piece.prose}".strip(), f"{last.code}\n{piece.code}".strip()
            found[-1] = Piece(last.start, piece.end, last.headings, prose, code)
        else:
            found.append(piece)
    return found


def _belongs(last: Piece, piece: Piece, kind: str) -> bool:
    """Whether a passage reads on from the one before: code, what a colon announces, what is too short alone."""
    if kind == "code":
        return len(last.code) < 1500
    announced = last.prose.endswith(":") and not last.code
    return announced or (last.size < SHORT and last.size + piece.size <= ENOUGH)


def _pieces(blocks: Sequence[Block], headings: tuple[str, ...]) -> Iterator[tuple[Piece, str]]:
    levels: list[tuple[int, str]] = [(0, name) for name in headings]
    for block in blocks:
        above = tuple(name for _, name in levels)
        if block.kind == "heading":
            levels = [*(one for one in levels if one[0] < block.level), (block.level, block.plain().strip())]
        elif block.kind == "list" and _size(block) > ENOUGH:
            yield from ((_piece(item, above), "item") for item in block.children)
        elif block.kind not in _UNSEEN:
            piece = _piece(block, above)
            if piece.prose or piece.code:
                yield piece, block.kind


def _size(block: Block) -> int:
    return len(_prose(block).split())


def _piece(block: Block, headings: tuple[str, ...]) -> Piece:
    code = "\n".join(one.text for one in block.walk() if one.kind in ("code", "math"))
    return Piece(block.span.start, block.span.end, headings, _prose(block), code)


def _prose(block: Block) -> str:
    return " ".join(filter(None, (one.plain().strip() for one in block.walk() if one.kind != "comment")))
