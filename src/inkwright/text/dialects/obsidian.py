"""Obsidian's `%%comments%%`, in a line or over several."""

from collections.abc import Iterator

from inkwright.text.dialects.construct import MAX_LENGTH, Construct, Scan, line_end, line_start

TRIGGERS = ("%%",)


def find(scan: Scan) -> Iterator[Construct]:
    """Comments that open and close in one line, or that open at the start of a line and close at the end of one."""
    text = scan.text
    at = text.find("%%", scan.start)
    while at >= 0:
        closed = text.find("%%", at + 2, at + MAX_LENGTH)
        if closed < 0:
            at = text.find("%%", at + 2)
            continue
        first = line_start(text, at)
        in_line = closed < line_end(text, at)
        starts = not text[first:at].strip(" \t>")
        ends = not text[closed + 2 : line_end(text, closed)].strip()
        plain = at > 0 and (text[at - 1].isalnum() or text[at - 1] in "{%")
        if closed > at + 2 and not plain and (in_line or (starts and ends)):
            yield Construct(at, closed + 2, "obsidian", kind="comment", inner=(at + 2, closed))
            at = text.find("%%", closed + 2)
        else:
            at = closed
