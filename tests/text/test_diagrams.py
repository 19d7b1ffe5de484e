"""Diagrams of a document and what each says of itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.text.diagrams import caption, diagrams, drawing_files, export_names, kind_of, kind_of_file, own_alt
from inkwright.text.markdown import parse_text


def only(text: str, path: str = "post.md"):
    (one,) = diagrams(parse_text(text, path))
    return one


@pytest.mark.parametrize(
    ("text", "alt"),
    [
        ("```mermaid\nflowchart LR\n```\n", ""),
        ('```mermaid alt="Two  parts"\nflowchart LR\n```\n', "Two parts"),
        ("```{.mermaid alt='Two parts'}\nflowchart LR\n```\n", "Two parts"),
        ("```mermaid\nflowchart LR\n  accTitle: Two parts\n```\n", "Two parts"),
        ("```mermaid\nflowchart LR\n  accDescr: Two parts\n```\n", "Two parts"),
        ("```mermaid\npie\n  accTitle: Cost\n  accDescr {\n    Half is\n    disk.\n  }\n```\n", "Cost. Half is disk."),
        ("```mermaid\npie\n  accTitle: Cost!\n  accDescr: Half.\n```\n", "Cost! Half."),
        ("```mermaid\nflowchart LR\n```\n\n*Two parts*\n", "Two parts"),
        ("```mermaid\nflowchart LR\n```\n\n_Two `parts`_\n", "Two parts"),
        ("```mermaid\nflowchart LR\n```\n\nFigure 1: two parts\n", "Figure 1: two parts"),
        ("```mermaid\nflowchart LR\n```\n\nFigures help.\n", ""),
        ("```mermaid\nflowchart LR\n```\n\n*Two* parts\n", ""),
        ('```mermaid alt=""\nflowchart LR\n```\n\n*Two parts*\n', "Two parts"),
        ("> ```mermaid\n> flowchart LR\n> ```\n>\n> *Two parts*\n", "Two parts"),
        ("{{< mermaid >}}\nflowchart LR\n{{< /mermaid >}}\n\n*Two parts*\n", "Two parts"),
    ],
)
def test_where_a_description_is_found(text, alt):
    assert only(text).alt == alt


def test_options_of_a_quarto_cell():
    assert only('```{mermaid}\n%%| fig-alt: "Two parts"\nflowchart LR\n```\n', "post.qmd").alt == "Two parts"


def test_a_diagram_in_raw_html_stands_where_it_stands():
    text = (
        "Text.\n\n<div>\n{{< mermaid >}}\npie\n  accTitle: Cost\n{{< /mermaid >}}\n</div>\n\n```mermaid\ngantt\n```\n"
    )
    document = parse_text(text)
    first, second = diagrams(document)
    assert (first.kind, first.alt, first.block.text) == ("mermaid", "Cost", "pie\n  accTitle: Cost\n")
    assert document.slice(first.block.span).startswith("{{< mermaid >}}\npie")
    assert document.slice(first.block.span).endswith("{{< /mermaid >}}")
    assert second.block.text == "gantt\n"


def test_files_of_drawing_programs():
    assert kind_of_file("a/B.Excalidraw") == kind_of_file("a.excalidraw.md") == "excalidraw"
    assert kind_of_file("a.drawio") == kind_of_file("a.dio") == "drawio"
    assert kind_of_file("a.drawio.svg") == kind_of_file("a.md") == kind_of_file("") == ""
    text = "![A](a.excalidraw) ![B](b.png)\n\n![[c.excalidraw]]\n\n[d](d.drawio) ![E](https://x.org/e.drawio)\n"
    document = parse_text(text)
    found = drawing_files(document)
    assert [one.target for one in found] == ["a.excalidraw", "c.excalidraw"]
    assert [document.slice(one.span) for one in found] == ["![A](a.excalidraw)", "![[c.excalidraw]]"]


def test_names_of_exports():
    names = export_names("p/a.excalidraw.md")
    assert names[:3] == ("p/a.excalidraw.svg", "p/a.excalidraw.light.svg", "p/a.excalidraw.png")
    assert "p/a.svg" in names
    assert "p/a.drawio.svg" in export_names("p/a.drawio")


def test_code_and_output_are_no_diagrams():
    text = "```python\nmermaid\n```\n\n```mermaid output\nx\n```\n\n    mermaid\n"
    document = parse_text(text)
    assert diagrams(document) == []
    assert [kind_of(block) for block in document.of_kind("code")] == ["", "", ""]
    assert caption(None) == ""


def test_all_of_them_in_reading_order():
    text = "> ```mermaid\n> pie\n> ```\n\n```mermaid\ngantt\n```\n\n- a\n\n  ```mermaid\n  flowchart LR\n  ```\n"
    assert [one.block.text.split()[0] for one in diagrams(parse_text(text))] == ["pie", "gantt", "flowchart"]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="acDescrTitl:{}\n \"'=%|-`", max_size=80))
def test_any_source_has_one_line_of_description(source):
    for one in diagrams(parse_text(f"````mermaid\n{source}\n````\n\n*x*\n")):
        assert "\n" not in own_alt(one.block)
        assert one.alt == one.alt.strip()
