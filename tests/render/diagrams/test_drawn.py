"""What was drawn is remembered; what nobody here wrote is not believed."""

import pytest

from inkwright.model.diagram import Drawn
from inkwright.render.diagrams import drawn as module
from inkwright.render.diagrams.drawn import drawn

FLOW = "flowchart LR\n  A --> B\n"


def test_a_source_is_drawn_once(monkeypatch):
    known: dict[str, str] = {}
    first = drawn("mermaid", FLOW, known)
    assert first.light is not None
    assert first.dark is not None
    assert first.light != first.dark
    monkeypatch.setattr(module, "picture", None)
    assert drawn("mermaid", FLOW, known) == first
    with pytest.raises(TypeError):
        drawn("mermaid", FLOW + "  B --> C\n", known)


def test_a_fault_is_remembered_too(monkeypatch):
    known: dict[str, str] = {}
    first = drawn("mermaid", "flowchart LR\n  A -->\n", known)
    assert first.light is None
    assert first.fault is not None
    assert first.fault.line == 2
    monkeypatch.setattr(module, "picture", None)
    assert drawn("mermaid", "flowchart LR\n  A -->\n", known) == first


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "{}", "[1, 2, 3]", "[[1], [2], null]", "[null, null, [1, 2, 3, 4, 5]]"]
)
def test_a_damaged_memory_is_drawn_over(text):
    known: dict[str, str] = {}
    first = drawn("mermaid", FLOW, known)
    (name,) = known
    known[name] = text
    assert drawn("mermaid", FLOW, known) == first


def test_a_kind_that_cannot_be_drawn_is_nothing():
    assert drawn("ditaa", FLOW, {}) == Drawn()
