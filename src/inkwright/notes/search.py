"""Searching: what was asked for, as expressions of the full-text table; the order and the excerpts of what it found.

Ranking: BM25 with the title weighted, plus a share of the BM25 of each two words that stand side by side as asked, plus
a bonus for a text that holds every word. **Source:** measured by `scripts/related_figures.py`, see
`docs/decisions/0033-finding.md`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from inkwright.model.errors import UsageError
from inkwright.model.regex import regex
from inkwright.similar.stems import WORD, stem
from inkwright.similar.words import STOP

PAIR = 0.5
"""Share of a pair's own score that a text with both words side by side gets."""
ALL = 0.3
"""Share of the best score that a text with every word gets."""
LINE = 0.6
"""Share of the best score that a single captured line with every word gets: a note says more than a line."""
MANY = 2000
"""Texts of which each one that holds any of the words is scored."""
WIDTH = 160
"""Characters of an excerpt."""
_MOST_WORDS = 32
_SHORTEST_PREFIX = 3
"""Letters of the Latin alphabet; one character of a script in which endings are glued to a word is enough."""
_QUOTED = regex(r'"([^"]*)"?')
_TOKEN = regex(r"[^\W_]+")


class Query(NamedTuple):
    """What was typed: `words` in order, `phrases` that stood in quotes, each a tuple of words, and whether the last
    word may be only the beginning of one."""

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    open: bool = False

    @property
    def all_words(self) -> tuple[str, ...]:
        """Every word asked for, in or out of quotes, each once."""
        return tuple(dict.fromkeys((*self.words, *(word for phrase in self.phrases for word in phrase))))


def parse_query(typed: str) -> Query:
    """What was asked for. Raises UsageError for a text without a letter or digit."""
    phrases = tuple(found for quoted in _QUOTED.findall(typed) if (found := _tokens(quoted)))
    words = _tokens(_QUOTED.sub(" ", typed))[:_MOST_WORDS]
    if not words and not phrases:
        raise UsageError("a search needs at least one word", hint='For example: inkwright search "triton kernel".')
    last = words[-1] if words and typed.rstrip().lower().endswith(words[-1]) else ""
    is_open = len(last) >= (_SHORTEST_PREFIX if last.isascii() else 1)
    return Query(words, phrases[:_MOST_WORDS], is_open)


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text.lower()))


def _quoted(words: Iterable[str]) -> str:
    return '"' + " ".join(words) + '"'


def expression(query: Query) -> str:
    """What a text must hold: every phrase in quotes, else one of the words; the words rank those with the phrases."""
    words = [_quoted((word,)) for word in dict.fromkeys(query.words)]
    if query.open:
        words.append(_quoted(query.words[-1:]) + "*")
    phrases = [_quoted(phrase) for phrase in query.phrases]
    either = f"({' OR '.join([*phrases, *words])})"
    return " AND ".join([*phrases, either])


def word_expressions(query: Query) -> list[str]:
    """Each word as an expression of its own, an open last one as a beginning; none where phrases narrow enough."""
    if query.phrases:
        return []
    words = [_quoted((word,)) for word in dict.fromkeys(query.words)]
    return [*words[:-1], words[-1] + "*"] if query.open else words


def rarest(counts: Mapping[str, int]) -> str:
    """The expression of as many of the rarest words as `MANY` texts hold, one at least; "" where none is held.

    Among many texts, one that holds only the common words of a query cannot come first, and to score each takes long.
    """
    kept: list[str] = []
    held = 0
    for word, count in sorted(counts.items(), key=lambda pair: pair[1]):
        if kept and held + count > MANY:
            break
        kept += [word] if count else []
        held += count
    return " OR ".join(kept)


def pairs(query: Query) -> list[str]:
    """Each two words that were typed side by side, where both say something."""
    two = zip(query.words, query.words[1:], strict=False)
    return list(dict.fromkeys(_quoted(pair) for pair in two if not STOP.intersection(pair)))


def every(query: Query) -> str:
    """All words that say something at once; "" where there is just one."""
    words = [word for word in query.all_words if word not in STOP]
    ending = "*" if query.open and words and words[-1] == query.words[-1] else ""
    return " AND ".join(_quoted((word,)) for word in words) + ending if len(words) > 1 else ""


def rank(
    scores: Mapping[int, float], of_pairs: Iterable[Mapping[int, float]], complete: Collection[int]
) -> dict[int, float]:
    """The score of each text found, by its number. `scores` are those of the words alone, higher is better."""
    best = max(scores.values(), default=0.0)
    full = {no: score + (ALL * best if no in complete else 0.0) for no, score in scores.items()}
    for found in of_pairs:
        for no, score in found.items():
            full[no] += PAIR * score
    return full


class Excerpt(NamedTuple):
    """A stretch of one line with the half-open stretches in it that were asked for; `line` counts from 1."""

    line: int
    text: str
    marks: tuple[tuple[int, int], ...]


class _Meant(NamedTuple):
    """The stems that a query asks for, and the beginning of one ("" for none)."""

    stems: frozenset[str]
    start: str

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Where a text holds a word that was asked for, with its stem."""
        places = []
        lower = text.lower()
        for word in WORD.finditer(lower if len(lower) == len(text) else text):
            short = stem(word[0].strip("_").lower())
            if short in self.stems:
                places.append((*word.span(), short))
            elif self.start and short.startswith(self.start):
                places.append((*word.span(), stem(self.start)))
        return places


def _meant(query: Query) -> _Meant:
    words = query.all_words
    said = frozenset(stem(word) for word in words if word not in STOP) or frozenset(map(stem, words))
    return _Meant(said, query.words[-1] if query.open else "")


def excerpt(query: Query, text: str) -> Excerpt:
    """The line that says most of what was asked for, cut to `WIDTH` characters; the first line with text if none."""
    meant = _meant(query)
    best: tuple[int, int, str, list[tuple[int, int, str]]] = (-1, 0, "", [])
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = meant.found(line)
            said = len({short for _, _, short in found})
            if said > best[0]:
                best = (said, number, line, found)
    _, number, line, found = best
    return Excerpt(max(number, 1), *_cut(line, [(start, end) for start, end, _ in found]))


def _cut(line: str, marks: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A line cut around its first mark, and the marks as they stand in what is left."""
    first = marks[0][0] if marks else 0
    end = len(line.rstrip())
    start = len(line) - len(line.lstrip())
    if end - start > WIDTH:
        start = max(start, min(first - WIDTH // 3, end - WIDTH))
        start = line.find(" ", start, first) + 1 or start if start > len(line) - len(line.lstrip()) else start
        end = min(end, start + WIDTH)
    head, tail = ("…" if line[:start].strip() else ""), ("…" if line[end:].strip() else "")
    shift = len(head) - start
    kept = tuple((a + shift, b + shift) for a, b in marks if a >= start and b <= end)
    return head + line[start:end] + tail, kept


def coverage(query: Query, text: str) -> float:
    """The share of the words asked for that a text holds, 0 to 1; 0 where a phrase in quotes is missing."""
    tokens = f" {' '.join(_TOKEN.findall(text.lower()))} "
    if any(f" {' '.join(phrase)} " not in tokens for phrase in query.phrases):
        return 0.0
    meant = _meant(query)
    return len({short for _, _, short in meant.found(text)} & meant.stems) / len(meant.stems)
