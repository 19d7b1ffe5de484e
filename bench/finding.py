"""Search and the index over thousands of notes, made of the demo's own sentences."""

import random
import statistics
import time
from pathlib import Path

import corpus
from inkwright.flows.finding import opened_finder
from inkwright.flows.related import Subject, related
from inkwright.flows.search import found_in
from inkwright.model.found import Wanted
from inkwright.notes.search import parse_query
from inkwright.workspace.folder import open_workspace

ASKED = 200


def notes(root: Path, count: int) -> list[str]:
    """A workspace of that many notes of 40 to 200 words; the words to ask by."""
    rng = random.Random(7)
    pool = corpus.sentences()
    (root / "notes").mkdir(parents=True)
    (root / "inkwright.toml").touch()
    words = sorted({word.strip(".,;:?!()").lower() for sentence in pool for word in sentence.split()} - {""})
    made = [f"{rng.choice(words)}{no % 997}" for no in range(count // 10)]
    for no in range(count):
        body = [*rng.sample(pool, rng.randint(3, 10)), rng.choice(made)]
        text = f"# {' '.join(rng.sample(words, 4))}\n\n{' '.join(body)}\n"
        (root / "notes" / f"note-{no}.md").write_text(text, encoding="utf-8")
    return words


def finding(count: int, bar: str, folder: Path) -> list[tuple[str, str, str]]:
    """Index cold and warm, then the seconds of searches of one to four words."""
    root = folder / f"finding-{count}"
    words = notes(root, count)
    workspace = open_workspace(root)
    began = time.process_time()
    with opened_finder(workspace):
        cold = time.process_time() - began
    began = time.process_time()
    (root / "notes" / "note-1.md").write_text("# Changed\n", encoding="utf-8")
    with opened_finder(workspace) as finder:
        warm = time.process_time() - began
        rng = random.Random(8)
        times = []
        for _ in range(ASKED):
            typed = " ".join(rng.sample(words, rng.randint(1, 4)))
            began = time.process_time()
            found_in(finder, parse_query(typed), Wanted(), 10)
            times.append((time.process_time() - began) * 1000)
        began = time.process_time()
        row = finder.files()[0]
        related(finder, Subject(row.path, row.id, finder.names(row.no), finder.text(row.no)), 10)
        near = (time.process_time() - began) * 1000
    half, most = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    return [
        (f"index {count:,} notes, cold", f"{cold:.1f} s CPU", "<= 4 s (10,000)"),
        ("  one changed note", f"{warm * 1000:.0f} ms CPU", "<= 50 ms (10,000)"),
        (f"search, {count:,} notes, {ASKED} queries", f"p50 {half:.1f} ms, p95 {most:.1f} ms CPU", bar),
        ("  related, one note", f"{near:.0f} ms CPU", "none set"),
    ]
