"""The measurements of this post: writes results.json. Needs Python 3.11 or later; takes about a minute.

Every timing is the median of REPEATS runs on fresh files in a temporary folder.
"""

import datetime
import json
import multiprocessing
import os
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROWS, DURABLE_ROWS, REPEATS, WRITERS = 50_000, 500, 5, 4
SCHEMA = "CREATE TABLE run (id INTEGER PRIMARY KEY, model TEXT, task TEXT, score REAL, body TEXT)"
INSERT = "INSERT INTO run (model, task, score, body) VALUES (:model, :task, :score, :body)"


def records(count, seed=7) -> Iterator[dict[str, object]]:
    """Made-up evaluation records of about 270 bytes: 4 models, 25 tasks, an answer of 40 words."""
    rng = random.Random(seed)
    words = "the parcel was left with a neighbour at number twelve because nobody came to the door".split()
    for _ in range(count):
        yield {
            "model": f"m{rng.randrange(4)}",
            "task": f"t{rng.randrange(25):02}",
            "score": round(rng.random(), 3),
            "body": " ".join(rng.choices(words, k=40)),
        }


def database(path, index=False) -> sqlite3.Connection:
    """A new database in write-ahead mode, with the index of the question if asked for."""
    connection = sqlite3.connect(path, timeout=30)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(SCHEMA)
    if index:
        connection.execute("CREATE INDEX by_task ON run (model, task, score)")
    connection.commit()
    return connection


def bulk_jsonl(folder, rows) -> None:
    """Write all rows to one file, without waiting for the disk."""
    with open(folder / "bulk.jsonl", "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row) + "\n")


def bulk_sqlite(folder, rows) -> None:
    """Write all rows in one transaction."""
    connection = database(folder / "bulk.db", index=True)
    with connection:
        connection.executemany(INSERT, rows)
    connection.close()


def durable_jsonl(folder, rows) -> None:
    """Write each row and wait until it is on the disk."""
    with open(folder / "durable.jsonl", "a", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row) + "\n")
            out.flush()
            os.fsync(out.fileno())


def durable_sqlite(folder, rows) -> None:
    """Write each row in a transaction of its own that waits for the disk."""
    connection = database(folder / "durable.db")
    connection.execute("PRAGMA synchronous = FULL")
    for row in rows:
        with connection:
            connection.execute(INSERT, row)
    connection.close()


def question_jsonl(folder) -> int:
    """Count the low scores of one model on one task by reading every line."""
    with open(folder / "bulk.jsonl", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return sum(1 for row in rows if row["model"] == "m2" and row["task"] == "t07" and row["score"] < 0.5)


def question_sqlite(folder) -> int:
    """The same count, asked of the database."""
    connection = sqlite3.connect(folder / "bulk.db")
    query = "SELECT count(*) FROM run WHERE model = 'm2' AND task = 't07' AND score < 0.5"
    (count,) = connection.execute(query).fetchone()
    connection.close()
    return count


def dump_writer(path, seed) -> None:
    """json.dump hands the file many small pieces, so a full buffer may end in the middle of a line."""
    with open(path, "a", encoding="utf-8") as out:
        for row in records(2_000, seed):
            json.dump(row, out)
            out.write("\n")


def dumps_writer(path, seed) -> None:
    """json.dumps hands the file one piece a line; Python's text buffer happens to keep such pieces whole."""
    with open(path, "a", encoding="utf-8") as out:
        for row in records(2_000, seed):
            out.write(json.dumps(row) + "\n")


def careful_writer(path, seed) -> None:
    """One system call a line on a file opened for appending."""
    handle = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY)
    for row in records(2_000, seed):
        os.write(handle, (json.dumps(row) + "\n").encode())
    os.close(handle)


def sqlite_writer(path, seed) -> None:
    """One transaction a record, waiting for the others up to 30 seconds."""
    connection = sqlite3.connect(path, timeout=30)
    for row in records(2_000, seed):
        with connection:
            connection.execute(INSERT, row)
    connection.close()


def together(writer, path) -> None:
    """Let all writers write into one file at the same time."""
    jobs = [multiprocessing.Process(target=writer, args=(path, seed)) for seed in range(WRITERS)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()


def broken_lines(path) -> int:
    """How many lines of a file are no JSON."""
    broken = 0
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        try:
            json.loads(line)
        except ValueError:
            broken += 1
    return broken


def timed(function, *arguments) -> float:
    """What a call takes, in milliseconds."""
    began = time.perf_counter()
    function(*arguments)
    return (time.perf_counter() - began) * 1000


def one_run(folder) -> tuple[dict[str, float], dict[str, int], dict[str, int]]:
    """Everything once in an empty folder: times, sizes in bytes, and what was torn or lost."""
    rows, few = list(records(ROWS)), list(records(DURABLE_ROWS))
    taken = {
        "bulk_jsonl": timed(bulk_jsonl, folder, rows),
        "bulk_sqlite": timed(bulk_sqlite, folder, rows),
        "durable_jsonl": timed(durable_jsonl, folder, few),
        "durable_sqlite": timed(durable_sqlite, folder, few),
        "question_jsonl": timed(question_jsonl, folder),
        "question_sqlite": timed(question_sqlite, folder),
    }
    assert question_jsonl(folder) == question_sqlite(folder)
    sizes = {"jsonl": (folder / "bulk.jsonl").stat().st_size, "sqlite": (folder / "bulk.db").stat().st_size}
    for writer in (dump_writer, dumps_writer):
        together(writer, folder / f"{writer.__name__}.jsonl")
    taken["together_jsonl"] = timed(together, careful_writer, folder / "careful_writer.jsonl")
    database(folder / "shared.db").close()
    taken["together_sqlite"] = timed(together, sqlite_writer, folder / "shared.db")
    (kept,) = sqlite3.connect(folder / "shared.db").execute("SELECT count(*) FROM run").fetchone()
    torn = {
        "dump": broken_lines(folder / "dump_writer.jsonl"),
        "dumps": broken_lines(folder / "dumps_writer.jsonl"),
        "one_call": broken_lines(folder / "careful_writer.jsonl"),
        "sqlite_rows_lost": WRITERS * 2_000 - kept,
    }
    return taken, sizes, torn


def main() -> None:
    """Repeat the run, keep medians and spread, and write results.json."""
    runs = []
    for _ in range(REPEATS):
        with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
            runs.append(one_run(Path(name)))
    results = {
        "facts": {
            "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, virtual machine",
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            "date": datetime.date.today().isoformat(),
            "n": REPEATS,
            "rows": ROWS,
            "durable_rows": DURABLE_ROWS,
        },
        "ms": {}, "spread_ms": {},
        "mb": {name: round(size / 1e6, 1) for name, size in runs[0][1].items()},
        "torn": {name: [run[2][name] for run in runs] for name in runs[0][2]},
    }
    results["torn_median"] = {name: statistics.median(counts) for name, counts in results["torn"].items()}
    for name in runs[0][0]:
        values = [run[0][name] for run in runs]
        results["ms"][name] = round(statistics.median(values), 2)
        results["spread_ms"][name] = [round(min(values), 2), round(max(values), 2)]
    results["per_row_ms"] = {
        name: round(results["ms"][f"durable_{name}"] / DURABLE_ROWS, 3) for name in ("jsonl", "sqlite")
    }
    Path(__file__).with_name("results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
