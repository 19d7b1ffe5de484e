"""Formulas of Kramdown: `$$` stands around those in a sentence too, and only one that is a block of its own is
displayed.

**Source:** kramdown.gettalong.org/syntax.html (math blocks, LaTeX math support).
"""

from inkwright.model.document import Block, Inline
from inkwright.model.finding import Edit
from inkwright.text.dialects.math import formulas
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text


def in_sentences(text: str) -> str:
    """A body whose formulas in sentences are written as everyone else writes them."""
    if "$$" not in text:
        return text
    document = parse_text(text)
    alone = {block.inlines[0].span for block in document.of_kind("paragraph") if _is_formula(block)}
    edits = [
        Edit(one.span, _in_sentence(one, text))
        for one in document.inlines_of("math")
        if one.name == "display" and one.span not in alone and text.startswith("$$", one.span.start)
    ]
    return apply(text, edits)


def _is_formula(block: Block) -> bool:
    """Whether a paragraph is one formula and nothing else."""
    return len(block.inlines) == 1 and block.inlines[0].kind == "math"


def _in_sentence(formula: Inline, text: str) -> str:
    """Between single dollars, or between brackets where these would be read as an amount or a variable."""
    tex = formula.text.strip()
    start, end = formula.span
    before, after = text[max(start - 1, 0) : start], text[end : end + 4]
    found = formulas(f"{before}${tex}${after}", 0, [])
    plain = found == [(len(before), len(before) + len(tex) + 2)]
    return f"${tex}$" if plain else f"\\\\({tex}\\\\)"
