"""How related two texts are: by their prose, their code, their titles and what they both point to.

Front matter, list marks, check boxes, comments and the folder a text lies in play no part. What each piece counts was
chosen on one half of a set of linked notes and measured on the other, see `docs/decisions/0033-finding.md`.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct

from inkwright.model.regex import regex
from inkwright.notes.links import FENCE, addresses, linked_names
from inkwright.similar.stems import WORD, stem, stems
from inkwright.similar.vectors import Vector, cosine, rarity, vector
from inkwright.similar.words import STOP

CODE = 0.4
POINTERS = 0.1
TITLE = 0.5
"""What nearness of code, of addresses and links, and of each title to the other text count; that of prose counts 1."""
_WHOLE = 1 + CODE + POINTERS + 2 * TITLE
LINKED = 0.1
"""What a link between the two adds: they belong together by the writer's own word."""
ASKED_WORDS = 40
"""Words of a text, those that say most, by which others are looked for."""
_COUNTED = 120
_SHOWN = 5
_INLINE = regex(r"`([^`\n]+)`")
_HIDDEN = regex(r"<!--.{0,5000}?-->|https?://[^\s<>)\]\"']+", re.S)


class Parts(Struct, frozen=True):
    """A text taken apart: how often each stem stands in its title, prose and code, and what it points to: hosts,
    repositories, notes and tags."""

    title: Counter[str]
    prose: Counter[str]
    code: Counter[str]
    pointers: Counter[str]

    @property
    def whole(self) -> Counter[str]:
        """How often each stem stands anywhere in the text."""
        return self.prose + self.code


def parts_of(names: Iterable[str], text: str, tags: Iterable[str] = ()) -> Parts:
    """A text without front matter, taken apart. `names` are its title and other names."""
    blocks = " ".join(found[0] for found in FENCE.finditer(text))
    told = _HIDDEN.sub(" ", FENCE.sub(" ", text))
    code = stems(f"{blocks} {' '.join(_INLINE.findall(told))}")
    pointers = addresses(text) | {f"[[{name}" for name in linked_names(text)} | {f"#{tag}" for tag in tags}
    return Parts(Counter(stems(" ".join(names))), Counter(stems(told)), Counter(code), Counter(pointers))


def surface_words(text: str) -> dict[str, str]:
    """Each stem of a text with the word as it stands there first, in lower case."""
    once = dict.fromkeys(WORD.findall(text.lower()))
    return {stem(word): word.strip("_") for word in reversed(once) if len(word) > 1 and word not in STOP}


def telling(parts: Parts) -> list[str]:
    """The stems of a text that are worth counting elsewhere: those of the title, then the most frequent."""
    frequent = sorted(parts.whole.items(), key=lambda pair: (-pair[1], pair[0]))
    return list(dict.fromkeys((*parts.title, *(word for word, _ in frequent))))[:_COUNTED]


def asked_words(parts: Parts, held_by: Mapping[str, int], total: int) -> list[str]:
    """The stems by which to look for related texts, those that say most first; none that only this text holds."""
    weight = {word: rarity(total, holding) for word, holding in held_by.items() if holding > 1}
    counts = parts.whole + parts.title + parts.title
    scored = vector({word: counts[word] for word in weight if counts[word]}, weight.__getitem__)
    return sorted(scored, key=lambda word: (-scored[word], word))[:ASKED_WORDS]


class Nearness(Struct, frozen=True):
    """How related a text is to the one asked about: `score` 0 to 1, the stems in common that weigh most, and what both
    point to."""

    score: float
    shared: tuple[str, ...]
    pointers: tuple[str, ...]


class _Vectors(Struct, frozen=True):
    title: Vector
    prose: Vector
    code: Vector
    pointers: Vector
    whole: Vector


def nearness(asked: Parts, others: Collection[Parts], held_by: Mapping[str, int], total: int) -> list[Nearness]:
    """How related each of some texts is to the one asked about, in their order.

    `held_by` says how many of all `total` texts hold a word; for other words, and for what texts point to, the
    texts at hand stand for all.
    """
    word_weight = _weights(((part.prose, part.code) for part in (asked, *others)), held_by, total, len(others) + 1)
    pointer_weight = _weights(((part.pointers,) for part in (asked, *others)), {}, total, len(others) + 1)
    own = _vectors(asked, word_weight, pointer_weight)
    return [_compared(own, _vectors(other, word_weight, pointer_weight)) for other in others]


def _weights(
    texts: Iterable[tuple[Counter[str], ...]], held_by: Mapping[str, int], total: int, sample: int
) -> Callable[[str], float]:
    """What each word says; 0 for one that a single text holds."""
    seen = Counter(word for counters in texts for word in set().union(*counters))
    share = max(total, sample) / sample
    known = {word: rarity(total, count * share) if count > 1 else 0.0 for word, count in seen.items()}
    known |= {word: rarity(total, count) if count > 1 else 0.0 for word, count in held_by.items()}
    return lambda word: known.get(word, 0.0)


def _vectors(parts: Parts, word: Callable[[str], float], pointer: Callable[[str], float]) -> _Vectors:
    return _Vectors(
        vector(parts.title, word), vector(parts.prose, word), vector(parts.code, word),
        vector(parts.pointers, pointer), vector(parts.whole, word),
    )  # fmt: skip


def _compared(asked: _Vectors, other: _Vectors) -> Nearness:
    score = (
        cosine(asked.prose, other.prose)
        + CODE * cosine(asked.code, other.code)
        + POINTERS * cosine(asked.pointers, other.pointers)
        + TITLE * (cosine(asked.title, other.whole) + cosine(asked.whole, other.title))
    )
    one, two = (asked.prose, other.prose) if asked.prose.keys() & other.prose.keys() else (asked.whole, other.whole)
    products = {word: value * two[word] for word, value in one.items() if word in two}
    shared = sorted(products, key=lambda word: (-products[word], word))[:_SHOWN]
    common = sorted(asked.pointers.keys() & other.pointers.keys(), key=lambda place: (-asked.pointers[place], place))
    return Nearness(score / _WHOLE, tuple(shared), tuple(place.removeprefix("[[") for place in common[:2]))


def reason(shared: Iterable[str], pointers: Iterable[str], links: str) -> str:
    """Why a text is shown, in plain words; "" when there is no reason."""
    linked = {"to": "linked from here", "from": "links here", "both": "linked both ways"}.get(links, "")
    words, both = ", ".join(shared), " and ".join(pointers)
    told = (linked, f"shares {words}" if words else "", f"both have {both}" if both else "")
    return "; ".join(part for part in told if part)
