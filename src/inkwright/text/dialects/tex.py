r"""Formulas as KaTeX and MathJax find them on the page: `\\(x\\)` and `\\[x\\]`, the backslash written twice."""

from collections.abc import Iterator

from inkwright.text.dialects.construct import Construct, Scan

TRIGGERS = ("\\\\(", "\\\\[")
_CLOSERS = {"\\\\(": "\\\\)", "\\\\[": "\\\\]"}


def find(scan: Scan) -> Iterator[Construct]:
    """Every formula that closes before a blank line; `info` is "display" for the bracketed form."""
    text = scan.text
    for opener in TRIGGERS:
        at = text.find(opener, scan.start)
        while at >= 0:
            closed = scan.after(_CLOSERS[opener], at + 3)
            if closed < 0:
                at = text.find(opener, at + 3)
                continue
            inside = text[at + 3 : closed]
            if inside.strip() and "\n\n" not in inside and opener not in inside:
                info = "display" if opener.endswith("[") else ""
                yield Construct(at, closed + 3, "math", info, kind="math", form="inline", inner=(at + 3, closed))
                at = text.find(opener, closed + 3)
            else:
                at = text.find(opener, at + 3)
