"""Passages marked in a paper or an article -> quotations below one heading of its note, and new ones below those."""

from collections.abc import Sequence

from inkwright.model.document import Block
from inkwright.model.paper import Passage
from inkwright.notes.fields import one_line
from inkwright.text.markdown import parse_text

HEADING = "Passages"


def quoted(text: str) -> str:
    """A text with the mark of a quotation before each line."""
    return "\n".join(f"> {line.strip()}".rstrip() for line in text.strip().splitlines())


def written(passages: Sequence[Passage]) -> str:
    """Passages as Markdown: the words quoted, the place in the source below them, then the reader's remark."""
    return "\n".join(map(_written, passages))


def _written(one: Passage) -> str:
    remark = f"\n\n{one_line(one.remark)}" if one.remark.strip() else ""
    place = f"\n>\n> — {one_line(one.place)}" if one.place else ""
    return f"{quoted(one.text)}{place}{remark}\n"


def unkept(passages: Sequence[Passage], text: str) -> tuple[Passage, ...]:
    """The passages that a note does not hold, each once; case, marks and line ends are of no account, so that one
    that was struck through or split up is held."""
    held = _bare(text)
    new: dict[str, Passage] = {}
    for one in passages:
        if _bare(one.text) not in held:
            new.setdefault(_bare(one.text), one)
    return tuple(new.values())


def with_passages(text: str, passages: Sequence[Passage]) -> str:
    """A note with the passages that it does not hold below its heading for them, made at the end where there is none.

    Something is put in at one place; every sign that was there stays. Nothing new gives the text itself.
    """
    new = unkept(passages, text)
    if not new:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    place, heading = _place(text)
    before, after = text[:place], text[place:]
    parts = ([""] if before.strip("\r\n\ufeff") else []) + ([] if heading else [f"## {HEADING}", ""])
    block = "\n".join([*parts, written(new).rstrip("\n")]).replace("\n", end) + end
    broken = "" if not before or before.endswith(("\n", "\r")) else end
    gap = end if after.strip() and not after.startswith(("\n", "\r")) else ""
    return before + broken + block + gap + after


def _place(text: str) -> tuple[int, bool]:
    """Where new passages go, the start of a line or the end of the text, and whether their heading stands above."""
    blocks: tuple[Block, ...] = parse_text(text).blocks
    headings = [at for at, block in enumerate(blocks) if block.kind == "heading" and block.level <= 2]
    mine = next((at for at in headings if blocks[at].plain().strip().lower() == HEADING.lower()), -1)
    if mine < 0:
        return len(text), False
    following = next((at for at in headings if at > mine), len(blocks))
    if following == len(blocks):
        return len(text), True
    last = blocks[following - 1].span.end
    line = text.find("\n", last)
    return (line + 1 if line >= 0 else len(text)), True


def _bare(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
