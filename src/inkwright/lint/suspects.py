"""Which words of a document are candidates for a misspelling: unknown, and written as a word, not as a name or code."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from inkwright.lint.clauses import sentence_of
from inkwright.lint.front_prose import front_prose
from inkwright.lint.spelling import NAME, words
from inkwright.lint.suggest import meant
from inkwright.lint.tokens import Tokens, is_english, judged
from inkwright.lint.wordsets import wordset
from inkwright.model.document import Document, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.changes import changed_lines
from inkwright.text.prose import HIDDEN
from inkwright.text.versions import before

OFTEN = 3
"""Uses in a post or in the vault from which on a word is a word. Source: requirement EDT-10."""
LONGEST = 40
"""Letters of a word that is looked at; what is longer is no word, and trying its parts would take for ever."""
UNKNOWN = 0.4
"""Share of unknown words from which on a passage is taken to be in another language, or a list of names."""
FUNCTION = 0.05
"""Share of the words that English cannot do without below which a passage is taken to be in another language."""
JUDGED = 8
"""Words that a passage must have before its language is judged."""
_FUNCTION_WORDS = frozenset(
    (
        "the", "and", "of", "to", "is", "in", "it", "that", "for", "with", "this", "you", "we", "are", "a", "an",
        "by", "from", "on", "as", "be", "not", "or", "at", "i", "my", "your", "can",
    )
)  # fmt: skip
_PARTS = regex(r"[A-Za-z']+")
_DIGIT = regex(r"[0-9]")
_CAPITAL_BEHIND = regex(r" [A-Z][a-z]")
_JOINED = frozenset("/\\@#$~^=<>{}[]|&%+_-" + HIDDEN)
"""Characters that make a part of a path, a handle or code of the word they touch."""
_QUOTED = frozenset({"“”", '""', "''", "‘’", "`'"})
_PREFIXES = (
    "anti", "auto", "bi", "co", "counter", "cross", "cyber", "de", "dis", "extra", "fore", "hyper", "inter", "intra",
    "kilo", "macro", "mega", "meta", "micro", "mid", "milli", "mini", "mis", "mono", "multi", "nano", "neo", "non",
    "omni", "out", "over", "para", "photo", "poly", "post", "pre", "proto", "pseudo", "quasi", "re", "retro", "self",
    "semi", "sub", "super", "tele", "trans", "tri", "ultra", "un", "under", "uni", "up",
)  # fmt: skip
_COMMON = frozenset(b"1234")
_MARKED_BEFORE = regex(r"[A-Za-z][*_]{1,3}\Z")
_MARKED_AFTER = regex(r"[*_]{1,3}[A-Za-z]")
_EXPLAINED = regex(r"(?::[*_]{1,3}|[*_]{1,3}\s*:|[*_]{1,3}\s+[(–—-])")
"""Behind a word in bold or italics whose meaning follows."""
_FILE_SYSTEM = regex(r"[a-z]{2,}[^aeioulrf]fs\Z")
"""A file system by its name: "ramfs", "squashfs"; no plural of an English word ends so."""
_SUFFIXES = (
    "able", "ables", "ability", "ness", "less", "like", "wise", "ish", "ification", "esque", "ization", "isation",
)  # fmt: skip
_PEOPLE_DO = wordset(
    "helped said says asked asks wrote writes told suggested suggests explained explains showed worked works gave built"
    " joined pointed noticed thinks taught reviewed mentioned introduced wanted loved loves proposed spoke"
)
_RUNS = regex(r"([a-z])\1*")
SPOKEN_OF = 2
"""Uses of a verb from which on a text speaks of who does it. **Source:** own choice."""
_DRAWN = 2
"""Vowels too many from which on a word is drawn out on purpose."""
_known: WeakKeyDictionary[Document, tuple["Suspect", ...]] = WeakKeyDictionary()
_counted: WeakKeyDictionary[Document, dict[str, int]] = WeakKeyDictionary()
_met: set[str] = set()
"""Words of earlier passages that are right, so that most passages cost one look; at most `_MOST_MET`."""
_MOST_MET = 100_000

Capital = Literal["", "name", "title"]


class Suspect(NamedTuple):
    """A word that the dictionary does not know. `written` is the word as it stands at `span`, `low` in lower case;
    `capital` says what a capital in it may mean: "name" inside a sentence, "title" inside a heading, else ""."""

    span: Span
    written: str
    low: str
    capital: Capital


def suspects(document: Document) -> tuple[Suspect, ...]:
    """Every use of a word that may be misspelled, in reading order, looked up once per document.

    Left out is what the dictionary knows, what is written like a name, an identifier or a path, what the document
    uses three times or shows outside its prose, as in its title, and passages in another language.
    """
    found = _known.get(document)
    if found is None:
        found = _known[document] = tuple(_suspects(document)) if is_english(document) else ()
    return found


@lru_cache(maxsize=100_000)
def is_word(low: str) -> bool:
    """Whether a word in lower case is one: listed, or formed from listed ones. A known misspelling never is, nor a name
    that is one slip from an everyday word, such as "chang" without its capital."""
    dictionary = words()
    if low in dictionary.misspellings:
        return False
    if len(low) > LONGEST:
        return True
    base = low.removesuffix("'s").rstrip("'")
    kind = dictionary.kind(base)
    if len(base) < 4 or kind:
        return kind != NAME[0] or len(base) <= 4 or not _near(base, b"12", 1)
    if base in dictionary.slips:
        return False
    if "'" in base:
        return not dictionary.misspellings.get(base.replace("'", ""))
    return not _has_wrong_end(base) and (_is_derived(base) or _is_compound(base) or _is_program(base))


def _has_wrong_end(base: str) -> bool:
    """Whether another ending makes it a word: "adviseable", "convertable", "insightfull"."""
    kind = words().kind
    if base.endswith("full"):
        return bool(kind(base[:-1]))
    return base.endswith("able") and bool(kind(f"{base[:-4]}ible") or kind(f"{base[:-5]}able"))


def _is_program(base: str) -> bool:
    """Whether it is named as file systems, daemons and fields are: "ramfs", "firewalld", "groupid". A verb that lost
    its "e", such as "checkd", is no daemon."""
    if _FILE_SYSTEM.match(base):
        return True
    kind = words().kind
    stem = base.removesuffix("s").removesuffix("id")
    if stem != base.removesuffix("s") and len(stem) > 3 and kind(stem) in _COMMON:
        return True  # "groupid"
    return (
        base[-1] == "d" != base[-2]
        and len(base) > 5
        and kind(base[:-1]) in _COMMON
        and kind(f"{base[:-1]}ed") not in _COMMON
    )


def _is_derived(base: str) -> bool:
    """Whether a prefix or suffix and a common word make it up, unless by chance: "re" and "curing"."""
    return _is_plural(base) or ((_has_prefix(base) or _has_suffix(base)) and not _near(base, b"123U", 1))


def _has_prefix(base: str) -> bool:
    if not base.startswith(_PREFIXES):
        return False
    kind = words().kind
    return any(
        base.startswith(prefix) and len(base) - len(prefix) > 3 and kind(base[len(prefix) :]) in _COMMON
        for prefix in _PREFIXES
    )


def _has_suffix(base: str) -> bool:
    """Whether a common word and a suffix make it up."""
    if not base.endswith(_SUFFIXES):
        return False
    kind = words().kind
    for suffix in _SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) > 3:
            stem = base[: -len(suffix)]
            if kind(stem) in _COMMON or kind(stem + "e") in _COMMON:
                return True
    return False


def _is_compound(base: str) -> bool:
    """Whether two common words of four letters or more make it up, unless by chance: "connect" and "icon"."""
    kind = words().kind
    parts = any(kind(base[:at]) in _COMMON and kind(base[at:]) in _COMMON for at in range(4, len(base) - 3))
    return parts and not _near(base, b"1234U", 3)


def _near(base: str, kinds: bytes, cost: float) -> bool:
    """Whether a word of those classes is so near that it must have been meant."""
    return any(one.kind in kinds and one.cost <= cost for one in meant(base))


def _is_plural(base: str) -> bool:
    """Whether it is the -s form of a word that is not so common that its own would be listed."""
    kind = words().kind
    if base[-1] != "s" or base[-2] in "su":
        return False
    stems = [base[:-1]] + ([base[:-2]] if base.endswith(("ches", "shes", "sses", "xes")) else [])
    stems += [f"{base[:-3]}y"] if base.endswith("ies") else []
    return any(kind(stem) not in (0, ord("1"), NAME[0]) for stem in stems)


def _suspects(document: Document) -> Iterator[Suspect]:
    front = [_placed(suspect, held, base) for held, base in front_prose(document) for suspect in _in_passage(held)]
    body = [_placed(suspect, held, 0) for held, there in judged(document, _in_passage) for suspect in there]
    text = document.text
    body = [
        one
        for one in body
        if not (_is_part_marked(text, one.span) or _is_introduced(text, one) or _is_spoken(text, one))
    ]
    if not front and not body:
        return
    names = {suspect.low for suspect in body if suspect.capital == "name"}
    sure = words().misspellings
    titled, used = Counter(suspect.low for suspect in front), Counter(suspect.low for suspect in body)
    counts = {low: used[low] + (titled[low] if low in sure or not used[low] else 0) for low in titled | used}
    uses = _Uses(document)
    shown = {low for low, count in counts.items() if uses.of(low) > count}
    for suspect in (*front, *body):
        low = suspect.low
        rare = counts[low] < OFTEN and (suspect.capital or low not in names)
        if low not in shown and (low in sure or (rare and not _is_doer(low, uses))):
            yield suspect


class _Uses:
    """How often words in lower case stand in the source of a document; counted in the lines that changed alone where
    that is known of the version before."""

    def __init__(self, document: Document) -> None:
        earlier = before(document)
        self._text = document.text
        self._known: Mapping[str, int] = _counted.get(earlier[0], {}) if earlier else {}
        lines = changed_lines(earlier[0].text, document.text) if earlier and self._known else ("", "")
        self._was, self._now = lines[0].lower(), lines[1].lower()
        self._low = ""
        self._found = _counted[document] = {}

    def of(self, low: str) -> int:
        """How often one of them does."""
        count = self._found.get(low)
        if count is None:
            if low in self._known:
                count = self._known[low] + _uses(self._now, low) - _uses(self._was, low)
            else:
                self._low = self._low or self._text.lower()
                count = _uses(self._low, low)
            self._found[low] = count
        return count


def _is_doer(low: str, uses: _Uses) -> bool:
    """Whether a word names who or what does a thing that the text speaks of: "pooler" beside "pooling" and "pooled"."""
    stem = low.removesuffix("s")[:-2] if low.endswith(("er", "ers")) else ""
    stems = [one for one in (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else "") if len(one) > 3]
    return any(
        words().kind(one) in _COMMON
        and sum(uses.of(form) for form in (one, f"{one}s", f"{one.removesuffix('e')}ing", f"{stem}ed", f"{stem}ing"))
        >= SPOKEN_OF
        for one in stems
    )


def _placed(suspect: Suspect, held: Tokens, base: int) -> Suspect:
    """A suspect of a passage with its place in the document."""
    return suspect._replace(span=suspect.span.shift(base + held.passage.span.start))


def _is_part_marked(text: str, span: Span) -> bool:
    """Whether only a part of a word is marked up, as an initial in bold is: what is left of it is no word."""
    return bool(_MARKED_BEFORE.search(text, max(span.start - 4, 0), span.start) or _MARKED_AFTER.match(text, span.end))


def _is_introduced(text: str, suspect: Suspect) -> bool:
    """Whether a word that nobody lists as wrong stands alone in bold or italics and is then explained: a new name."""
    start, end = suspect.span
    return (
        text[start - 1 : start] in ("*", "_")
        and _EXPLAINED.match(text, end) is not None
        and suspect.low not in words().misspellings
    )


def _is_spoken(text: str, suspect: Suspect) -> bool:
    """Whether a "g" is left out on purpose, as its apostrophe says: "goin' home"."""
    end = suspect.span.end
    return suspect.low.endswith("in") and text[end : end + 1] in ("'", "’") and bool(words().kind(f"{suspect.low}g"))


def _uses(text: str, low: str) -> int:
    """How often a word stands anywhere in the source, as a whole word or as a part of an identifier."""
    count, at = 0, text.find(low)
    while at >= 0:
        end = at + len(low)
        whole = not ("a" <= text[at - 1 : at] <= "z" or "a" <= text[end : end + 1] <= "z")
        count += whole
        at = text.find(low, end if whole else at + 1)
    return count


def _in_passage(held: Tokens) -> Sequence[Suspect]:
    """The suspects of a passage, their spans counted from its start."""
    if _met.issuperset(held.words):
        return ()
    new = set(held.words).difference(_met)
    wrong = {word for word in new if not is_word(word)}
    if len(_met) < _MOST_MET:
        _met.update(new - wrong)
    if not wrong:
        return ()
    unknown = [at for at, word in enumerate(held.words) if word in wrong]
    found = [suspect for at in unknown for suspect in _at(held.passage, at)]
    return () if found and _is_foreign(held.words, len(found)) else found


def _is_foreign(said: tuple[str, ...], unknown: int) -> bool:
    if len(said) < JUDGED:
        return False
    function = sum(word in _FUNCTION_WORDS for word in said)
    return unknown > UNKNOWN * len(said) or (unknown > 1 and function < FUNCTION * len(said))


def _at(passage: Passage, at: int) -> Iterator[Suspect]:
    """The parts of a word that are suspects; none for what is written as a name or as code."""
    span = passage.words[at]
    text = passage.text
    start, end = span.start - passage.span.start, span.end - passage.span.start
    written = text[start:end].replace("’", "'")
    if not written.isascii() or "_" in written or _DIGIT.search(written):
        return
    if touches_code(text, start, end):
        return
    opens = _opens_sentence(passage, at) and not _CAPITAL_BEHIND.match(text, end)
    for part in _PARTS.finditer(written):
        plain = part[0].removesuffix("'s").strip("'")
        low = plain.lower()
        if is_word(low) or not plain[1:].islower() or (plain != low and words().kind(low)) or _is_drawn_out(low):
            continue
        begin = start + part.start() + part[0].index(plain)
        inside = plain[0].isupper() and (part.start() > 0 or not opens or _acts(passage, at))
        capital: Capital = ("title" if passage.kind == "heading" else "name") if inside else ""
        yield Suspect(Span(begin, begin + len(plain)), plain, low, capital)


def _acts(passage: Passage, at: int) -> bool:
    """Whether what stands behind a word is what people do: "Maren helped me"."""
    return at + 1 < len(passage.words) and passage.slice(passage.words[at + 1]) in _PEOPLE_DO


@lru_cache(maxsize=4096)
def _is_drawn_out(low: str) -> bool:
    """Whether a writer drew a word out, as one does in speech: "reeaally", "sooo"."""
    runs = [run[0] for run in _RUNS.finditer(low)]
    if (
        len(low) > LONGEST
        or low in words().misspellings
        or sum(len(run) - 1 for run in runs if run[0] in "aeiouy") < _DRAWN
    ):
        return False
    shorter = {""}
    for run in runs:
        shorter = {word + run[0] * count for word in shorter for count in range(1, min(len(run), 2) + 1)}
    return any(words().kind(word) for word in shorter)


def touches_code(text: str, start: int, end: int) -> bool:
    """Whether a word touches what makes it a part of a path, a handle, an identifier or a quotation of one word."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in _JOINED or after in _JOINED or after == "(" or before + after in _QUOTED:
        return bool(before or after) and not (before == "[" or after == "]")
    beyond = text[end + 1 : end + 2]
    behind = text[start - 2 : start - 1] if start > 1 else ""
    return (after in (".", ":") and beyond.isalnum()) or (before in (".", ":") and (not behind or not behind.isspace()))


def _opens_sentence(passage: Passage, at: int) -> bool:
    """Whether only marks stand between the start of a sentence and the word of an index."""
    if at == 0 or passage.kind == "heading":
        return at == 0
    start = sentence_of(passage, at).start
    if passage.words[at - 1].end > start:
        return False
    return not passage.slice(Span(start, passage.words[at].start)).strip(" \t\n\"'“‘(*_[")
