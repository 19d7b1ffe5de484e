"""Which code blocks of a document are diagrams that we draw, what each says to those who cannot see it, and which
pictures are files of a drawing program."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from inkwright.model.document import Block, Document
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.info_string import parse_info
from inkwright.text.scan import constructs_in

ENDINGS = {".excalidraw": "excalidraw", ".excalidraw.md": "excalidraw", ".drawio": "drawio", ".dio": "drawio"}
"""Endings of the files that drawing programs keep their pictures in, and the kind of each."""
DRAWN = {"mermaid": "mermaid"}
"""Languages of fences that we draw, and the kind of picture."""
_DESCRIBED = ("alt", "fig-alt", "aria-label")
"""Options of an info string or a Quarto cell that describe a picture."""
_CELL_OPTION = regex(r"[ \t]*%%\|[ \t]*([\w-]+):[ \t]*(.*?)[ \t]*$", re.M)
_TITLE = regex(r"^[ \t]*accTitle[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.M)
_DESCRIPTION = regex(r"^[ \t]*accDescr[ \t]*(?::[ \t]*(\S.*?)[ \t]*$|\{([^{}]*)\})", re.M)
_CAPTION = regex(r"(?:figure|fig\.|diagram|caption|scheme)\b[ \t]*[\w.]*[ \t]*[:.–—-]", re.I)
_SENTENCE_END = (".", "!", "?", ":", ";")


class DrawingFile(NamedTuple):
    """A picture whose address is the file of a drawing program. `span` covers the picture in the text."""

    span: Span
    target: str


class Described(NamedTuple):
    """A block that is drawn: its kind of picture and its text for those who cannot see it, "" when it has none."""

    block: Block
    kind: str
    alt: str


def kind_of(block: Block) -> str:
    """The kind of picture that a code block is, "" for code that is shown."""
    return _kind(block.info) if block.kind == "code" else ""


@lru_cache(256)
def _kind(info: str) -> str:
    written = parse_info(info)
    return "" if written.output else DRAWN.get(written.language, "")


def kind_of_file(path: str) -> str:
    """The kind of drawing that a path or an address names, "" for any other file."""
    low = path.lower()
    return next((kind for ending, kind in ENDINGS.items() if low.endswith(ending)), "")


def export_names(path: str) -> tuple[str, ...]:
    """The files that may be the export of the file of a drawing program, beside it, best first."""
    ending = next((ending for ending in ENDINGS if path.lower().endswith(ending)), "")
    bare = path[: -len(ending)]
    full = bare + ending.removesuffix(".md")
    return tuple(name + export for name in (full, bare) for export in (".svg", ".light.svg", ".png", ".light.png"))


def drawing_files(document: Document) -> list[DrawingFile]:
    """The pictures and embeds of a document that name such a file, in reading order; addresses on the web are not."""
    return [
        DrawingFile(inline.span, inline.target)
        for inline in document.inlines_of("image", "embed")
        if kind_of_file(inline.target) and "//" not in inline.target
    ]


def diagrams(document: Document) -> list[Described]:
    """Every diagram of a document in reading order, in HTML too; its alt text is its own description, else its
    caption."""
    if not any(kind in document.text for kind in DRAWN):
        return []
    found = [Described(block, kind_of(block), own_alt(block)) for block in _in_html(document)]
    for siblings in [document.blocks, *(block.children for block in document.all_blocks if block.children)]:
        for at, block in enumerate(siblings):
            kind = kind_of(block)
            if kind:
                follower = siblings[at + 1] if at + 1 < len(siblings) else None
                found.append(Described(block, kind, own_alt(block) or caption(follower)))
    return sorted(found, key=lambda one: one.block.span)


def _in_html(document: Document) -> Iterator[Block]:
    """Diagrams between shortcodes that stand in raw HTML, such as a coloured `div`."""
    for html in document.of_kind("html"):
        source = document.slice(html.span)
        for one in constructs_in(source) if "{{" in source and "mermaid" in source else ():
            if one.kind == "code" and _kind(one.info):
                text = source[one.inner[0] : one.inner[1]].replace("\r\n", "\n").removeprefix("\n")
                span, inner = (Span(*ends).shift(html.span.start) for ends in ((one.start, one.end), one.inner))
                yield Block("code", span, inner, info=one.info, name=one.name, text=text, attrs=one.attrs)


def own_alt(block: Block) -> str:
    """What a diagram says of itself: `alt="..."` on its fence, a cell's `fig-alt`, or Mermaid's `accTitle` and
    `accDescr`; "" when it says nothing.

    **Source:** mermaid.js.org/config/accessibility.html; quarto.org/docs/authoring/diagrams.html
    """
    options = {key.lower(): value for key, value in parse_info(block.info).options.items()}
    options |= {key: value for key, value in block.attrs if value and key not in options}
    options |= {key.lower(): value.strip("\"'") for key, value in _CELL_OPTION.findall(block.text)}
    given = next((options[name].strip() for name in _DESCRIBED if options.get(name, "").strip()), "")
    if given:
        return _line(given)
    title, description = _TITLE.search(block.text), _DESCRIPTION.search(block.text)
    parts = [_line(match[1] or match[match.lastindex or 1] or "") for match in (title, description) if match]
    parts = [part for part in parts if part]
    if len(parts) == 2 and not parts[0].endswith(_SENTENCE_END):
        parts[0] += "."
    return " ".join(parts)


def caption(block: Block | None) -> str:
    """What a paragraph says as the caption of the picture above it: one in italics as a whole, or one that begins
    like "Figure 2:"; "" for any other block."""
    if block is None or block.kind != "paragraph" or not block.inlines:
        return ""
    told = block.plain().strip()
    in_italics = len(block.inlines) == 1 and block.inlines[0].kind == "emphasis"
    return _line(told) if in_italics or _CAPTION.match(told) else ""


def _line(text: str) -> str:
    return " ".join(text.split())
