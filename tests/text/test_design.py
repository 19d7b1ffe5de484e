"""What a post says about the parts of a design."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.design import blueprint_line, component_rows, flowcharts
from inkwright.text.markdown import parse_text


def nodes(code: str) -> list[str]:
    (chart,) = flowcharts(parse_text(f"```mermaid\n{code}\n```\n"))
    return [node.name for node in chart]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("flowchart LR\n a --> b", ["a", "b"]),
        ("graph TD\n a[Job queue] --> b(worker)", ["Job queue", "worker"]),
        ("graph TD; a-->b; b-->c", ["a", "b", "c"]),
        ("flowchart LR\n a[x] -->|one by one| b -- then --> c", ["x", "b", "c"]),
        ("flowchart LR\n a & b --> c & d", ["a", "b", "c", "d"]),
        ("flowchart LR\n a --> b{ok?}\n b -- yes --> c", ["a", "c"]),
        ("flowchart LR\n a[[sub]] --- b[(data base)] -.-> c((round)) ==> d([pill]) --> e{{hex}} --> f>flag]",
         ["sub", "data base", "round", "pill", "hex", "flag"]),
        ("flowchart LR\n a[\"quoted [text] <br/>here\"] --o b", ["quoted [text] here", "b"]),
        ("flowchart LR\n a@{ shape: cyl, label: \"the store\" } --> b", ["the store", "b"]),
        ("flowchart LR\n subgraph one[Group]\n  a --> b\n end\n style a fill:#fff\n classDef x color:red\n class a x\n"
         " click a \"https://x.org\"\n %% note --> z\n accTitle: Words --> more", ["a", "b"]),
        ("---\ntitle: x\n---\nflowchart LR\n a:::hot --> b", ["a", "b"]),
        ("flowchart LR\n a --> b\n b[Later named] --> c", ["a", "Later named", "c"]),
        ("flowchart LR\n my-app.v2 --> b ~~~ c <--> d", ["my-app.v2", "b", "c", "d"]),
    ],
)  # fmt: skip
def test_the_nodes_of_a_flowchart(code: str, names: list[str]) -> None:
    assert nodes(code) == names


@pytest.mark.parametrize("code", ["sequenceDiagram\n a->>b: hi", 'pie\n "a": 1', "gantt\n title x"])
def test_other_diagrams_have_no_parts(code: str) -> None:
    assert list(flowcharts(parse_text(f"```mermaid\n{code}\n```\n"))) == []


def test_a_node_stands_where_it_is_written() -> None:
    document = parse_text("Text.\n\n```mermaid\nflowchart LR\n  one[First] --> two\n```\n")
    ((first, second),) = flowcharts(document)
    assert (document.slice(first.span), document.slice(second.span)) == ("one", "two")
    assert document.position(second.span.start).line == 5


TABLE = "| Component | Role | Input |\n|---|---|---|\n| `job` **queue** | keeps | x |\n| worker | runs | y |\n"


def test_the_table_of_components() -> None:
    document = parse_text("| a | b |\n|---|---|\n| x | y |\n\n" + TABLE)
    rows = component_rows(document)
    assert [row.name for row in rows] == ["job queue", "worker"]
    assert document.slice(rows[1].span).strip() == "worker"


@pytest.mark.parametrize("head", ["| component | price |", "| part | role | price |", "| day | role | input |"])
def test_other_tables_are_none(head: str) -> None:
    columns = head.count("|") - 1
    assert component_rows(parse_text(f"{head}\n{'|---' * columns}|\n{'| x ' * columns}|\n")) == ()


def test_the_line_that_a_history_is_searched_for() -> None:
    assert blueprint_line(parse_text("![x](a.png)\n\n```mermaid title\ngraph LR\n```\n")) == "```mermaid title"
    marked = "![logo](l.png)\n\n## Plan\n<!-- section: blueprint -->\n\n![parts](plan.svg)\n"
    assert blueprint_line(parse_text(marked)) == "plan.svg"
    assert blueprint_line(parse_text("![x](a.png)\n")) == ""


@given(
    st.lists(
        st.sampled_from(
            ["a", "b1", "[x]", "(y", "{z}", "-->", "---", "|t|", "&", ";", "\n", " ", '"', "@{", "==", "subgraph "]
        )
    )
)
def test_any_flowchart_gives_nodes_inside_its_fence(parts: list[str]) -> None:
    text = "```mermaid\nflowchart LR\n" + "".join(parts) + "\n```\n"
    document = parse_text(text)
    for chart in flowcharts(document):
        for node in chart:
            assert node.name
            assert document.blocks[0].span.start < node.span.start <= node.span.end <= document.blocks[0].span.end
