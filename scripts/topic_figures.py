"""Print how well topics come out of piles of notes, and how long grouping takes.

    python scripts/topic_figures.py [piles] [speed] [known]

A pile is 12 notes of one folder of `notes/til` of the development corpus (INKWRIGHT_CORPUS) among 24 of other folders,
drawn by a seed; the folder's name is not shown. The pile comes out when one topic holds at least 10 of the 12 and at
most 2 strangers. Parameters were chosen on the seeds 2000 to 2399; measured are the seeds 0 to 19. `known` says, on the
seeds 1000 to 1199, how many piles could come out of the same vectors for one who knows the answer, folder by folder.
"""

import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from inkwright.model.topic import Member  # noqa: E402
from inkwright.notes.related import parts_of, surface_words  # noqa: E402
from inkwright.notes.subjects import subjects_of  # noqa: E402
from inkwright.notes.topics import Text, group, vectors_of  # noqa: E402
from inkwright.similar.vectors import cosine  # noqa: E402

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


def known(seeds: Iterable[int]) -> None:
    """Print of each folder how many piles come out of `group`, and how many hold when all notes are ordered by their
    cosine with the mean of the folder's other notes and the best place to cut is known too."""
    folders = notes()
    rows = defaultdict(list)
    for seed in seeds:
        folder, own, texts = pile(folders, seed)
        found = [{one.key for one in topic.members} for topic in group(texts)]
        rows[folder].append((any(_comes_out(keys, own) for keys in found), _could(own, texts)))
    rows["all"] = [one for row in rows.values() for one in row]
    for folder, row in rows.items():
        came, could = (sum(side) for side in zip(*row, strict=True))
        print(f"{folder:16} {len(row):3} piles, {came:3} came out, {could:3} could")


def _comes_out(keys: Collection[str], own: Collection[str]) -> bool:
    inside = sum(key in own for key in keys)
    return inside >= 10 and len(keys) - inside <= 2


def _could(own: Collection[str], texts: Sequence[Text]) -> bool:
    """Whether some first notes by their nearness to the rest of the folder would be a topic that holds."""
    vectors = {one.member.key: vector for one, vector in zip(texts, vectors_of(texts), strict=True)}
    near = {}
    for key, vector in vectors.items():
        mean: dict[str, float] = defaultdict(float)
        for other in own:
            for word, value in vectors[other].items() if other != key else ():
                mean[word] += value
        length = sum(value * value for value in mean.values()) ** 0.5
        near[key] = cosine(vector, {word: value / length for word, value in mean.items()})
    order = sorted(near, key=lambda key: -near[key])
    return any(_comes_out(order[:count], own) for count in range(10, 15))


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
    if not {"speed", "known"}.intersection(sys.argv[1:]) or "piles" in sys.argv[1:]:
        table = measured(range(20))
        for line in table:
            said = "yes" if holds(line) else "no"
            print(f"seed {line[0]:4}  {line[1]:16} {line[2]:2} of 12, {line[3]} strangers  {said}")
        print(f"{sum(map(holds, table))} of {len(table)} piles came out")
    if "known" in sys.argv[1:]:
        known(range(1000, 1200))
    if "speed" in sys.argv[1:]:
        speed()
