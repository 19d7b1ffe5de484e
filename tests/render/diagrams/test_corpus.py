"""Every diagram and formula of published posts is shown, or its mistake has a place."""

import importlib.util
from pathlib import Path

import pytest

pytestmark = pytest.mark.corpus
SCRIPT = Path(__file__).resolve().parents[3] / "scripts" / "diagram_outcomes.py"


@pytest.mark.parametrize(
    ("source", "diagrams", "formulas"),
    [
        ("sites/hugo-blowfish-samples", 5, 3),
        ("sites/hugo-coder-example", 4, 2),
        ("posts/jekyll-scikit-learn", 0, 8),
        ("vaults/obsidian-export-cases", 0, 8),
    ],
)
def test_all_of_a_source_are_shown(corpus: Path, source: str, diagrams: int, formulas: int) -> None:
    specification = importlib.util.spec_from_file_location("diagram_outcomes", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    count = script.outcome(corpus / source)
    assert count["diagrams"] == count["drawn"] == diagrams
    assert count["formulas"] == count["as MathML"] == count["as a picture"] == formulas
