"""The words of a document as the matcher wants them, made once per document and shared by all rules."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from operator import not_
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from inkwright.lint.spelling import words
from inkwright.lint.wordsets import wordset
from inkwright.model.document import Block, Document, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.moved import origin
from inkwright.text.prose import passages
from inkwright.text.versions import before

_COMPONENT = regex(r"</?[A-Z][\w.]*(?:[\s/>]|\Z)|\{[#:/@][a-z]")
"""How a paragraph starts that is no prose but a component of MDX or Svelte in a plain Markdown file."""
_ENGLISH = frozenset({"the", "and", "of", "to", "is", "in", "it", "that", "for", "with", "this", "you", "we", "are"})
_SMALL_WORDS = _ENGLISH.difference(("in", "is")) | wordset(
    "an as at be by can do from has have how i if it's its more my new not on one or our out some they use what when "
    "which will your"
)
"""Words of which English prose is full and that hardly any other language has."""
_IN = 14
"""One word in so many is one that English cannot do without."""
_FOREIGN = 12
"""Words that a passage must have before its language is judged."""
_STRANGE = 0.4
"""Share of unknown words from which on a passage with hardly any small word is in another language, or filler.

**Source:** the threshold by which spelling leaves a passage alone (`suspects.UNKNOWN`)."""
_MARKS = {'"': '"', "“": "”", "«": "»"}
"""Quotation marks that open, and those that close."""
_SPOKEN = 60
"""Characters from which on a paragraph in quotation marks is what somebody said, not a word that is shown."""
_RUNNING = frozenset({"paragraph", "item", "note"})
_LABEL = 4
"""Words up to which a bold opening of a passage is its label."""
_MARKED = 2
"""Characters from one word to the next above which a colon between them stands beside masked marks."""
_JUDGED = 40
"""Words that a text must have before its language is judged."""
_known: WeakKeyDictionary[Document, tuple["Tokens", ...]] = WeakKeyDictionary()
_read: WeakKeyDictionary[Document, tuple[Sequence[Passage], list["_Entry"]]] = WeakKeyDictionary()
"""All passages, with what each is as a rule meets it."""
_english: WeakKeyDictionary[Document, bool] = WeakKeyDictionary()
_judged: WeakKeyDictionary[Document, dict[Callable[["Tokens"], Any], list[Any]]] = WeakKeyDictionary()
"""What functions said of each passage, in reading order."""
_ends: WeakKeyDictionary[Document, tuple[int, int]] = WeakKeyDictionary()
T = TypeVar("T")


class Tokens(NamedTuple):
    """A passage and its words in lower case with straight apostrophes, one per span of `passage.words`."""

    passage: Passage
    words: tuple[str, ...]


def tokens(document: Document) -> tuple[Tokens, ...]:
    """All passages of a document with their words, in reading order, but for those of an English text that are in
    another language; empty without prose."""
    known = _known.get(document)
    if known is None:
        entries = [entry for entry in _entries(document) if entry]
        made, common = tuple([held for held, _ in entries]), [count for _, count in entries]
        total = sum([len(held.words) for held in made])
        english = _english[document] = total < _JUDGED or sum(common) * _IN >= total
        doubtful = (
            count * _IN < len(held.words) and _is_foreign(held) for held, count in zip(made, common, strict=True)
        )
        known = _known[document] = made if not english else tuple(compress(made, map(not_, doubtful)))
    return known


def part(document: Document, blocks: Sequence[Block]) -> Document:
    """A document of the same text with only some of the top-level blocks; in reading order, its words and its language
    are those of the whole."""
    made = Document(document.source, document.front_matter, tuple(blocks), document.problems)
    held = tokens(document)
    starts = [one.passage.span.start for one in held]
    _known[made] = tuple(
        one
        for block in blocks
        for one in held[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
    )
    _english[made] = is_english(document)
    return made


def judged(document: Document, judge: Callable[[Tokens], T]) -> list[tuple[Tokens, T]]:
    """Each passage with what a function says of it, in reading order.

    What was said of the same passage of an earlier version is not asked again, so nothing in it may be an offset of
    the document: count from the start of the passage.
    """
    held, earlier = tokens(document), before(document)
    known: list[T] | None = _judged.get(earlier[0], {}).get(judge) if earlier else None
    if earlier is None or known is None:
        said = _said(held, judge, {})
    else:
        first, last = _same_ends(document, earlier[0])
        was = zip(tokens(earlier[0])[first : len(known) - last], known[first : len(known) - last], strict=True)
        there: dict[tuple[str, str], T] = {(one.kind, one.text): what for (one, _), what in was}
        said = known[:first] + _said(held[first : len(held) - last], judge, there) + known[len(known) - last :]
    _judged.setdefault(document, {})[judge] = said
    return list(zip(held, said, strict=True))


def _said(held: Sequence[Tokens], judge: Callable[[Tokens], T], known: dict[tuple[str, str], T]) -> list[T]:
    """What a function says of each of some passages, asked about those alone of which nothing is known by kind and
    text."""
    keys = [(one.kind, one.text) for one, _ in held]
    for key, one in zip(keys, held, strict=True):
        if key not in known:
            known[key] = judge(one)
    return [known[key] for key in keys]


def _same_ends(document: Document, earlier: Document) -> tuple[int, int]:
    """How many passages at the start and behind them at the end are those of the version before, looked up once."""
    known = _ends.get(document)
    if known is None:
        ones, others = tokens(document), tokens(earlier)
        first = _alike(ones, others)
        known = _ends[document] = first, _alike(reversed(ones[first:]), reversed(others[first:]))
    return known


def _alike(ones: Iterable[Tokens], others: Iterable[Tokens]) -> int:
    """How many passages say the same as their counterparts before the first that does not; the words of one text are
    the same object in all its versions."""
    count = 0
    for (one, said), (other, known) in zip(ones, others, strict=False):
        if said is not known or one.kind != other.kind:
            break
        count += 1
    return count


def lowered(text: str) -> str:
    """A text in lower case, as long as it was: what would become longer stays as it is."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    return low


def running(document: Document) -> list[Tokens]:
    """The author's own running text with its words: paragraphs, items and notes; no headings, cells, quotes."""
    return [held for held in tokens(document) if held.passage.kind in _RUNNING]


def prose(document: Document) -> list[Passage]:
    """The passages that rules look at, in reading order."""
    return [held.passage for held in tokens(document)]


def count_words(passage: Passage, span: Span) -> int:
    """The number of words that lie inside an absolute span."""
    return bisect_right(passage.words, (span.end, -1)) - bisect_left(passage.words, (span.start, -1))


def between(passage: Passage, at: int) -> str:
    """The masked text between the word of an index, from 1 on, and the word before it."""
    base, words = passage.span[0], passage.words
    return passage.text[words[at - 1][1] - base : words[at][0] - base]


def starts_sentence(passage: Passage, at: int) -> bool:
    """Whether the word of that index opens a sentence, or a passage behind its label: "**Note:** the"."""
    if at == 0:
        return True
    start, last = passage.words[at].start, passage.words[at - 1].end
    index = bisect_right(passage.sentences, (start, sys.maxsize)) - 1
    if index < 0 or last <= passage.sentences[index].start:
        return True
    gap = passage.text[last - passage.span.start : start - passage.span.start]
    return at <= _LABEL and gap.strip(" \n") == ":" and len(gap) > _MARKED and passage.text[0] == " "


def is_english(document: Document) -> bool:
    """Whether rules about English words apply: at least one word in fourteen is one that English cannot do without.

    A text of fewer than 40 words is taken to be English. **Source:** measured on the development corpus: published
    English posts lie at 0.13 to 0.33, Portuguese, Latin and Korean ones below 0.04.
    """
    tokens(document)
    return _english[document]


def _is_foreign(held: Tokens) -> bool:
    """Whether a passage has hardly a small word of English and is full of words that no dictionary of it knows."""
    size = len(held.words)
    if size < _FOREIGN or sum(map(_SMALL_WORDS.__contains__, held.words)) * 20 >= size:
        return False
    written = {word for word in held.words if word.isalpha()}
    return len(written) - len(words().kinds(written)) > _STRANGE * len(written)


def is_component(document: Document, block: Block) -> bool:
    """Whether a paragraph is a component written into plain Markdown, such as `<Question choices={...} />`."""
    return block.kind == "paragraph" and _COMPONENT.match(document.text, block.span.start) is not None


_Entry = tuple[Tokens, int] | None
"""A passage with its words and how many of them are those that English cannot do without; None for a component."""


def _entries(document: Document) -> list[_Entry]:
    """What each passage is as a rule meets it; those at both ends that the version before has as well are as there."""
    there, earlier = passages(document), before(document)
    was, known = _read.get(earlier[0], ((), [])) if earlier else ((), [])
    first = _same_passages(there, was)
    last = _same_passages(map(origin, reversed(there[first:])), map(origin, reversed(was[first:])))
    gone = [entry for entry in known[first : len(known) - last] if entry]
    words = {held.passage.text: (held.words, common) for held, common in gone}
    entries = known[:first]
    entries += [_entry(document.text, passage, words) for passage in there[first : len(there) - last]]
    entries += list(map(_again, there[len(there) - last :], known[len(known) - last :]))
    _read[document] = there, entries
    return entries


def _same_passages(ones: Iterable[Passage], others: Iterable[Passage]) -> int:
    """How many passages are those of another version before the first that is not."""
    count = 0
    for one, other in zip(ones, others, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _again(passage: Passage, entry: _Entry) -> _Entry:
    """What a passage is that stands elsewhere now."""
    if entry is None:
        return None
    held, common = entry
    return Tokens(passage if held.passage.kind == passage.kind else _quoted(passage), held.words), common


def _entry(text: str, passage: Passage, words: dict[str, tuple[tuple[str, ...], int]]) -> _Entry:
    """What a passage of a text is; `words` keeps those of each text."""
    block = passage.block
    if block.kind == "paragraph" and _COMPONENT.match(text, block.span.start):
        return None
    if passage.kind == "paragraph" and _is_speech(passage.text):
        passage = _quoted(passage)
    said = words.get(passage.text)
    if said is None:
        said = words[passage.text] = _lower_words(passage)
    return Tokens(passage, said[0]), said[1]


def _quoted(passage: Passage) -> Passage:
    return Passage(passage.block, "quote", passage.span, passage.text, passage.sentences, passage.words)


def _is_speech(text: str) -> bool:
    """Whether a paragraph stands in quotation marks as a whole: it is what somebody else said."""
    said = text.strip()
    closed = _MARKS.get(said[:1])
    if not closed:
        return False
    said = said.rstrip(" \n*_")
    inner = said[1:].rstrip(".,")
    return inner.endswith(closed) and closed not in inner[:-1] and len(said) > _SPOKEN


def _lower_words(passage: Passage) -> tuple[tuple[str, ...], int]:
    base = passage.span.start
    low = lowered(passage.text.replace("’", "'"))
    words = tuple([low[start - base : end - base] for start, end in passage.words])
    return words, sum(map(_ENGLISH.__contains__, words))
