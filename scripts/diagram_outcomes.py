"""What becomes of the diagrams and formulas of published posts: a Markdown table, one line for each source.

Takes the development corpus (argument or INKWRIGHT_CORPUS). Every Mermaid block must be drawn in both themes or have
its mistake located; every formula must become valid MathML and a picture, or have its mistake located. Prints the
table; with `--write` puts it between the marks of docs/guide/diagrams.md.
"""

import os
import sys
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import fromstring

from inkwright.lint.engine import check
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.source import DIALECTS, Source
from inkwright.render.diagrams.drawn import drawn
from inkwright.render.diagrams.picture import DrawingError, picture, png
from inkwright.render.math import math_html
from inkwright.text.diagrams import diagrams
from inkwright.text.markdown import parse

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide" / "diagrams.md"
MARKS = ("<!-- outcomes -->\n", "<!-- end of outcomes -->\n")
FAMILIES = ("posts", "sites", "notes", "vaults")
TEXTS = (".md", ".mdx", ".qmd", ".rmd", ".markdown")
COLUMNS = ("diagrams", "drawn", "with a located mistake", "formulas", "as MathML", "as a picture", "formula at fault")


def outcome(source: Path) -> Counter[str]:
    """How many diagrams and formulas of a folder ended in each way. Raises SystemExit for one that ended in none."""
    count: Counter[str] = Counter()
    for path in sorted(source.rglob("*")):
        if path.suffix.lower() in TEXTS and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            document = parse(Source(path.name, text, DIALECTS.get(path.suffix.lower(), "markdown")))
            context = Context(path=path.name)
            found = check(document, context, only=["broken-diagram", "broken-math"])
            lines = Counter((one.rule, document.position(one.span.start).line) for one in found)
            count += _diagrams(document, lines, path) + _formulas(document, lines, path)
    return count


def _diagrams(document: Document, lines: Counter[tuple[str, int]], path: Path) -> Counter[str]:
    count: Counter[str] = Counter()
    for one in diagrams(document):
        count["diagrams"] += 1
        made = drawn(one.kind, one.block.text, {})
        first, last = (document.position(at).line for at in (one.block.span.start, one.block.span.end))
        if made.light is not None and made.dark is not None:
            assert png(made.light) and png(made.dark, "dark")
            count["drawn"] += 1
        elif any(lines["broken-diagram", line] for line in range(first + 1, last)):
            count["with a located mistake"] += 1
        else:
            raise SystemExit(f"{path}:{first}: a diagram is neither drawn nor is its mistake located")
    return count


def _formulas(document: Document, lines: Counter[tuple[str, int]], path: Path) -> Counter[str]:
    count: Counter[str] = Counter()
    formulas = [(block.inner, block.span, True) for block in document.of_kind("math")]
    formulas += [(inline.inner, inline.span, inline.name == "display") for inline in document.inlines_of("math")]
    for inner, span, display in formulas:
        tex = document.slice(inner).strip()
        first, last = (document.position(at).line for at in span)
        count["formulas"] += 1
        html = math_html(tex, display)
        located = any(lines["broken-math", line] for line in range(first, last + 1))
        if html.startswith("<math"):
            fromstring(html)
            count["as MathML"] += 1
        elif not located and tex:
            raise SystemExit(f"{path}:{first}: a formula is neither shown nor is its mistake located")
        try:
            assert png(picture("math" if display else "inlinemath", tex))
            count["as a picture"] += 1
        except DrawingError:
            pass
        count["formula at fault"] += located
    return count


def table(corpus: Path) -> str:
    """The outcome of every source that has a diagram or a formula, and of all together."""
    sources = sorted(folder for family in FAMILIES for folder in (corpus / family).iterdir() if folder.is_dir())
    rows, total = [], Counter[str]()
    for folder in sources:
        count = outcome(folder)
        if count["diagrams"] or count["formulas"]:
            rows.append((f"{folder.parent.name}/{folder.name}", count))
            total += count
    rows.append(("together", total))
    lines = [("", *COLUMNS), ("---", *("--:" for _ in COLUMNS))]
    lines += [(name, *(str(count[column]) for column in COLUMNS)) for name, count in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> None:
    """Print the table, or put it into the guide."""
    given = [word for word in sys.argv[1:] if not word.startswith("--")]
    corpus = Path(given[0] if given else os.environ.get("INKWRIGHT_CORPUS", ROOT.parent / "shared" / "corpus"))
    made = table(corpus)
    print(made)
    if "--write" in sys.argv:
        text = GUIDE.read_text(encoding="utf-8")
        before, after = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
        GUIDE.write_text(text[:before] + "\n" + made + "\n" + text[after:], encoding="utf-8")


if __name__ == "__main__":
    main()
