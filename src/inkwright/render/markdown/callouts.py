"""Callouts in the form that a platform has for them; one is rewritten at a time, those in it come next."""

import re

from inkwright.model.document import Block, Document
from inkwright.model.finding import Edit
from inkwright.model.regex import regex
from inkwright.render.markdown.flavour import Flavour
from inkwright.render.opaque import CALLOUTS

_MARK = regex(r"^[ \t]*>[ \t]?", re.M)
_PREFIX = regex(r"[>\s]*")


def callout_edits(document: Document, flavour: Flavour) -> list[Edit]:
    """The edit that rewrites the last callout, so that none in it is left, that is not yet written as the platform
    wants it; [] when all are."""
    for block in reversed(document.of_kind("callout")):
        before = _before(document, block)
        source = _without(document.slice(block.span), before)
        if source.startswith(">") or flavour.callouts not in ("colons", "div"):
            made = _made(block, source, flavour)
            if made is not None:
                return [Edit(block.span, made.replace("\n", f"\n{before}"))]
    return []


def _before(document: Document, block: Block) -> str:
    start = document.text.rfind("\n", 0, block.span.start) + 1
    found = _PREFIX.match(document.text[start : block.span.start])
    return found[0] if found else ""


def _without(source: str, before: str) -> str:
    """The lines of a block without what its first line has before it: marks of quotations, or as many blanks."""
    first, *rest = source.split("\n")
    quotes = before.count(">")
    mark = re.compile(rf"(?:[ \t]*>){{{quotes}}}[ ]?" if quotes else rf"[ \t]{{0,{len(before)}}}")
    return "\n".join([first, *(mark.sub("", line, count=1) for line in rest)])


def _made(block: Block, source: str, flavour: Flavour) -> str | None:
    """A callout as text, its further lines without what stands before it on each; None for a form unknown here."""
    body = _body(source)
    if body is None:
        return None
    usual = CALLOUTS.get(block.name, ("note", block.name.replace("-", " ").capitalize()))
    kind = block.name if not flavour.kinds or block.name in flavour.kinds else usual[0]
    kind = kind if not flavour.kinds or kind in flavour.kinds else _NEAR.get(kind, "note")
    title = block.info or ("" if kind == block.name else usual[1])
    match flavour.callouts:
        case "colons":
            fence = _fence(body)
            return f"{fence}{kind}{f'[{title}]' if title else ''}\n\n{body}\n\n{fence}"
        case "div":
            named = f' title="{title.replace(chr(34), chr(39))}"' if title else ""
            fence = _fence(body)
            return f"{fence} {{.callout-{kind}{named}}}\n{body}\n{fence}"
        case "indented":
            named = f' "{title.replace(chr(34), chr(39))}"' if title else ""
            inside = "\n".join(f"    {line}" if line.strip() else "" for line in body.split("\n"))
            return f"!!! {kind}{named}\n\n{inside}"
        case _:
            quoted = "\n".join(f"> {line}".rstrip() for line in body.split("\n"))
            return f"> **{block.info or usual[1]}**\n>\n{quoted}"


_NEAR = {
    "important": "warning", "caution": "warning", "failure": "danger", "bug": "danger", "success": "tip",
    "question": "note", "example": "note", "quote": "note", "abstract": "info", "todo": "note", "info": "note",
    "danger": "caution", "warning": "caution",
}  # fmt: skip
"""The kind that comes nearest where a platform lacks one."""


def _fence(body: str) -> str:
    """Colons that no fence in the text has so many of."""
    return ":" * max([2, *(len(found) for found in re.findall(r"^[ \t>]*(:{3,})", body, re.M))]) + ":"


def _body(source: str) -> str | None:
    """What a callout holds, without its title and its marks; None where it is not written as a quotation or between
    colons."""
    lines = source.split("\n")
    if source.startswith(">"):
        return "\n".join(_MARK.sub("", line, count=1).rstrip("\r") for line in lines[1:]).strip("\n")
    if source.startswith(":::"):
        inside = lines[1:-1] if lines[-1].strip().startswith(":::") else lines[1:]
        return "\n".join(line.strip("\r") for line in inside).strip("\n")
    return None
