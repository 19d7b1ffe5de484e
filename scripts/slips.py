"""Write `src/inkwright/lint/words/slips.txt`, the known misspellings that the spelling rule does not find by itself.

    python scripts/slips.py dict-en.json

The file is the one in the npm package `@cspell/dict-en-common-misspellings` (CC BY-SA 4.0; its sources are Wikipedia's
lists of common misspellings and the word list of the `typos` project). Kept are pairs whose wrong half is no word and
whose first right half is made of words. The same input gives the same bytes, whatever `slips.txt` held before.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from inkwright.lint import spelling  # noqa: E402

HEAD = """# Known misspellings, each with what was meant; written by scripts/slips.py, one's own go to misspellings.txt.
# Licence: CC BY-SA 4.0, see NOTICE.md.
"""
SHORTEST = 4
"""Letters below which a slip is more often a name or an abbreviation."""


def main(source: Path) -> None:
    """Write the list and say how long it is."""
    spelling.SLIPS.write_text(HEAD, encoding="utf-8")
    spelling.words.cache_clear()
    from inkwright.lint.suggest import meant
    from inkwright.lint.suspects import is_word

    known = spelling.words()
    kept = [
        f"{wrong} {right}"
        for wrong, right in sorted(set(pairs(source)))
        if wrong not in known.misspellings
        and not known.kind(wrong)
        and all(is_word(part) for part in right.split())
        and (is_word(wrong) or not meant(wrong))
    ]
    spelling.SLIPS.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept):,} slips")


def pairs(source: Path) -> Iterator[tuple[str, str]]:
    """Wrong and right in lower case, letters only; the first right word where there are several."""
    [definition] = json.loads(source.read_text(encoding="utf-8"))["dictionaryDefinitions"]
    for pair in definition["flagWords"] + definition["suggestWords"]:
        wrong, _, rights = pair.partition("->")
        right = rights.split(",")[0].strip().lower()
        if len(wrong) >= SHORTEST and re.fullmatch("[a-z]+", wrong) and re.fullmatch("[a-z' ]+", right):
            yield wrong, right


if __name__ == "__main__":
    main(Path(sys.argv[1]))
