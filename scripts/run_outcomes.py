"""What `inkwright run` makes of published posts: a Markdown table of verified snippets and causes of failure.

Takes the development corpus (argument or INKWRIGHT_CORPUS). Each source is copied into a workspace of its own; its
Python runs in a fresh environment with no packages, so that the table does not depend on what is installed here.
Prints the table; with `--write` puts it between the marks of docs/guide/evidence.md.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide" / "evidence.md"
MARKS = ("<!-- outcomes -->\n", "<!-- end of outcomes -->\n")
SOURCES = (
    ("great-tables (Quarto)", "posts/quarto-great-tables", 0),
    ("fastpages (Jekyll)", "posts/jekyll-fastpages", 0),
    ("TIL notes with Python, the first 50", "notes/til", 50),
)
TEXTS = (".md", ".qmd", ".mdx")


def chosen(source: Path, most: int) -> list[Path]:
    """The texts of a source, sorted; with a number only those with a Python fence, and no more than so many."""
    texts = sorted(path for path in source.rglob("*") if path.suffix in TEXTS)
    if not most:
        return texts
    marks = ("```python", "```py\n", "```pycon")
    return [path for path in texts if any(mark in path.read_text(encoding="utf-8") for mark in marks)][:most]


def outcome(source: Path, most: int) -> tuple[int, Counter[tuple[str, str]]]:
    """Posts with Python that ran, and how many of their Python snippets ended in each state and cause."""
    with tempfile.TemporaryDirectory(prefix="inkwright-outcomes-") as folder:
        blog = Path(folder, "blog")
        shutil.copytree(source, blog)
        (blog / "inkwright.toml").write_text('posts = ["**"]\n[run]\ntimeout = 20\n', encoding="utf-8")
        names = [str(blog / path.relative_to(source)) for path in chosen(source, most)]
        command = [sys.executable, "-m", "inkwright", "run", "--isolated", "--format", "json", *names]
        done = subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)
        if done.returncode > 1 or "Traceback" in done.stderr:
            raise SystemExit(f"run did not end well on {source}:\n{done.stderr}")
        posts = json.loads(done.stdout)["posts"]
    errors = [post["error"] for post in posts if post["error"]]
    if errors:
        raise SystemExit(f"posts that could not be run in {source}: {errors}")
    found = [[one for one in post["snippets"] if one["language"] == "python"] for post in posts]
    count = Counter((one["state"], one["cause"]) for snippets in found for one in snippets)
    if any(state == "failed" and not cause for state, cause in count):
        raise SystemExit(f"a failure without a cause in {source}")
    return sum(map(bool, found)), count


def table(corpus: Path) -> str:
    """The outcome of all sources, one line for each state or cause that occurs."""
    found = [(label, *outcome(corpus / folder, most)) for label, folder, most in SOURCES]
    rows = [("posts with Python", *(posts for _, posts, _ in found))]
    rows.append(("Python snippets", *(sum(count.values()) for _, _, count in found)))
    rows.append(("verified", *(count[("verified", "")] for _, _, count in found)))
    rows.append(("not to run, with a reason", *(count[("skipped", "")] for _, _, count in found)))
    causes = Counter[str]()
    for _, _, count in found:
        causes.update({cause: n for (state, cause), n in count.items() if state == "failed"})
    rows += [(cause, *(count[("failed", cause)] for _, _, count in found)) for cause, _ in causes.most_common()]
    lines = [("", *(label for label, _, _ in found)), ("---", *("--:" for _ in found)), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def main() -> None:
    """Print the table, or put it into the guide."""
    write = "--write" in sys.argv
    given = [word for word in sys.argv[1:] if not word.startswith("--")]
    corpus = Path(given[0] if given else os.environ.get("INKWRIGHT_CORPUS", ROOT.parent / "shared" / "corpus"))
    made = table(corpus)
    print(made)
    if write:
        text = GUIDE.read_text(encoding="utf-8")
        before, after = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
        GUIDE.write_text(text[:before] + "\n" + made + "\n" + text[after:], encoding="utf-8")


if __name__ == "__main__":
    main()
