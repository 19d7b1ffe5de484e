"""Where a post names notes: in the bullets of its plan, in links and embeds, by the address that a clip came from."""

from collections.abc import Iterator

from inkwright.model.document import Block, Document
from inkwright.model.trace import Mention
from inkwright.notes.links import linked_names, name_key
from inkwright.text.excerpts import excerpts, permalink, read_origin
from inkwright.text.plan_marks import plan_marks


def mentions(document: Document) -> list[Mention]:
    """Every place of a post that names a note or an address, in reading order; none for an empty text."""
    found = [*_planned(document), *_linked(document), *_excerpted(document)]
    return sorted(found, key=lambda one: one.line)


def source_key(address: str) -> str:
    """An address as addresses are compared: without scheme, `www.`, and a slash at the end; lines stay."""
    bare = address.partition("://")[2] or address
    return bare.removeprefix("www.").rstrip("/")


def _planned(document: Document) -> Iterator[Mention]:
    for mark in plan_marks(document):
        section = "not placed" if mark.spare else _title(mark.heading)
        for bullet in mark.bullets:
            line = document.position(bullet.span.start).line
            for key in sorted(linked_names(document.slice(bullet.span))):
                yield Mention("plan", line, section, bullet.text, key)


def _linked(document: Document) -> Iterator[Mention]:
    for link in document.inlines_of("wikilink", "embed", "link", "image"):
        target = link.target.strip()
        line, section = document.position(link.span.start).line, _section(document, link.span.start)
        if target.startswith(("http://", "https://")):
            yield Mention("source", line, section, target, address=source_key(target))
        elif key := name_key(target.partition("#")[0]):
            yield Mention("link", line, section, link.plain() or target, key)


def _excerpted(document: Document) -> Iterator[Mention]:
    for block, written in excerpts(document):
        try:
            address = permalink(read_origin(written))
        except ValueError:
            continue  # `check` says what is wrong with it
        line, section = document.position(block.span.start).line, _section(document, block.span.start)
        yield Mention("source", line, section, written, address=source_key(address))


def _section(document: Document, offset: int) -> str:
    """The heading that an offset stands below."""
    last = None
    for heading in document.of_kind("heading"):
        if heading.span.start > offset:
            break
        last = heading
    return _title(last)


def _title(heading: Block | None) -> str:
    return heading.plain() if heading else ""
