"""Prints what clipped pages keep: code blocks, tables and pictures of every built page below some folders.

python scripts/clip_figures.py public/ other/out
"""

import sys
from pathlib import Path

import lxml.html

from inkwright.model.source import Source
from inkwright.text.html_page import read_page
from inkwright.text.markdown import parse


def main(folders: list[str]) -> None:
    """Count over all pages that hold one article."""
    pages = blocks = same = tables = kept_tables = pictures = kept_pictures = 0
    parser = lxml.html.HTMLParser(encoding="utf-8")
    for path in sorted(file for folder in folders for file in Path(folder).rglob("*.html")):
        html = path.read_text("utf-8", "replace")
        articles = lxml.html.document_fromstring(html.encode() or b"<p>", parser=parser).xpath("//article")
        if len(articles) != 1:
            continue
        page = read_page(html, "https://example.org/")
        document = parse(Source("clip.md", page.text))
        code = {block.text.strip("\n") for block in document.of_kind("code")}
        wanted = [one.text_content().strip("\n") for one in articles[0].iter("pre")]
        wanted = [text.rstrip("\n") for text in wanted if text.strip()]
        pages += 1
        blocks += len(wanted)
        same += sum(text in code for text in wanted)
        tables += len(list(articles[0].iter("table")))
        kept_tables += len(document.of_kind("table"))
        pictures += len(list(articles[0].iter("img")))
        kept_pictures += min(page.text.count("!["), len(list(articles[0].iter("img"))))
    print(f"{pages} pages: code blocks kept word for word {same}/{blocks}, tables {kept_tables}/{tables}, "
          f"pictures {kept_pictures}/{pictures}")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
