"""What holds for every document, as a function that tests call on any."""

from collections.abc import Callable

import pytest

from inkwright.model.document import Block, Document, Inline
from inkwright.text.anchors import anchors
from inkwright.text.markdown import parse_text
from inkwright.text.prose import passages

Breaches = Callable[[Document], list[str]]


def breaches_of(document: Document) -> list[str]:
    """Every breach of the invariants of `model/document.py`; empty when all hold."""
    found: list[str] = []
    text = document.text

    def say(what: str, node: Block | Inline) -> None:
        found.append(f"{what}: {node.kind} {tuple(node.span)} {document.slice(node.span)[:60]!r}")

    def inlines(nodes: tuple[Inline, ...], start: int, end: int) -> None:
        for node in nodes:
            if not start <= node.span.start < node.span.end <= end:
                say(f"not within {start}-{end}", node)
            if node.inner not in node.span:
                say("inner outside span", node)
            plain = node.kind == "text" and len(node.text) == node.span.end - node.span.start
            if plain and node.text != document.slice(node.span):
                say("text is not its source", node)
            start = node.span.end
            inlines(node.children, *node.span)

    def blocks(nodes: tuple[Block, ...], start: int, end: int) -> None:
        for node in nodes:
            if not start <= node.span.start <= node.span.end <= end:
                say(f"not within {start}-{end}", node)
            if node.inner not in node.span:
                say("inner outside span", node)
            start = node.span.end
            inlines(node.inlines, *node.span)
            blocks(node.children, node.inlines[-1].span.end if node.inlines else node.span.start, node.span.end)

    blocks(document.blocks, document.front_matter.span.end, len(text))
    last = 0
    for passage in passages(document):
        if len(passage.text) != passage.span.end - passage.span.start:
            found.append(f"mask of another length: {tuple(passage.span)}")
        if passage.kind != "note" and passage.span.start < last:
            found.append(f"passage out of order: {tuple(passage.span)}")
        last = passage.span.end if passage.kind != "note" else last
        for spans in (passage.sentences, passage.words):
            at = passage.span.start
            for span in spans:
                if not at <= span.start < span.end <= passage.span.end:
                    found.append(f"sentence or word outside: {tuple(span)}")
                at = span.end
        covered = "".join(passage.slice(sentence) for sentence in passage.sentences)
        if "".join(covered.split()) != "".join(passage.text.split()):
            found.append(f"sentences leave something out: {tuple(passage.span)}")
    names = [name for _, name in anchors(document)]
    if len(names) != len([heading for heading in document.all_blocks if heading.kind == "heading"]):
        found.append("a heading without an anchor")
    return found


@pytest.fixture(scope="session")
def breaches() -> Breaches:
    return breaches_of


def shape_of(text: str, path: str = "a.md") -> str:
    """A document as one line: kinds with names and, for leaves, what they say; nesting in brackets."""
    document = parse_text(text, path)

    def inline(node: Inline) -> str:
        label = ":".join(part for part in (node.kind, node.name, node.target if node.kind != "text" else "") if part)
        if node.kind == "text":
            return repr(node.text)
        if node.children:
            return f"{label}({' '.join(inline(child) for child in node.children)})"
        return f"{label} {node.text!r}" if node.kind in ("code", "math", "comment", "html") else label

    def block(node: Block) -> str:
        label = ":".join(part for part in (node.kind, node.name, node.info) if part)
        inside = [*(inline(child) for child in node.inlines), *(block(child) for child in node.children)]
        if inside:
            return f"{label}[{' '.join(inside)}]"
        return f"{label} {node.text!r}" if node.kind in ("code", "math", "comment", "html", "definition") else label

    assert breaches_of(document) == []
    return " ".join(block(node) for node in document.blocks)


@pytest.fixture(scope="session")
def shape() -> Callable[..., str]:
    return shape_of
