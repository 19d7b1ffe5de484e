"""Curly quotation marks where code wants straight ones."""

from collections.abc import Iterator
from itertools import islice

from inkwright.lint.code_scan import GRAMMARS, bare_quotes, quoted_values
from inkwright.lint.fences import code_offset
from inkwright.lint.python_code import first_reading
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span
from inkwright.text.info_string import parse_info
from inkwright.text.transcripts import exchanges, prompt_of

MOST = 100
"""Marks of one block that are straightened at once; the next round takes the next ones."""
_PLAIN = ("yaml", "yml")
"""Formats that take any quotation mark for text."""
_SHELLS = ("sh", "shell")
_STRAIGHT = {"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each block, at its first curly mark; the fix straightens all of them."""
    for block in document.of_kind("code"):
        if block.name != "fenced" or not any(mark in block.text for mark in _STRAIGHT):
            continue
        info = parse_info(block.info.lstrip("{."))
        if info.output or (info.language == "python" and first_reading(block.text)):
            continue
        marks = _marks(info.language.rstrip("}"), block.text)
        places = [_place(document, block, offset) for offset in islice(marks, MOST)]
        if places:
            edits = tuple(
                Edit(Span(at, at + 1), _STRAIGHT[document.text[at]]) for at in places if _is_mark(document, at)
            )
            fix = Fix("Use straight quotation marks", edits, True) if len(edits) == len(places) else None
            yield found(
                Span(places[0], places[0] + 1), "a curly quotation mark in code: the code does not run", fix=fix
            )


def _marks(language: str, code: str) -> Iterator[int]:
    """Offsets of the curly marks that were to be straight; none in a format that nobody told."""
    if language in _PLAIN:
        return quoted_values(code)
    shown = _shown(language, code)
    marks = bare_quotes(code, GRAMMARS[language]) if language in GRAMMARS else iter(())
    return (at for at in marks if code.count("\n", 0, at) + 1 not in shown) if shown else marks


def _shown(language: str, code: str) -> frozenset[int]:
    """The lines of a session at a prompt that a program printed, counted from 1."""
    prompt = prompt_of("bash" if language in _SHELLS else language, code)
    if not prompt:
        return frozenset()
    typed = exchanges(code, prompt)
    return frozenset(line for one in typed for line in range(one.first, one.first + one.count))


def _place(document: Document, block: Block, offset: int) -> int:
    line = block.text.count("\n", 0, offset) + 1
    column = offset - (block.text.rfind("\n", 0, offset) + 1) + 1
    return code_offset(document, block, line, column)


def _is_mark(document: Document, at: int) -> bool:
    return document.text[at : at + 1] in _STRAIGHT
