"""Mermaid without a browser: what is drawn, what is refused and at which line."""

import pytest

from inkwright.render.diagrams import mermaid
from inkwright.render.diagrams.picture import DrawingError, picture

SOUND = {
    "flow": "flowchart TD\n  A[Read] --> B(Write)\n  B --> A\n",
    "sequence": "sequenceDiagram\n  Reader->>Server: page\n  Server-->>Reader: html\n",
    "class": "classDiagram\n  class Post {\n    +title: str\n  }\n  Post <|-- Draft\n",
    "state": "stateDiagram-v2\n  [*] --> Draft\n  Draft --> Published\n",
    "er": "erDiagram\n  AUTHOR ||--o{ POST : writes\n",
    "gantt": "gantt\n  dateFormat YYYY-MM-DD\n  section Book\n  First part :a1, 2026-01-05, 10d\n",
    "pie": 'pie title Time\n  "Writing" : 60\n  "Editing" : 40\n',
    "git": "gitGraph\n  commit\n  branch fix\n  commit\n  checkout main\n  merge fix\n",
    "mind map": "mindmap\n  root((Post))\n    Code\n    Words\n",
    "timeline": "timeline\n  title Releases\n  2025 : first\n  2026 : second\n",
    "journey": "journey\n  title Day\n  section Desk\n    Write: 5: Me\n",
    "quadrant": "quadrantChart\n  x-axis Cheap --> Dear\n  y-axis Slow --> Fast\n  A: [0.3, 0.6]\n",
    "with its own settings": '%%{init: {"theme": "forest"}}%%\nflowchart LR\n  A --> B\n',
    "with a title of its own": "---\ntitle: Flow\n---\nflowchart LR\n  A --> B\n",
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_diagrams_are_drawn_without_html(name):
    assert mermaid.fault(SOUND[name]) is None
    drawn = picture("mermaid", SOUND[name])
    assert "<text" in drawn.svg
    assert "foreignObject" not in drawn.svg
    assert drawn.width > 20
    assert drawn.height > 20


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("", 1),
        ("A --> B\n", 1),
        ("%% a note\nA --> B\n", 2),
        ("flowchart LR\n  A --> B\n  B --> C[[[ x\n", 3),
        ("flowchart LR\n  A --> B\n  A -->\n", 3),
        ("sequenceDiagram\n  Reader->>Server: page\n  Reader Server\n", 3),
        ('pie\n  "Writing" 60\n', 2),
        ('flowchart LR\n  A --> B\n  B --> C["$$x^2$$"]\n', 3),
        ("flowchart LR\n  subgraph one\n  A --> B\n", 3),
    ],
)
def test_a_mistake_is_found_at_its_line(source, line):
    found = mermaid.fault(source)
    assert found is not None
    assert found.line == line
    assert found.message
    assert "\n" not in found.message


def test_words_on_an_arrow_hide_the_arrow():
    assert ".edgeLabel rect{opacity:1;" in mermaid.draw("flowchart LR\n  A -->|yes| B\n", "light")


def test_a_gantt_chart_does_not_show_what_day_it_is():
    assert "today" not in mermaid.draw(SOUND["gantt"], "light").split("</style>")[1]


def test_a_huge_diagram_is_refused_in_a_sentence():
    with pytest.raises(DrawingError) as told:
        picture("mermaid", "flowchart LR\n" + "  A --> B\n" * 20_000)
    assert "100,000" in str(told.value)


def test_many_boxes_end_as_a_picture_or_a_fault():
    many = "flowchart LR\n" + "".join(f"  N{i} --> N{i * 7 % 900}\n" for i in range(900))
    try:
        assert picture("mermaid", many).width
    except DrawingError as error:
        assert str(error)
