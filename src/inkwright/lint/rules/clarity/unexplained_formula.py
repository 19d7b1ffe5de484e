"""Displayed formulas that no sentence explains."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding

ENOUGH = 4
"""Words from which a line counts as a sentence that explains."""
_TELLS = frozenset({"paragraph", "list", "item", "blockquote", "callout", "definition_list"})


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each formula (formulas in a row count as one) without plain words right before or after it."""
    for siblings in (document.blocks, *(block.children for block in document.all_blocks if block.children)):
        shown = [block for block in siblings if block.kind not in ("comment", "definition", "footnote")]
        row: list[Block] = []
        for at, block in enumerate(shown):
            if not _is_formula(block):
                continue
            row.append(block)
            if at + 1 < len(shown) and _is_formula(shown[at + 1]):
                continue
            first = at - len(row) + 1
            around = [*shown[max(first - 1, 0) : first], *shown[at + 1 : at + 2]]
            if not any(map(_tells, around)):
                yield found(row[0].span, "nothing in plain words says what this formula means")
            row = []


def _is_formula(block: Block) -> bool:
    """Whether a block shows a formula and says nothing."""
    if block.kind == "math":
        return True
    inlines = [inline for inline in block.inlines if inline.kind not in ("soft_break", "hard_break")]
    shown = [inline for inline in inlines if inline.kind != "text" or inline.text.strip()]
    return bool(shown) and all(inline.kind == "math" and inline.name == "display" for inline in shown)


def _tells(block: Block) -> bool:
    words = sum(len(part.plain().split()) for part in block.walk() if part.kind != "code")
    return block.kind in _TELLS and words >= ENOUGH
