"""The dated decisions of a post: where they stand, and the edit that adds one and touches nothing else."""

import re

from inkwright.model.document import Block, Document
from inkwright.model.errors import UsageError
from inkwright.model.finding import Edit
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.model.template import Budget
from inkwright.plan.marks import section_mark
from inkwright.text.plan_marks import section_marks

KEY = "decisions"
"""The key of the section in a mark."""
_HEADING = regex(
    r"\W*(?:\d+\W+)?(?:design |architecture |key |our )?(?:decisions?|decision (?:log|record)s?)\W*\Z", re.I
)
_DATED = regex(r"[*_]*\d{4}-\d{2}-\d{2}\b")
_BOLD = regex(r"\A\*\*(\d{4}-\d{2}-\d{2})\*\*")
_MARKER = regex(r"[-*+][ \t]+")
_INDENTED = regex(r"\s*[\r\n] +\S")
_WIDE = "-    "
"""A marker that takes in no indented line below it. **Source:** CommonMark 0.31, 5.2: its text begins at column 6."""
_SILENT = ("comment", "definition", "footnote")


def decision_line(text: str, why: str, today: str) -> str:
    """A decision as one line of Markdown: its date (ISO), what was decided, and why where that is said."""
    said, reason = " ".join(text.split()), " ".join(why.split())
    if not said:
        raise UsageError("a decision needs a text", hint='For example: inkwright decision kv-cache "Keep it in memory"')
    if reason and said[-1] not in ".!?":
        said += "."
    return f"{today}: {said} Why: {reason}" if reason else f"{today}: {said}"


def add_decision(document: Document, line: str) -> Edit:
    """The edit that puts a decision at the end of the post's decisions; it only inserts.

    They stand below the heading whose section mark is `decisions`, else below one that is called so, else in a new
    section at the end of the post. A list of dated items goes on in its own style.
    """
    newline = "\r\n" if "\r\n" in document.text else "\n"
    heading = _section(document)
    if heading is None:
        return _new_section(document, line, newline)
    blocks = _below(document, heading)
    dated = [block for block in blocks if _is_dated_list(document, block)]
    if dated:
        return _continued(document, dated[-1], line, newline)
    said = [block for block in blocks if block.kind not in _SILENT]
    at = (said or blocks or [heading])[-1].span.end
    gap = newline if _goes_on(document.text, at) else ""
    marker = _WIDE if _INDENTED.match(document.text, at) else "- "
    return Edit(Span(at, at), f"{newline}{newline}{marker}{line}{gap}")


def holds_decision(document: Document, line: str) -> bool:
    """Whether a decision stands as an item of a list among the post's decisions."""
    heading = _section(document)
    items = [item for block in _below(document, heading) for item in block.children] if heading else []
    said = (_BOLD.sub(r"\1", _item_text(document, item)) for item in items if item.kind == "item")
    return any(text.startswith(line) for text in said)


def _section(document: Document) -> Block | None:
    """The heading of the decisions: the marked one, else the last that is called so; None without one."""
    marked = [mark.heading for mark in section_marks(document) if mark.key == KEY and mark.heading in document.blocks]
    called = [block for block in document.blocks if block.kind == "heading" and _HEADING.match(block.plain())]
    return next(iter(marked), called[-1] if called else None)


def _below(document: Document, heading: Block) -> list[Block]:
    """The top-level blocks of a heading's section, deeper headings among them."""
    found: list[Block] = []
    for block in document.blocks:
        if block.span.start > heading.span.start:
            if block.kind == "heading" and block.level <= heading.level:
                break
            found.append(block)
    return found


def _is_dated_list(document: Document, block: Block) -> bool:
    return (
        block.kind == "list" and block.level < 0 and bool(block.children)
        and all(_DATED.match(_item_text(document, item)) for item in block.children)
    )  # fmt: skip


def _item_text(document: Document, item: Block) -> str:
    return _MARKER.sub("", document.slice(item.span).lstrip(), count=1)


def _continued(document: Document, block: Block, line: str, newline: str) -> Edit:
    """A further item of a list, with its marker, its indentation and, where its dates are bold, a bold date."""
    last = block.children[-1]
    text = document.text
    start = max(text.rfind("\n", 0, last.span.start), text.rfind("\r", 0, last.span.start)) + 1
    marker = _MARKER.search(text, last.span.start)
    before = text[start : marker.start()] + marker[0] if marker and not text[start : marker.start()].strip() else "- "
    bold = bool(_BOLD.match(_item_text(document, last)))
    date, rest = line[:10], line[10:]
    gap = newline if block.tight else newline * 2
    at = last.span.end
    after = newline if _goes_on(text, at) else ""
    return Edit(Span(at, at), f"{gap}{before}{f'**{date}**' if bold else date}{rest}{after}")


def _new_section(document: Document, line: str, newline: str) -> Edit:
    text = document.text
    levels = [block.level for block in document.blocks if block.kind == "heading" and block.level > 1]
    ends = len(text) - len(text.rstrip("\r\n"))
    lead = (
        ""
        if not text.strip("\ufeff")
        else newline * max(2 - text[len(text) - ends :].replace("\r\n", "\n").count("\n"), 0)
    )
    mark = section_mark(KEY, Budget(0, 0), document.source.dialect)
    section = f"{'#' * min(levels, default=2)} Decisions{newline}{mark}{newline}{newline}- {line}{newline}"
    return Edit(Span(len(text), len(text)), lead + section)


def _goes_on(text: str, at: int) -> bool:
    """Whether the line after an offset holds text, which would run on into a list item set before it."""
    rest = text[at:].lstrip(" \t")
    following = re.match(r"(?:\r\n|\r|\n)([^\r\n]*)", rest)
    return bool(following and following[1].strip())
