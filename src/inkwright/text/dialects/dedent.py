"""Indentation inside block tags of MDX, where it means nothing: what to take off each line before parsing."""

from inkwright.text.dialects.construct import Construct, line_end, line_start


def dedents(text: str, constructs: list[Construct]) -> dict[int, int]:
    """By the start of a line, how many of its leading white space characters to drop.

    The content of a block element is brought to the column of its tag; tags that share a line or do not pair change
    nothing.
    """
    dropped: dict[int, int] = {}
    opened: list[Construct] = []
    pairs: list[tuple[Construct, Construct]] = []
    for found in constructs:
        if found.name not in ("jsx", "expression") or found.role == "single":
            continue
        if found.role == "open":
            if len(opened) < 60:
                opened.append(found)
        elif opened and any(one.info == found.info for one in opened):
            while opened[-1].info != found.info:
                opened.pop()
            pairs.append((opened.pop(), found))
    for first, last in sorted(pairs, key=lambda pair: pair[0].start):
        _drop(text, first, last, dropped)
    return dropped


def _drop(text: str, first: Construct, last: Construct, dropped: dict[int, int]) -> None:
    tag_line = line_start(text, first.start)
    column = first.start - tag_line
    if text[tag_line : first.start].strip(" \t") or text[first.end : line_end(text, first.end)].strip():
        return
    lines = []
    at = line_end(text, first.end) + 1
    stop = line_start(text, last.start)
    while at < stop:
        end = line_end(text, at)
        if text[at:end].strip():
            width = len(text[at:end]) - len(text[at:end].lstrip(" \t"))
            lines.append((at, width))
        at = end + 1
    surplus = min((width for _, width in lines), default=column) - column
    if surplus > 0:
        for line, _ in lines:
            dropped[line] = dropped.get(line, 0) + surplus
