"""The one matcher behind all phrase rules: word sequences, looked up by their first word."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from inkwright.lint.rule import PhraseEntry, Rule, found
from inkwright.lint.tokens import Tokens, is_english, tokens
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span

OPENING = 3
"""Paragraphs at the start of a post in which `within: opening` phrases count. Source: requirement EDT-1 (1-3 preamble
paragraphs)."""
_PROSE = frozenset({"paragraph", "item", "note"})

Phrases = Mapping[str, tuple[PhraseEntry, ...]]


def match_phrases(document: Document, rules: Mapping[str, Rule], phrases: Phrases) -> Iterator[tuple[str, Finding]]:
    """Rule name and finding for every phrase of the given rules, in reading order. Headings, cells and quotes of
    others are left alone."""
    if not is_english(document):
        return
    first_words = phrases.keys()
    opening = _opening(tokens(document)) if any(rule.within == "opening" for rule in rules.values()) else -1
    for held in tokens(document):
        if held.passage.kind in _PROSE and not first_words.isdisjoint(held.words):
            for name, at, entry in _in_passage(held, rules, phrases, held.passage.span.start <= opening):
                yield name, _finding(document, held.passage, at, entry, rules[name])


def _opening(held: Iterable[Tokens]) -> int:
    """Where the last paragraph of the opening starts; -1 without paragraphs."""
    starts = [one.passage.span.start for one in held if one.passage.kind == "paragraph"]
    return starts[:OPENING][-1] if starts else -1


def _in_passage(
    held: Tokens, rules: Mapping[str, Rule], phrases: Phrases, opening: bool
) -> Iterator[tuple[str, int, PhraseEntry]]:
    """Rule, index of the first word and phrase for every match; of two matches of a rule at one place the longer."""
    passage, words = held
    done: dict[str, int] = {}
    for at, word in enumerate(words):
        for entry in phrases.get(word, ()):
            rule = rules.get(entry.rule)
            if rule is None or done.get(entry.rule, -1) >= at or (rule.within == "opening" and not opening):
                continue
            size = len(entry.words)
            if (size > 1 and words[at : at + size] != entry.words) or not _joined(passage, at, size):
                continue
            if entry.at_start and not _starts_sentence(passage, at):
                continue
            if any(_stands(words, at - before, longer) for before, longer in entry.unless):
                continue
            done[entry.rule] = at + size - 1
            yield entry.rule, at, entry


def _stands(words: tuple[str, ...], at: int, wanted: tuple[str, ...]) -> bool:
    """Whether an excusing sequence stands at a place; `#` in it is any number."""
    if at < 0 or at + len(wanted) > len(words):
        return False
    return all(
        word == want or (want == "#" and word[0].isdigit()) for word, want in zip(words[at:], wanted, strict=False)
    )


def _joined(passage: Passage, at: int, size: int) -> bool:
    """Whether only white space stands between the words, so that no comma or code is stepped over."""
    spans = passage.words[at : at + size]
    return all(passage.slice(Span(a.end, b.start)).isspace() for a, b in pairwise(spans))


def _starts_sentence(passage: Passage, at: int) -> bool:
    start = passage.words[at].start
    for sentence in passage.sentences:
        if sentence.start <= start < sentence.end:
            return at == 0 or passage.words[at - 1].end <= sentence.start
    return at == 0


def _finding(document: Document, passage: Passage, at: int, entry: PhraseEntry, rule: Rule) -> Finding:
    """The finding for a match; no fix where markup begins or ends inside the phrase."""
    span = Span(passage.words[at].start, passage.words[at + len(entry.words) - 1].end)
    said = " ".join(passage.slice(span).split())
    message = rule.message.replace("{said}", said)
    fix = None
    if entry.instead is not None:
        message = message.replace("{instead}", f": say “{entry.instead}”" if entry.instead else ": leave it out")
        if rule.fix != "none" and document.slice(span) == passage.slice(span):
            fix = _fix(passage, at, entry, span, rule.fix == "safe")
    return found(span, message.replace("{instead}", ""), fix=fix)


def _fix(passage: Passage, at: int, entry: PhraseEntry, span: Span, safe: bool) -> Fix:
    """Put the replacement in place of the phrase; a deleted one takes its comma and space along and hands its capital
    to the next word."""
    said = passage.slice(span)
    capital = said[:1].isupper() and _starts_sentence(passage, at)
    if entry.instead:
        text = entry.instead[:1].upper() + entry.instead[1:] if capital else entry.instead
        return Fix(f"Say “{text}”", (Edit(span, text),), safe)
    after = passage.slice(Span(span.end, passage.span.end))
    gap = len(after) - len(after.lstrip(", "))
    rest = after[gap : gap + 1]
    if capital and rest.islower():
        return Fix("Leave it out", (Edit(Span(span.start, span.end + gap + 1), rest.upper()),), safe)
    if gap == 0 and passage.slice(Span(passage.span.start, span.start)).endswith(" "):
        return Fix("Leave it out", (Edit(Span(span.start - 1, span.end), ""),), safe)
    return Fix("Leave it out", (Edit(Span(span.start, span.end + gap), ""),), safe)
