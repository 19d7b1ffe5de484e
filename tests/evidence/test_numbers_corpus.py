"""Every figure of the development corpus can be bound: it holds, goes stale with its data, and is mended in place."""

from pathlib import Path

import pytest

from inkwright.evidence.numbers import number_states
from inkwright.evidence.proposals import FIGURE
from inkwright.model.document import Document
from inkwright.model.finding import Edit
from inkwright.model.span import Span
from inkwright.text.edits import apply
from inkwright.text.figures import amount
from inkwright.text.markdown import parse_text
from inkwright.text.prose import passages

pytestmark = pytest.mark.corpus
SUFFIXES = frozenset({".md", ".mdx", ".markdown", ".qmd"})


def planted(document: Document) -> tuple[list[Edit], dict[str, float]]:
    """A mark behind every figure of the prose that says a number, and the data that they name."""
    edits: list[Edit] = []
    data: dict[str, float] = {}
    for passage in passages(document):
        for figure in FIGURE.finditer(passage.text):
            start, end = (at + passage.span.start for at in figure.span())
            digits = figure["digits"]
            zeros = digits[:1] == "0" and digits[1:2] not in ("", ".")
            if zeros or document.text[start:end] != figure[0] or len(digits) > 14 or digits.count(",") > 3:
                continue  # a time of day, markup inside, an id
            try:
                value = amount(digits)[0]
            except ValueError:
                continue
            sign = -1 if document.text[start - 1 : start] in ("-", "−") else 1
            unit = (figure["unit"] or "").strip()
            form = f"{figure['currency'] or ''}{',' if ',' in digits else ''}.{len(digits.partition('.')[2])}f {unit}"
            edits.append(Edit(Span(end, end), f"<!--=r.json#k{len(data)} {form.strip()}-->"))
            data[f"k{len(data)}"] = sign * value
    return edits, data


def test_every_figure_can_be_bound_goes_stale_and_is_mended(corpus: Path) -> None:
    bound = 0
    for path in sorted(path for path in corpus.rglob("*") if path.suffix in SUFFIXES and path.is_file()):
        document = parse_text(path.read_text(encoding="utf-8", errors="replace"), path.name)
        edits, data = planted(document)
        text = apply(document.text, edits)
        states = number_states(parse_text(text, path.name), lambda name, data=data: data)
        assert [(one.state, one.problem) for one in states] == [("holds", "")] * len(edits), path
        changed = {key: value * 1.37 + 2 for key, value in data.items()}
        states = number_states(parse_text(text, path.name), lambda name, changed=changed: changed)
        stale = [one for one in states if one.state == "stale"]
        mended = apply(text, [Edit(one.place, one.text) for one in stale])
        states = number_states(parse_text(mended, path.name), lambda name, changed=changed: changed)
        assert {one.state for one in states} <= {"holds"}, path
        bound += len(edits)
    assert bound > 3000
