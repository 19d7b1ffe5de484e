"""Which of the subjects that engineers write about a text is about, by the words that belong to each.

Two short notes on one subject often share no word of it: one says "warp", the other "coalescing". The subjects and
their words are data, `subjects.txt` beside this file; nothing is learned and nothing is asked over the network.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from inkwright.model.regex import regex
from inkwright.similar.stems import stems

EVERYDAY = 0.4
"""What a word counts that people use every day in other senses too, other words of a subject being 1."""
SHARED = 0.7
"""Power of the number of subjects that a word stands under, by which what it says of each is divided."""
TITLE = 2
"""How often a word in a title counts, one in the text counting once."""
LEAST = 1.5
"""What a subject must reach for a text to be about it: a word of its own twice, or with another."""
SURE = 3.0
"""From which sum on a text is surely about a subject; with less its subjects say less of it. **Source:** these five
chosen like those of `notes/topics.py`."""
_SUBJECT = regex(r"^(?P<name>[^\s#:][^:]*):(?P<words>.*(?:\n[ \t]+.*)*)", re.M)


class Term(NamedTuple):
    """A word or phrase as its stems, the subjects that it belongs to, and what it says of each."""

    stems: tuple[str, ...]
    subjects: tuple[str, ...]
    weight: float


def subjects_of(title: str, text: str) -> dict[str, float]:
    """How much a text is about each subject that it is about, its strength 0 to 1 in all; {} for none.

    `text` may be raw Markdown; `title` may stand in it or not.
    """
    found: Counter[Term] = Counter()
    for written, times in ((text, 1), (title, TITLE)):
        for term, count in _terms(stems(written), _table()):
            found[term] += times * count
    sums: dict[str, float] = defaultdict(float)
    for term, count in found.items():
        for subject in term.subjects:
            sums[subject] += (1 + math.log(count)) * term.weight
    sums = {subject: value for subject, value in sums.items() if value >= LEAST}
    if not sums:
        return {}
    length = math.sqrt(sum(value * value for value in sums.values()))
    sure = math.sqrt(min(1.0, max(sums.values()) / SURE))
    return {subject: sure * value / length for subject, value in sums.items()}


def _terms(words: list[str], table: Mapping[str, tuple[Term, ...]]) -> Iterator[tuple[Term, int]]:
    """Every term in some stems with how often it stands there, those inside a longer one too."""
    beginning = Counter(word for word in words if word in table)
    for word, count in beginning.items():
        terms = table[word]
        places = [at for at, one in enumerate(words) if one == word] if len(terms[-1].stems) > 1 else []
        for term in terms:
            length = len(term.stems)
            times = sum(tuple(words[at : at + length]) == term.stems for at in places) if length > 1 else count
            if times:
                yield term, times


@cache
def _table() -> dict[str, tuple[Term, ...]]:
    """The terms by their first stem."""
    return table_of(files(__package__).joinpath("subjects.txt").read_text(encoding="utf-8"))


def table_of(text: str) -> dict[str, tuple[Term, ...]]:
    """The terms of a text in the form of `subjects.txt` by their first stem, single words first; {} for no text."""
    under: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for subject in _SUBJECT.finditer(text):
        for written in " ".join(subject["words"].split()).split(","):
            if key := tuple(stems(written)):
                under[key][subject["name"]] = EVERYDAY if "~" in written else 1.0
    table: dict[str, list[Term]] = defaultdict(list)
    for key, said in under.items():
        table[key[0]].append(Term(key, tuple(said), min(said.values()) / len(said) ** SHARED))
    return {word: tuple(sorted(terms, key=lambda term: len(term.stems))) for word, terms in table.items()}


def leading(several: Iterable[Mapping[str, float]], share: float) -> str:
    """The subject that most of some texts are about first of all, "" when that is less than `share` of them."""
    firsts = [max(one, key=lambda name: (one[name], name)) if one else "" for one in several]
    name, count = Counter(firsts).most_common(1)[0] if firsts else ("", 0)
    return name if count >= share * len(firsts) else ""
