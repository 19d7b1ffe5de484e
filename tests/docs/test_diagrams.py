"""The guide to diagrams: its example is drawn, what it names exists."""

import importlib
import re
from pathlib import Path

from inkwright.lint.rule import table
from inkwright.render.diagrams.picture import picture
from inkwright.text.diagrams import diagrams
from inkwright.text.markdown import parse_text

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "diagrams.md").read_text(encoding="utf-8")


def test_the_example_is_drawn_and_described() -> None:
    example = re.search(r"````markdown\n(.*?)````", GUIDE, re.S)
    assert example is not None
    (one,) = diagrams(parse_text(example[1]))
    assert one.alt == "A reader asks the index, which answers from the cache"
    assert picture(one.kind, one.block.text).width > 100


def test_what_is_named_exists() -> None:
    module = importlib.import_module("inkwright.render.diagrams.picture")
    calls = re.findall(r"^\| `(\w+)\(", GUIDE, re.M)
    assert calls
    assert all(hasattr(module, name) for name in calls)
    rules = {name for name in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", GUIDE) if name != "fig-alt"}
    assert rules >= {"broken-diagram", "stale-export", "missing-export", "broken-math", "missing-diagram-alt"}
    assert rules <= table().rules.keys()
