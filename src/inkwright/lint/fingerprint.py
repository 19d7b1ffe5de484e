"""What makes a finding the same one after its text moved: its rule, its sentence, and the words it marks."""

from bisect import bisect_right
from collections.abc import Iterable
from hashlib import blake2b

from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.markdown import parse
from inkwright.text.prose import passages

_BYTES = 6
_WORD = regex(r"\w+")


def fingerprint(document: Document, finding: Finding) -> str:
    """`rule:hash` of a finding: the rule's name and twelve hex digits of its words.

    The hash covers the words of the sentence where the finding starts, else of the line (code, front matter, tables),
    and which of them are marked. Place, line breaks, spaces, case and markup make no difference; another word in the
    sentence does. Two findings with the same words share it.
    """
    return fingerprints(document, (finding,))[0]


def fingerprints(document: Document, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The fingerprint of each finding, in their order; empty for none. A document without blocks is parsed again."""
    findings = tuple(findings)
    whole = document if document.blocks or not findings else parse(document.source)
    sentences = sorted({sentence for passage in passages(whole) for sentence in passage.sentences})
    found = []
    for finding in findings:
        around = _around(document, sentences, finding.span.start)
        end = min(finding.span.end, around.end)
        words = f"{_words(document, around)}\0{_words(document, Span(finding.span.start, end))}"
        digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
        found.append(f"{finding.rule}:{digest}")
    return tuple(found)


def _around(document: Document, sentences: list[Span], offset: int) -> Span:
    """The sentence that holds a character, else its line without the line end."""
    at = bisect_right(sentences, (offset, len(document.text) + 1)) - 1
    if at >= 0 and offset in sentences[at]:
        return sentences[at]
    line = document.position(offset).line
    start = document.lines.offset(line)
    text = document.text
    ends = [found for found in (text.find("\n", start), text.find("\r", start)) if found >= 0]
    return Span(start, min(ends, default=len(text)))


def _words(document: Document, span: Span) -> str:
    """The words of a span in lower case; its signs where it has no words."""
    text = document.slice(span)
    return " ".join(_WORD.findall(text.casefold())) or "".join(text.split())
