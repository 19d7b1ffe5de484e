"""Plain counts of a document that the checklist rests on."""

import re

from msgspec import Struct

from inkwright.lint.links import html_tags
from inkwright.lint.outline import outline_headings
from inkwright.lint.tokens import count_words, prose
from inkwright.model.document import Document
from inkwright.text.diagrams import diagrams, kind_of
from inkwright.text.drawn import drawn_as
from inkwright.text.prose import HIDDEN


class Measures(Struct, frozen=True):
    """Counts of one document. Sentences are those of running text: code, lists, tables, headings do not count.

    `running` counts the words of running text; `longest_paragraph` is in sentences, `densest_paragraph` and
    `longest_stretch` (between headings) in words, `widest_code` in characters, `widest_table` in columns; all 0 for an
    empty document.
    """

    words: int
    running: int
    sentences: int
    mean_sentence: float
    longest_paragraph: int
    densest_paragraph: int
    longest_stretch: int
    headings: tuple[str, ...]
    first_sentence: str
    links: int
    footnotes: int
    lists: int
    tables: int
    codes: int
    pictures: int
    widest_code: int
    widest_table: int


def measure(document: Document) -> Measures:
    """The counts of a document."""
    passages = prose(document)
    running = [passage for passage in passages if passage.kind == "paragraph"]
    lengths = [count_words(passage, sentence) for passage in running for sentence in passage.sentences]
    lengths = [length for length in lengths if length]
    headings = outline_headings(document)
    tables, fences = document.of_kind("table"), document.of_kind("code")
    codes = [block for block in fences if not drawn_as(block) and not kind_of(block)]
    charts = sum(drawn_as(block) == "chart" for block in fences)
    first = running[0].slice(running[0].sentences[0]) if running and running[0].sentences else ""
    return Measures(
        words=sum(len(passage.words) for passage in passages),
        running=sum(lengths),
        sentences=len(lengths),
        mean_sentence=sum(lengths) / len(lengths) if lengths else 0.0,
        longest_paragraph=max((len(passage.sentences) for passage in running), default=0),
        densest_paragraph=max((len(passage.words) for passage in running), default=0),
        longest_stretch=_longest_stretch(document),
        headings=tuple(heading.plain().strip() for heading in headings),
        first_sentence=" ".join(re.sub(f"{HIDDEN}+", "…", first).split()),
        links=len(document.inlines_of("link", "wikilink")),
        footnotes=len(document.of_kind("footnote")),
        lists=len(document.of_kind("list")),
        tables=len(tables) + sum(drawn_as(block) == "table" for block in fences),
        codes=len(codes),
        pictures=len(document.inlines_of("image", "embed"))
        + len(diagrams(document))
        + sum(tag.name == "img" for tag in html_tags(document))
        + charts,
        widest_code=max((len(line) for block in codes for line in block.text.splitlines()), default=0),
        widest_table=max((sum(1 for key, _ in table.attrs if key == "align") for table in tables), default=0),
    )


def _longest_stretch(document: Document) -> int:
    """Words between one heading and the next, the most there are."""
    most = here = 0
    for passage in prose(document):
        here = 0 if passage.kind == "heading" else here + len(passage.words)
        most = max(most, here)
    return most
