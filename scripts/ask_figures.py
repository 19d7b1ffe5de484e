"""Print how often `ask` puts a passage that answers among the first three, and how often it rightly says nothing does.

    python scripts/ask_figures.py [-v]

The questions with their labelled lines are in `ask_questions.json`, their texts in the development corpus
(INKWRIGHT_CORPUS). With -v each question that is missed is printed.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from related_figures import CORPUS, ROOT

from inkwright.flows.ask_rank import Found, answering, ranked, spread
from inkwright.flows.index_file import describe
from inkwright.model.document import Source
from inkwright.model.found import Wanted
from inkwright.notes.ask import parse_question
from inkwright.workspace.finder import Finder, Row
from inkwright.workspace.index import in_memory

SETS = {"til": "notes/til", "posts": "posts"}
QUESTIONS = json.loads((ROOT / "scripts" / "ask_questions.json").read_text(encoding="utf-8"))


def finder_of(folder: str) -> Finder:
    """All texts below a folder of the corpus as notes."""
    root = CORPUS / folder
    paths = sorted(path for path in root.rglob("*") if path.suffix in (".md", ".mdx", ".qmd"))
    names = [(path.relative_to(root).as_posix(), path) for path in paths]
    return Finder(in_memory(describe("note", name, Source(name, path.read_text("utf-8"))) for name, path in names))


def answers(finder: Finder, asked: str) -> list[Found]:
    """What `ask` would show, without a limit."""
    question = parse_question(asked)
    held_by = {one: finder.count(f'"{word}"') for one, word in question.words.items()}
    return spread(answering(ranked(finder, question, held_by, Wanted())))


def is_right(finder: Finder, found: Found, path: str, ranges: Sequence[Sequence[int]]) -> bool:
    """Whether a passage shares a line with those that are labelled."""
    if not isinstance(found.of, Row) or found.of.path != path:
        return False
    text = finder.text(found.of.no)
    first, last = (found.of.first_line + text.count("\n", 0, at) for at in (found.piece.start, found.piece.end))
    return any(first <= end and last >= start for start, end in ranges)


def hits(name: str, verbose: bool = False) -> tuple[int, int, int]:
    """How many questions of a set have an answer first, among the first three, and how many there are."""
    finder = finder_of(SETS[name])
    first = three = 0
    for asked, path, ranges in QUESTIONS[name]:
        found = answers(finder, asked)
        at = next((at for at, one in enumerate(found) if is_right(finder, one, path, ranges)), len(found))
        first += at == 0 and bool(found)
        three += at < min(3, len(found))
        if verbose and at >= min(3, len(found)):
            print(f"  missed: {asked}  ({path}; shown: {', '.join(one.of.path for one in found[:3]) or 'nothing'})")
    return first, three, len(QUESTIONS[name])


def silent(every: slice) -> tuple[int, int]:
    """Of the questions that nothing answers, how many get no passage, and how many there are."""
    finder = finder_of(SETS["til"])
    asked = QUESTIONS["none"][every]
    return sum(not answers(finder, one) for one in asked), len(asked)


def main() -> None:
    """Print the figures of both sets."""
    verbose = "-v" in sys.argv[1:]
    for name in SETS:
        first, three, total = hits(name, verbose)
        print(f"ask, {name}: a passage that answers first in {first} of {total}, among three in {three} of {total}")
    for name, every in (("chosen by", slice(0, None, 2)), ("held out", slice(1, None, 2))):
        quiet, total = silent(every)
        print(f"nothing answers ({name}): says so in {quiet} of {total}")


if __name__ == "__main__":
    main()
