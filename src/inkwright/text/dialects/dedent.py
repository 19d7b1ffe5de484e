"""Indentation inside block tags of MDX, where it means nothing: what to take off each line before parsing."""

from inkwright.text.dialects.construct import Construct, Scan

_MAX_DEPTH = 12


def dedents(scan: Scan, constructs: list[Construct]) -> dict[int, int]:
    """By the start of a line, how many of its leading white space characters to drop.

    The content of a block element is brought to the column of its tag; tags that share a line or do not pair change
    nothing, nor do those nested deeper than anyone indents.
    """
    dropped: dict[int, int] = {}
    opened: list[Construct] = []
    pairs: list[tuple[Construct, Construct]] = []
    for found in constructs:
        if found.role == "single" or found.name not in ("jsx", "expression"):
            continue
        if found.role == "open":
            opened.append(found)
            del opened[:-_MAX_DEPTH]
        elif any(one.info == found.info for one in opened):
            while opened[-1].info != found.info:
                opened.pop()
            pairs.append((opened.pop(), found))
    for first, last in sorted(pairs):
        _drop(scan, first, last, dropped)
    return dropped


def _drop(scan: Scan, first: Construct, last: Construct, dropped: dict[int, int]) -> None:
    if not scan.opens_line(first.start) or not scan.ends_line(first.end):
        return
    column = first.start - scan.line(first.start)[0]
    lines = []
    at = scan.next_line(first.end)
    stop = scan.line(last.start)[0]
    while at < stop:
        start, end = scan.line(at)
        line = scan.text[start:end]
        if line.strip():
            lines.append((start, len(line) - len(line.lstrip(" \t"))))
        at = scan.next_line(start)
    surplus = min((width for _, width in lines), default=column) - column
    if surplus > 0:
        for start, _ in lines:
            dropped[start] = dropped.get(start, 0) + surplus
