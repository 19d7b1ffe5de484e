"""Search, topics and the index over thousands of notes, made of the demo's own sentences."""

import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import corpus
import measure
from inkwright.flows import ask_rank
from inkwright.flows.finding import opened_finder
from inkwright.flows.index import index_workspace
from inkwright.flows.related import Subject, related
from inkwright.flows.search import found_in
from inkwright.model.found import Wanted
from inkwright.notes.ask import parse_question
from inkwright.notes.search import parse_query
from inkwright.workspace.finder import Finder
from inkwright.workspace.folder import Workspace, open_workspace

INKWRIGHT = [sys.executable, "-m", "inkwright"]
ANSWERED = 20
ASKED = 200
RENEWED = 9
Row = tuple[str, str, str]


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


def finding(count: int, bar: str, folder: Path) -> list[Row]:
    """The index cold and after changes, then the seconds of searches of one to four words, then topics."""
    root = folder / f"finding-{count}"
    words = notes(root, count)
    cold = measure.run([*INKWRIGHT, "index"], root)
    workspace = open_workspace(root)
    rng = random.Random(8)
    asked = [parse_query(" ".join(rng.sample(words, rng.randint(1, 4)))) for _ in range(ASKED)]
    with opened_finder(workspace) as finder:
        times = [_spent(partial(found_in, finder, query, Wanted(), 10)) for query in asked]
        row = finder.files()[0]
        subject = Subject(row.path, row.id, finder.names(row.no), finder.text(row.no))
        near = _spent(lambda: related(finder, subject, 10))
        answers = [_spent(partial(_asked, finder, f"why {' '.join(rng.sample(words, 3))}?")) for _ in range(ANSWERED)]
    most = statistics.quantiles(times, n=20)[-1]
    return [
        (f"index {count:,} notes, cold process", f"{cold.cpu:.1f} s CPU, {cold.memory:.0f} MB", "<= 4 s (10,000)"),
        *_renewed(workspace, root / "notes"),
        (
            f"search, {count:,} notes, {ASKED} queries",
            f"p50 {statistics.median(times):.1f} ms, p95 {most:.1f} ms CPU",
            bar,
        ),
        ("  related, one note", f"{near:.0f} ms CPU", "none set"),
        (f"  ask, {ANSWERED} questions", f"p50 {statistics.median(answers):.0f} ms CPU", "none set"),
    ]


def _asked(finder: Finder, typed: str) -> None:
    """The passages that answer a question, ranked."""
    question = parse_question(typed)
    held_by = {one: finder.count(f'"{word}"') for one, word in question.words.items()}
    ask_rank.ranked(finder, question, held_by, Wanted())


def _renewed(workspace: Workspace, folder: Path) -> list[Row]:
    """The index after one note was changed in place, replaced, or added: median and least of all times."""

    def change(no: int) -> None:
        (folder / "note-1.md").write_text(f"# Changed {no}\n", encoding="utf-8")

    def put(no: int) -> None:
        workspace.write("notes/note-2.md", f"# Replaced {no}\n")

    def add(no: int) -> None:
        (folder / f"new-{no}.md").write_text(f"# New {no}\n", encoding="utf-8")

    rows = []
    for what, act in (("one changed note", change), ("one note replaced", put), ("one new note", add)):
        times = []
        for no in range(RENEWED):
            act(no)
            times.append(_spent(lambda: index_workspace(workspace)))
        rows.append(
            (f"  {what}", f"{statistics.median(times):.0f} ms CPU, least {min(times):.0f}", "<= 50 ms (10,000)")
        )
    return rows


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds of the processor for one piece of work."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def topics(count: int, bar: str, folder: Path) -> list[Row]:
    """`topics` over so many notes, index and all, as a process of its own."""
    root = folder / f"topics-{count}"
    notes(root, count)
    cost = measure.run([*INKWRIGHT, "topics"], root)
    return [(f"topics, {count:,} notes, cold process", f"{cost.cpu:.1f} s CPU, {cost.memory:.0f} MB", bar)]
