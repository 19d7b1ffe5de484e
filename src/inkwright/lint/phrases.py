"""The one matcher behind all phrase rules: word sequences, looked up by their first word."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from inkwright.lint.clauses import in_quotes, in_title
from inkwright.lint.packed import opened
from inkwright.lint.rule import Around, Node, PhraseEntry, Rule, Tree, found
from inkwright.lint.tokens import Tokens, between, is_english, starts_sentence, tokens
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span

OPENING = 3
"""Paragraphs at the start of a post in which `within: opening` phrases count. Source: requirement EDT-1 (1-3 preamble
paragraphs)."""
_AHEAD = 80
"""Characters behind a phrase that are looked at for what goes with it."""
_PROSE = frozenset({"paragraph", "item", "note"})


def match_phrases(document: Document, rules: Mapping[str, Rule], phrases: Tree) -> Iterator[tuple[str, Finding]]:
    """Rule name and finding for every phrase of the given rules, in reading order. Headings, cells and quotes of
    others are left alone."""
    if not is_english(document):
        return
    early = [rule.within == "opening" for rule in rules.values()]
    opening = _opening(tokens(document)) if any(early) else -1
    for held in tokens(document):
        if all(early) and held.passage.span.start > opening:
            break
        if held.passage.kind in _PROSE:
            for match in matches_in(held, rules, phrases, held.passage.span.start <= opening):
                name = match.entry.rule
                yield name, finding_of(document, held.passage, match, rules[name])


def _opening(held: Iterable[Tokens]) -> int:
    """Where the last paragraph of the opening starts; -1 without paragraphs."""
    starts = [one.passage.span.start for one in held if one.passage.kind == "paragraph"]
    return starts[:OPENING][-1] if starts else -1


class Match(NamedTuple):
    """A phrase found: the index of its first word, how many words it has, and the phrase."""

    at: int
    size: int
    entry: PhraseEntry


def matches_in(held: Tokens, rules: Mapping[str, Rule], phrases: Tree, opening: bool = True) -> Iterator[Match]:
    """Every match in a passage, in reading order; of two of one rule that overlap the first and longer one."""
    done: dict[str, int] = {}
    for at in _starts(held.words, phrases):
        for match in reversed(_walk(held.words, at, phrases)):
            name = match.entry.rule
            rule = rules.get(name)
            if rule is None or done.get(name, -1) >= at or (rule.within == "opening" and not opening):
                continue
            if _counts(held, match, commas=rule.within == "opening"):
                done[name] = at + match.size - 1
                yield match


def _starts(words: tuple[str, ...], phrases: Tree) -> list[int]:
    """The words that begin a phrase of one word, or of more whose second word follows."""
    known = [at for at, word in enumerate(words) if word in phrases]
    if known and known[-1] == len(words) - 1 and not phrases[words[-1]][0]:
        known.pop()
    return [at for at in known if phrases[words[at]][0] or words[at + 1] in phrases[words[at]][1]]


def _walk(words: tuple[str, ...], at: int, phrases: Tree) -> list[Match]:
    """All phrases that start at a word, shortest first, whatever their rule."""
    entries, below = phrases[words[at]]
    found = [Match(at, 1, PhraseEntry(*entry)) for entry in entries]
    size = 2
    node: Node | None = opened(below[words[at + 1]]) if words[at + 1 : at + 2] and words[at + 1] in below else None
    while node:
        found.extend(Match(at, size, PhraseEntry(*entry)) for entry in node[0])
        node = node[1].get(words[at + size]) if at + size < len(words) else None
        size += 1
    return found


def _counts(held: Tokens, match: Match, commas: bool = False) -> bool:
    """Whether nothing (or a comma, where commas do not matter) stands between the words of a match, they are no part of
    a name or of a quotation, no longer phrase excuses them, and they are where they must be."""
    passage, words = held
    end = match.at + match.size
    if (
        not _joined(passage, match.at, match.size, commas)
        or in_title(held, match.at, end)
        or in_quotes(held, match.at, end)
    ):
        return False
    if match.entry.at_start and not starts_sentence(passage, match.at):
        return False
    entry = match.entry
    if entry.only and not any_stands(words, match.at, entry.only):
        return False
    return not entry.unless or not any_stands(words, match.at, entry.unless)


def any_stands(words: tuple[str, ...], at: int, around: Around) -> bool:
    """Whether one of the longer phrases around a phrase stands where the phrase does."""
    for offset, by_word in around.items():
        if 0 <= at + offset < len(words):
            word = words[at + offset]
            likely = by_word.get(word, ())
            if word[0].isdigit():
                likely += by_word.get("#", ())
            if any(stands(words, at - before, longer) for before, longer in likely):
                return True
    return False


def stands(words: tuple[str, ...], at: int, wanted: tuple[str, ...]) -> bool:
    """Whether an excusing sequence stands at a place; `#` in it is any number."""
    end = at + len(wanted)
    if at < 0 or end > len(words) or (words[end - 1] != wanted[-1] and wanted[-1] != "#"):
        return False
    return all(
        word == want or (want == "#" and word[0].isdigit()) for word, want in zip(words[at:end], wanted, strict=False)
    )


def _joined(passage: Passage, at: int, size: int, commas: bool) -> bool:
    """Whether only white space stands between the words, so that no code is stepped over, and no comma where one
    matters or the paragraph leads up to a list: "in this post, we look at:"."""
    if size == 1:
        return True
    gaps = [between(passage, later) for later in range(at + 1, at + size)]
    if commas and not passage.text.rstrip().endswith(":"):
        gaps = [gap for gap in gaps if gap.rstrip() != ","]
    return all(map(str.isspace, gaps))


def finding_of(document: Document, passage: Passage, match: Match, rule: Rule) -> Finding:
    """The finding for a match; no fix where markup begins or ends inside the phrase."""
    at, size, entry = match
    span = Span(passage.words[at].start, passage.words[at + size - 1].end)
    said = " ".join(passage.slice(span).split())
    message = rule.message.replace("{said}", said)
    fix = None
    if entry.instead is not None:
        message = message.replace("{instead}", f": say “{entry.instead}”" if entry.instead else ": leave it out")
        if rule.fix != "none" and document.slice(span) == passage.slice(span):
            fix = _fix(passage, at, entry, span, rule.fix == "safe")
    return found(span, message.replace("{instead}", ""), fix=fix)


def _fix(passage: Passage, at: int, entry: PhraseEntry, span: Span, safe: bool) -> Fix:
    """Put the replacement in place of the phrase, or delete it; words that stay are not touched."""
    said = passage.slice(span)
    capital = said[:1].isupper() and starts_sentence(passage, at)
    if not entry.instead:
        return Fix("Leave it out", (_deletion(passage, at, span, capital),), safe)
    text = entry.instead[:1].upper() + entry.instead[1:] if capital else entry.instead
    old, new = said.split(" "), text.split(" ")
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    start = span.start + sum(len(word) + 1 for word in old[:head])
    end = span.end - sum(len(word) + 1 for word in old[len(old) - tail :])
    if start > end:
        return Fix(f"Say “{text}”", (Edit(span, text),), safe)
    return Fix(f"Say “{text}”", (Edit(Span(start, end), " ".join(new[head : len(new) - tail])),), safe)


def _same(old: list[str], new: list[str]) -> int:
    """How many words are the same from the start on, whatever their case; at least one of each stays over."""
    most = min(len(old), len(new)) - 1
    return next((at for at in range(most) if old[at].lower() != new[at].lower()), max(most, 0))


def _deletion(passage: Passage, at: int, span: Span, capital: bool) -> Edit:
    """Take a phrase out with its comma and space: the next word takes its capital, an article before it agrees."""
    after = passage.slice(Span(span.end, min(span.end + _AHEAD, passage.span.end)))
    gap = len(after) - len(after.lstrip(", "))
    rest = after[gap:]
    if capital and rest[:1].islower():
        return Edit(Span(span.start, span.end + gap + 1), rest[:1].upper())
    if gap == 0 and span.start > passage.span.start and passage.slice(Span(span.start - 1, span.start)) == " ":
        return Edit(Span(span.start - 1, span.end), "")
    article = passage.words[at - 1] if at else span
    if passage.slice(article) in ("a", "an") and article.end + 1 == span.start:
        right = "an " if _sounds_open(rest) else "a "
        return Edit(Span(article.start, span.end + gap), right)
    return Edit(Span(span.start, span.end + gap), "")


def _sounds_open(word: str) -> bool:
    """Whether a word takes "an", as its spelling tells in nearly all cases."""
    low = word[:5].lower()
    if low.startswith(("uni", "use", "usu", "uti", "one", "once", "eu", "ubi")):
        return False
    return low[:1] in ("a", "e", "i", "o", "u") or low.startswith(("hour", "hones", "heir", "honor"))
