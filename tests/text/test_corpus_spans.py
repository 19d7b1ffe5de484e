"""Every Markdown file of the development corpus: spans hold, and nothing of a file is lost from sight."""

from pathlib import Path

import pytest

from inkwright.text.markdown import parse_text
from inkwright.text.prose import word_count

pytestmark = pytest.mark.corpus
SUFFIXES = frozenset({".md", ".mdx", ".markdown", ".qmd", ".rmd"})


def files(corpus: Path) -> list[Path]:
    return sorted(path for path in corpus.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def test_spans_hold_in_every_file(corpus, breaches):
    found = files(corpus)
    assert len(found) > 900
    for path in found:
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            text = file.read()
        document = parse_text(text, path.name)
        assert breaches(document) == [], path
        seen = [False] * len(text)
        for start, end in (document.front_matter.span, *(block.span for block in document.blocks)):
            seen[start:end] = [True] * (end - start)
        left = "".join(char for char, shown in zip(text, seen, strict=True) if not shown)
        assert not left.strip("\ufeff \t\r\n>{}:-*+_\f\u200b\u00a0") or len(left.split()) < 6, (path, left.split()[:8])


def test_prose_is_found_in_every_folder(corpus):
    for folder in sorted(path for path in corpus.glob("*/*") if path.is_dir()):
        found = [path for path in files(folder) if not path.name.startswith("_")]
        words = 0
        for path in found:
            words += word_count(parse_text(path.read_text(encoding="utf-8", errors="replace"), path.name))
        assert words > 5 * len(found) or not found, folder
