"""Measure how often each rule fires on good published prose and write the figure into its page as `rate`.

The prose: the posts and the notes of the development corpus (INKWRIGHT_CORPUS). Findings per 1,000 words.
"""

import os
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from inkwright.flows.check import check  # noqa: E402
from inkwright.lint.page import RULES, page_names  # noqa: E402
from inkwright.lint.rule import write_table  # noqa: E402

CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", ROOT.parent / "shared" / "corpus"))
FOLDERS = ("posts", "notes/til")


def main() -> None:
    """Measure, write, and print what changed."""
    checked = [one for folder in FOLDERS for one in check([str(CORPUS / folder)], "2026-11-21", force=True)]
    words = sum(one.words for one in checked)
    counts = Counter(finding.rule for one in checked for finding in one.findings)
    print(f"{words:,} words in {len(checked)} files")
    for name, category in page_names().items():
        rate = round(1000 * counts[name] / words, 3)
        place = RULES / category / f"{name}.md"
        page = place.read_text(encoding="utf-8")
        renewed = re.sub(r"^rate: .*$", f"rate: {rate:g}", page, count=1, flags=re.M)
        if renewed != page:
            place.write_text(renewed, encoding="utf-8")
            print(f"{rate:8g}  {name}")
    write_table()


if __name__ == "__main__":
    main()
