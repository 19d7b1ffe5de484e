"""The dictionary: which words are known, and how common they are. Opened once per process, when first asked.

Four files below `words/`: `english.words`, compiled by `scripts/words.py`; two plain lists written by hand, `terms.txt`
and `misspellings.txt`, which hold what a technical post needs besides; `slips.txt`, collected by `scripts/slips.py`.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

WORDS = Path(__file__).parent / "words"
ENGLISH = WORDS / "english.words"
TERMS = WORDS / "terms.txt"
MISSPELLINGS = WORDS / "misspellings.txt"
SLIPS = WORDS / "slips.txt"

BUCKETS = 1 << 16
TOP_NAME = b"U"
"""Class of a name that everybody writes, such as a month or a language."""
NAME = b"n"
"""Class of any other name or abbreviation."""
FREQUENT = frozenset(b"1234U")
"""Classes whose words a writer is taken to have meant."""
TERM = ord("3")
UNKNOWN = 0


class Words(NamedTuple):
    """An open dictionary. `data` holds the entries of each bucket in a row, `starts` where each bucket begins."""

    data: bytes | mmap
    starts: memoryview
    terms: frozenset[str]

    @property
    def misspellings(self) -> Mapping[str, str]:
        """What was meant by each of the words that are certainly wrong."""
        return _misspellings()

    @property
    def slips(self) -> Mapping[str, str]:
        """What was meant by each of the words that are likely wrong, where the word meant is asked for, not known."""
        return _slips()

    def kind(self, word: str) -> int:
        """The class of a word in lower case, 0 when it is not known. "1" is the most common, "7" the rarest."""
        data, starts, terms = self[:3]
        if word in terms:
            return TERM
        key = word.encode()
        bucket = crc32(key) & 0xFFFF
        at = data.find(b"\n" + key + b"\t", starts[bucket], starts[bucket + 1])
        kind = UNKNOWN if at < 0 else data[at + len(key) + 2]
        return TERM if kind not in FREQUENT and word[-1:] == "s" and word[:-1] in terms else kind

    def kinds(self, candidates: Iterable[str]) -> dict[str, int]:
        """Those of many texts that are words, with their class."""
        find, starts = self.data.find, self.starts
        found: dict[str, int] = {}
        for word in candidates:
            key = word.encode()
            bucket = crc32(key) & 0xFFFF
            at = find(b"\n" + key + b"\t", starts[bucket], starts[bucket + 1])
            if at >= 0:
                found[word] = self.data[at + len(key) + 2]
        terms = self.terms
        listed = terms.intersection(candidates)
        listed |= {word for word in candidates if word[-1:] == "s" and word[:-1] in terms}
        return found | {word: TERM for word in listed if found.get(word) not in FREQUENT}

    def alike(self, key: str) -> list[str]:
        """The frequent words filed under what `skeleton` or `frame` gives; none where there are none."""
        at = self._find(filed := b"#" + key.encode())
        if at < 0:
            return []
        start = at + len(filed) + 2
        return self.data[start : self.data.find(b"\n", start)].decode().split(",")

    def fitting(self, before: str, after: str) -> str:
        """The letters that stand between two pieces of text in words that may be suggested; `before` is at most two
        letters and `after` one, a space for the start and the end of a word."""
        at = self._find(filed := gap(before, after))
        if at < 0:
            return ""
        start = at + len(filed) + 2
        return self.data[start : self.data.find(b"\n", start)].decode()

    def _find(self, key: bytes) -> int:
        bucket = crc32(key) & 0xFFFF
        return self.data.find(b"\n" + key + b"\t", self.starts[bucket], self.starts[bucket + 1])


@cache
def words() -> Words:
    """The dictionary of the package."""
    with ENGLISH.open("rb") as file:  # as a map of the file: a post asks for a few hundred words of millions of bytes
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    size = 4 * (BUCKETS + 1)
    terms = terms_of(TERMS.read_text(encoding="utf-8"))
    return Words(data, _numbers(data[:size]), terms)


@cache
def _misspellings() -> dict[str, str]:
    return _pairs(MISSPELLINGS)


@cache
def _slips() -> dict[str, str]:
    return _pairs(SLIPS)


def _pairs(path: Path) -> dict[str, str]:
    """What a list of misspellings says was meant by each."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict([line.split(" ", 1) for line in lines if line[:1] != "#"])


def terms_of(text: str) -> frozenset[str]:
    """The listed terms; lines that start with # are headings."""
    return frozenset(" ".join([line for line in text.splitlines() if line[:1] != "#"]).split())


def gap(before: str, after: str) -> bytes:
    """What the letters between two pieces of text are filed under."""
    return f"?{before}?{after}".encode()


def _numbers(packed: bytes) -> memoryview:
    """32-bit numbers, written little-endian whatever the machine."""
    numbers = array("I", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return memoryview(numbers)


def pack(entries: Mapping[bytes, bytes]) -> bytes:
    r"""A compiled dictionary: where each bucket starts, then its entries as `\nkey\tvalue`, in the order of keys."""
    buckets: list[list[bytes]] = [[] for _ in range(BUCKETS)]
    for key in sorted(entries):
        buckets[crc32(key) & 0xFFFF].append(b"\n%b\t%b" % (key, entries[key]))
    rows = [b"".join(bucket) for bucket in buckets]
    head = 4 * (BUCKETS + 1)
    starts = accumulate((len(row) for row in rows), initial=head)
    return b"".join((*(start.to_bytes(4, "little") for start in starts), *rows, b"\n"))
