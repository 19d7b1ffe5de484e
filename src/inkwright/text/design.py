"""What a post says about the design of a thing: its table of components, the parts that its diagrams name, and the
place where its blueprint stands."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from inkwright.model.document import Block, Document
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.info_string import parse_info
from inkwright.text.parts import DIAGRAM_LANGUAGES
from inkwright.text.plan_marks import section_marks

_FIRST = regex(r"(?:the )?(?:components?|parts?|modules?|services?|building blocks?|pieces?)\Z", re.I)
_OTHERS = regex(
    r"(?:role|inputs?|outputs?|in|out|takes|gives|does|job|purpose|responsibilit(?:y|ies)|consumes|produces|"
    r"what it does)\Z",
    re.I,
)
_FLOW = regex(r"\s*(?:graph|flowchart)(?:-elk)?\b(?:[ \t]+(?:TB|TD|BT|RL|LR)\b)?", re.I)
_DIRECTIVE = regex(r"(?:subgraph|end|direction|classDef|class|style|linkStyle|click|acc\w+|%%)\b|%%|---")
_SHAPES = (
    r"\(\(\((?P<a>.*?)\)\)\)|\(\((?P<b>.*?)\)\)|\(\[(?P<c>.*?)\]\)|\[\[(?P<d>.*?)\]\]|\[\((?P<e>.*?)\)\]|"
    r"\[[/\\](?P<f>.*?)[/\\]\]|\{\{(?P<g>.*?)\}\}|\[(?P<h>\"[^\"]*\"|[^\]]*)\]|\((?P<i>\"[^\"]*\"|[^)]*)\)|"
    r"\{(?P<j>\"[^\"]*\"|[^}]*)\}|>(?P<k>[^\]]*)\]"
)
_NODE = regex(rf"(?P<id>[\w][\w.-]*?)(?:@\{{(?P<l>[^}}]*)\}}|{_SHAPES})")
_LABEL = regex(r"label\s*:\s*\"([^\"]*)\"")
_EDGE_TEXT = regex(r"\|[^|\n]*\||(?:--|==|-\.)[ \t]+[^\n]*?[ \t]+(?=-->|---|==>|===|\.->|\.-)")
_LINK = regex(r"\s*(?:<|\b[ox](?=-))?(?:-{2,}|={2,}|-\.+-|~{3,}|\.-)(?:>|[ox]\b)?\s*|\s*&\s*|\s*;\s*")
_ID = regex(r"[\w][\w.-]*(?=:::\w+\Z|\Z)")
_MARKUP = regex(r"<[^>]*>|[`*_\"]|#\w+;|fa:fa-[\w-]+")


class Named(NamedTuple):
    """A part by the name that it has somewhere, and where that stands in the text."""

    name: str
    span: Span


def component_rows(document: Document) -> tuple[Named, ...]:
    """The parts that the post's table of components lists, in order; () without one. It is the first table whose first
    column is called component (part, module, service) and of whose others two are called role, input, output or so."""
    for table in document.of_kind("table"):
        heads = [block for block in table.children if block.kind == "table_head"]
        names = [cell.plain().strip() for head in heads for cell in head.walk() if cell.kind == "table_cell"]
        if names and _FIRST.match(names[0]) and sum(bool(_OTHERS.match(name)) for name in names[1:]) >= 2:
            rows = [block for block in table.children if block.kind == "table_row"]
            cells = [next((cell for cell in row.children if cell.kind == "table_cell"), None) for row in rows]
            return tuple(Named(cell.plain().strip(), cell.inner) for cell in cells if cell and cell.plain().strip())
    return ()


def flowcharts(document: Document) -> Iterator[tuple[Named, ...]]:
    """The nodes of each Mermaid flowchart, a node once, in reading order. Questions (`{...}`) are no parts."""
    for block in document.of_kind("code"):
        if parse_info(block.info).language == "mermaid" and _FLOW.match(_body(block.text)):
            yield tuple(_nodes(document, block))


def blueprint_line(document: Document) -> str:
    """What a history is searched for to learn when the blueprint came: the first line of the first diagram's fence,
    else the address of the first picture below the heading marked as `blueprint`; "" without either."""
    for block in document.of_kind("code"):
        if parse_info(block.info).language in DIAGRAM_LANGUAGES:
            return document.slice(block.span).splitlines()[0].strip()
    start = next((mark.span.end for mark in section_marks(document) if mark.key == "blueprint"), -1)
    pictures = document.inlines_of("image", "embed") if start >= 0 else []
    return next((picture.target for picture in pictures if picture.span.start > start), "")


def _body(code: str) -> str:
    """A diagram's text after its own front matter and comments."""
    text = re.sub(r"\A\s*---\n.*?\n---\n", "", code.replace("\r\n", "\n"), flags=re.S)
    return re.sub(r"\A(?:\s*%%[^\n]*\n)+", "", text)


def _nodes(document: Document, block: Block) -> Iterator[Named]:
    """A flowchart's nodes by their labels, else by their ids; each where it has its label first."""
    labels: dict[str, tuple[str, int]] = {}
    asked: set[str] = set()
    at = block.inner.start
    for line in document.slice(block.inner).splitlines(keepends=True):
        start, at = at, at + len(line)
        if _DIRECTIVE.match(line.strip()):
            continue
        bare = (
            _FLOW.sub(lambda head: " " * len(head[0]), line.rstrip(), count=1) if _FLOW.match(line) else line.rstrip()
        )
        for node in _NODE.finditer(bare):
            written = next((node[key] for key in "abcdefghik" if node[key] is not None), "")
            written = written or next(iter(_LABEL.findall(node["l"] or "")), "")
            if node["j"] is not None:
                asked.add(node["id"])
            elif _plain(written) and (node["id"] not in labels or labels[node["id"]][0] == node["id"]):
                labels[node["id"]] = (_plain(written), start + node.start())
        bare = _EDGE_TEXT.sub(" ", _NODE.sub(lambda node: node["id"] + " ", bare))
        for piece in _LINK.split(bare):
            found = _ID.match(piece.strip())
            if found:
                place = line.find(found[0])
                labels.setdefault(found[0], (found[0], start + max(place, 0)))
    for id_, (label, place) in labels.items():
        if id_ not in asked:
            yield Named(label, Span(place, place + len(id_)))


def _plain(label: str) -> str:
    """A label as it is read: no quotes, no markup, one line."""
    return " ".join(_MARKUP.sub(" ", label.strip().strip("/\\")).split())
