"""Print how well topics come out of piles of notes, and how long grouping takes.

    python scripts/topic_figures.py [piles] [speed]

A pile is 12 notes of one folder of `notes/til` of the development corpus (INKWRIGHT_CORPUS) among 24 of other folders,
drawn by a seed; the folder's name is not shown. The pile comes out when one topic holds at least 10 of the 12 and at
most 2 strangers. Parameters were chosen on the seeds 1000 to 1039; measured are the seeds 0 to 19.
"""

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from inkwright.model.topic import Member  # noqa: E402
from inkwright.notes.related import parts_of, surface_words  # noqa: E402
from inkwright.notes.subjects import subjects_of  # noqa: E402
from inkwright.notes.topics import Text, group  # noqa: E402

CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", ROOT.parent / "shared" / "corpus"))


def notes() -> dict[str, list[Text]]:
    """The notes by their folder, in the order of their paths; their keys do not show the folder."""
    found: dict[str, list[Text]] = {}
    for no, path in enumerate(sorted((CORPUS / "notes" / "til").rglob("*.md"))):
        text = path.read_text(encoding="utf-8")
        title = next((line[2:] for line in text.splitlines() if line.startswith("# ")), path.stem)
        member = Member(f"{no:03}", f"{no:03}", 1, title, "note")
        found.setdefault(path.parent.name, []).append(
            Text(member, parts_of((title,), text), surface_words(f"{title} {text}"), subjects_of(title, text))
        )
    return found


def pile(folders: dict[str, list[Text]], seed: int) -> tuple[str, set[str], list[Text]]:
    """The folder drawn, the keys of its 12 notes, and the 36 notes in a drawn order."""
    draw = random.Random(seed)
    folder = draw.choice(sorted(name for name, own in folders.items() if len(own) >= 12))
    own = draw.sample(folders[folder], 12)
    others = draw.sample([one for name, rest in sorted(folders.items()) if name != folder for one in rest], 24)
    mixed = [*own, *others]
    draw.shuffle(mixed)
    return folder, {one.member.key for one in own}, mixed


def measured(seeds: Iterable[int]) -> list[tuple[int, str, int, int]]:
    """For each seed its folder, how many of the 12 the best topic holds, and how many strangers."""
    folders = notes()
    rows = []
    for seed in seeds:
        folder, own, texts = pile(folders, seed)
        best = (0, 0)
        for topic in group(texts):
            keys = {one.key for one in topic.members}
            best = max(best, (len(keys & own), -len(keys - own)))
        rows.append((seed, folder, best[0], -best[1]))
    return rows


def holds(row: tuple[int, str, int, int]) -> bool:
    """Whether a pile came out."""
    return row[2] >= 10 and row[3] <= 2


def speed() -> None:
    """Seconds to group the corpus's notes repeated with words of their own."""
    base = [one for own in notes().values() for one in own]
    for size in (1000, 10000):
        texts = []
        for no in range(size):
            one, round_ = base[no % len(base)], no // len(base)
            own = Counter(
                {(word if at % 3 else f"{word}{round_}"): n for at, (word, n) in enumerate(one.parts.prose.items())}
            )
            parts = type(one.parts)(one.parts.title, own, one.parts.code, one.parts.pointers)
            texts.append(Text(Member(str(no), str(no), 1, one.member.title, "note"), parts, one.words, one.subjects))
        start = time.perf_counter()
        found = group(texts)
        print(f"{size} notes: {time.perf_counter() - start:.1f} s, {len(found)} topics")


if __name__ == "__main__":
    if "speed" not in sys.argv[1:] or "piles" in sys.argv[1:]:
        table = measured(range(20))
        for line in table:
            said = "yes" if holds(line) else "no"
            print(f"seed {line[0]:4}  {line[1]:16} {line[2]:2} of 12, {line[3]} strangers  {said}")
        print(f"{sum(map(holds, table))} of {len(table)} piles came out")
    if "speed" in sys.argv[1:]:
        speed()
