"""Compile the dictionary of the spelling rule, `src/inkwright/lint/words/english.words`, from a SCOWL folder.

    python scripts/words.py /usr/share/dict/scowl

SCOWL is a collection of permissive word lists whose size says how common a word is (Debian: package `scowl`). Taken are
the American, British and Canadian spellings up to size 70; what else a technical post needs is in the text files
beside the compiled one, which are read as they are. The same input always gives the same bytes.
"""

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from inkwright.lint.skeleton import frame, letters, skeleton  # noqa: E402
from inkwright.lint.spelling import ENGLISH, FREQUENT, NAME, TERMS, TOP_NAME, gap, pack, terms_of  # noqa: E402
from inkwright.lint.suggest import LETTERS  # noqa: E402

SIZES = {10: b"1", 20: b"2", 35: b"3", 40: b"4", 50: b"5", 55: b"6", 60: b"6", 70: b"7"}
"""Class by SCOWL size. Size 80 is left out: it hides mistakes, and its licence asks for more than a notice."""
SPELLINGS = ("english", "american", "british", "british_z", "canadian", "variant_1", "british_variant_1")
TOP_NAMES = 40
"""Largest SCOWL size of names that everybody writes: months, languages, countries."""
FILED_LETTERS = 7
"""Shortest word that is also found by its sound, its ends and its letters."""
SUGGESTED = (b"1", b"2", b"3", TOP_NAME, b"4", b"5", b"6")
"""Classes of words that may be suggested."""
RANKS = (b"1", b"2", b"3", TOP_NAME, b"4", b"5", b"6", b"7", NAME)
"""Of the classes of one word the first counts."""
NO_WORDS = frozenset({"alot", "wich", "thru", "nite", "tho"})
"""What SCOWL lists and a reader of technical posts takes for a slip."""


def main(folder: Path) -> None:
    """Compile and say how much it is."""
    entries: dict[bytes, bytes] = {}
    for word, kind in sorted(words(folder), key=lambda pair: RANKS.index(pair[1])):
        entries.setdefault(word.encode(), kind)
    filed: dict[str, list[str]] = {}
    terms = terms_of(TERMS.read_text(encoding="utf-8"))
    frequent = {key.decode() for key, kind in entries.items() if kind[0] in FREQUENT}
    for word in sorted(frequent | terms):
        if len(word) >= FILED_LETTERS:
            for alike in (skeleton(word), frame(word), letters(word)):
                filed.setdefault(alike, []).append(word)
    count = len(entries)
    entries |= {f"#{alike}".encode(): ",".join(sorted(found)).encode() for alike, found in filed.items()}
    suggested = {key.decode() for key, kind in entries.items() if kind in SUGGESTED and key[:1] != b"#"}
    between = gaps(suggested | terms | {f"{term}s" for term in terms})
    entries |= between
    packed = pack(entries)
    ENGLISH.write_bytes(packed)
    print(f"{count:,} words, {len(filed):,} sounds, frames and shuffles, {len(between):,} gaps, {len(packed):,} bytes")


def gaps(words: set[str]) -> dict[bytes, bytes]:
    """The letters that stand between the same neighbours, two before and one after, in any of the words."""
    found: dict[bytes, set[str]] = {}
    for word in words:
        padded = f" {word} "
        for at in range(1, len(padded) - 1):
            if padded[at] in LETTERS:
                found.setdefault(gap(padded[max(at - 2, 0) : at], padded[at + 1]), set()).add(padded[at])
    return {key: "".join(sorted(letters)).encode() for key, letters in found.items()}


def words(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every form in lower case with its class; possessives are left to the reader of the dictionary."""
    for spelling in SPELLINGS:
        for size, kind in SIZES.items():
            for name in ("words", "contractions"):
                yield from ((word, kind) for word in read(folder / f"{spelling}-{name}.{size}"))
            for name in ("upper", "proper-names", "abbreviations"):
                top = size <= TOP_NAMES and name == "upper"
                for word in read(folder / f"{spelling}-{name}.{size}"):
                    yield word, TOP_NAME if top else NAME
    yield from ((word, NAME) for word in read(folder / "special-hacker.50"))


def read(path: Path) -> Iterator[str]:
    """The words of one list, each also without its accents; nothing where there is no such list."""
    if not path.exists():
        return
    for word in path.read_text(encoding="latin-1").split():
        low = word.lower().removesuffix("'s")
        if len(low) > 1 and low not in NO_WORDS:
            yield low
            plain = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
            if plain != low:
                yield plain


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/scowl"))
