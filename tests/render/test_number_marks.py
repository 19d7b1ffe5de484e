"""Marks that bind a figure to data are the author's own: no target shows one, wherever the figure stands."""

import pytest

from inkwright.render.html import RenderOptions, render
from inkwright.render.plain import summary
from inkwright.text.anchors import anchors
from inkwright.text.markdown import parse_text
from inkwright.text.marks import bound_numbers
from inkwright.text.prose import passages, word_count
from inkwright.text.unmarked import unmarked

PLACES = [
    "It took 45 ms@.", "It took 45 ms@\n\nand so on", "# Of 45 ms@", "Of 45 ms@\n=====", "## 45 ms@ {#own}",
    "![took 45 ms@](x.png)", '![alt](x.png "took 45 ms@")', '[a](/u "for 45 ms@")', "[45 ms@](/u)",
    '<figure>\n<img src="x.png" alt="a">\n<figcaption>took 45 ms@</figcaption>\n</figure>',
    '<img src="x.png" alt="took 45 ms@">', '{{< figure src="x.png" caption="took 45 ms@" >}}',
    "> [!NOTE] Took 45 ms@\n> x", "> [!NOTE]\n> 45 ms@", "> 45 ms@", "- 45 ms@\n  - 45 ms@", "t[^1]\n\n[^1]: 45 ms@",
    "t^[took 45 ms@]", "| a |\n|---|\n| 45 ms@ |", "| 45 ms@ |\n|---|\n| b |", "**45 ms**@", "~~45 ms@~~",
    "term\n: 45 ms@", "$x = 1$, 45 ms@", "==45 ms==@", "::: note\n45 ms@\n:::", "[[note|45 ms@]]",
    "<details><summary>took 45 ms@</summary>\n\n45 ms@\n\n</details>", "*A caption: 45 ms@*",
]  # fmt: skip
MARKS = ["<!--=c4n4ry.json#c4n4ry .0f ms-->", "<!-- =c4n4ry.json#c4n4ry -->", "{/*=c4n4ry.json#c4n4ry .0f ms*/}"]
OVER_LINES = "took 45 ms<!--=c4n4ry.json#c4n4ry\n.0f ms--> then"


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.qmd"])
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", PLACES)
def test_no_target_shows_a_mark(place: str, mark: str, path: str) -> None:
    text = place.replace("@", mark)
    document = parse_text(text, path)
    assert bound_numbers(document)
    html = render(document, RenderOptions())
    shown = [html, summary(document), *(anchor for _, anchor in anchors(document))]
    shown += [passage.text for passage in passages(document)]
    shown += [block.plain() for block in document.all_blocks if block.kind == "heading"]
    assert [one for one in shown if "c4n4ry" in one] == []
    assert "45 ms" in html or "<strong>45 ms</strong>" in html or "[[" in place


def test_a_mark_over_two_lines() -> None:
    document = parse_text(OVER_LINES)
    assert render(document, RenderOptions()) == "<p>took 45 ms then</p>\n"


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_counts_no_words(mark: str) -> None:
    assert word_count(parse_text(f"It took 45 ms{mark} here.\n")) == 5


def test_marks_shown_as_code_stay() -> None:
    html = render(parse_text(f"`{MARKS[0]}`\n\n```\n{MARKS[0]}\n```\n"), RenderOptions())
    assert html.count("c4n4ry.json") == 2


def test_other_comments_in_a_text_stay() -> None:
    assert unmarked("a<!-- b -->c{/* d */}") == "a<!-- b -->c{/* d */}"
    assert unmarked("a<!--= b -->c{/* plan d */}<!-- section: x -->") == "ac"
