"""Obsidian's `%%comments%%`, in a line or over several."""

from collections.abc import Iterator

from inkwright.text.dialects.construct import MAX_LENGTH, Construct, Scan

TRIGGERS = ("%%",)


def find(scan: Scan) -> Iterator[Construct]:
    """Comments that open and close in one line, or that open at the start of a line and close at the end of one."""
    text = scan.text
    at = text.find("%%", scan.start)
    while at >= 0:
        closed = text.find("%%", at + 2)
        if closed < 0:
            return
        glued = at > 0 and (text[at - 1].isalnum() or text[at - 1] in "{%")
        if closed > at + 2 and not glued and closed - at < MAX_LENGTH and _paired(scan, at, closed):
            yield Construct(at, closed + 2, "obsidian", kind="comment", inner=(at + 2, closed))
            at = text.find("%%", closed + 2)
        else:
            at = closed


def _paired(scan: Scan, at: int, closed: int) -> bool:
    return closed < scan.line(at)[1] or (scan.opens_line(at) and scan.ends_line(closed + 2))
