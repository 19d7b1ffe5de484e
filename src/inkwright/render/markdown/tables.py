"""The first table in some HTML as a table in Markdown."""

import re
from collections.abc import Sequence
from html import unescape

from inkwright.model.regex import regex

_ROW = regex(r"<tr\b[^>]*>(.*?)</tr>", re.S | re.I)
_CELL = regex(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.S | re.I)
_TAG = regex(r"<[^>]*>")
_TITLE = regex(r'<(?:p class="data-title"|figcaption)[^>]*>(.*?)</', re.S)


def markdown_table(html: str) -> str:
    """The first table as Markdown with its title before and its caption behind; the words of the HTML without one."""
    rows = [[_words(cell).replace("|", "\\|") for cell in _CELL.findall(row)] for row in _ROW.findall(html)]
    if not rows:
        return _words(html)
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *([''] * (width - len(row)))])} |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    said = [_words(found) for found in _TITLE.findall(html)]
    head = f"**{said[0]}**\n\n" if said and 'class="data-title"' in html else ""
    tail = f"\n\n*{said[-1]}*" if said and "<figcaption" in html and said[-1] else ""
    return f"{head}{chr(10).join(lines)}{tail}"


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The cells of a table, its head first, as a fence of text in columns; a fence without lines for no rows."""
    count = max((len(row) for row in rows), default=0)
    full = [[*row, *([""] * (count - len(row)))] for row in rows]
    widths = [max(len(row[at]) for row in full) for at in range(count)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in full]
    ruled = [*lines[:1], "  ".join("-" * width for width in widths), *lines[1:]] if lines else []
    fence = "`" * max(3, max((len(run) + 1 for line in lines for run in re.findall("`+", line)), default=0))
    return "\n".join([f"{fence}text", *ruled, fence])


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
