"""The first table in some HTML as a table in Markdown."""

import re
from html import unescape

_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.S | re.I)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.S | re.I)
_TAG = re.compile(r"<[^>]*>")
_TITLE = re.compile(r'<(?:p class="data-title"|figcaption)[^>]*>(.*?)</', re.S)


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


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
