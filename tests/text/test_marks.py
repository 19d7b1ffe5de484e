import pytest

from inkwright.text.markdown import parse_text
from inkwright.text.marks import bound_numbers, marks, marks_of

TEXT = """---
a: <!-- plan -->
---
# T
<!-- section: results 200-300 -->

`<!-- plan -->` and <!-- a comment -->

    <!-- plan indented -->

It took 45 ms<!--=results.json#int8.p50 .1f ms--> here. {/* inkwright: allow x */}
"""


def test_marks_outside_code_and_front_matter():
    document = parse_text(TEXT)
    assert [(mark.kind, mark.text) for mark in marks(document)] == [
        ("section", "section: results 200-300"),
        ("number", "=results.json#int8.p50 .1f ms"),
        ("suppression", "inkwright: allow x"),
    ]
    assert [document.slice(mark.span) for mark in marks_of(document, "section")] == [
        "<!-- section: results 200-300 -->"
    ]
    assert marks(document) is marks(document)


@pytest.mark.parametrize(
    ("text", "figure", "rest"),
    [
        ("took 45 ms<!--=r.json#a.b .1f ms-->.", "45 ms", ("r.json", "a.b", ".1f ms")),
        ("of -3.5%<!--=r.json#a/b-->", "-3.5%", ("r.json", "a/b", "")),
        ("| 1,234<!--=../d/r.csv#k ,d--> |", "1,234", ("../d/r.csv", "k", ",d")),
        ("about $12.50<!--= r.json#k .2f -->", "$12.50", ("r.json", "k", ".2f")),
        ("is 3 of 12 million tokens<!--=r.json#k .0f million tokens-->", "12 million tokens",
         ("r.json", "k", ".0f million tokens")),
        ("**2.4×**<!--=r.json#k .1f×-->", "2.4×", ("r.json", "k", ".1f×")),
        ("1<!--=a.json#x-->2<!--=b.json#y-->", "1", ("a.json", "x", "")),
        ("none<!--=a.json-->", "", ("a.json", "", "")),
    ],
)  # fmt: skip
def test_bound_numbers(text, figure, rest):
    document = parse_text(text)
    number = bound_numbers(document)[0]
    assert document.slice(number.figure) == figure
    assert (number.file, number.key, number.format) == rest
    assert number.span == (number.figure.start, number.mark.end)


def test_marks_that_are_not_closed_or_say_nothing():
    assert marks(parse_text("<!-- plan\n- a\n")) == ()
    assert bound_numbers(parse_text("5<!--=-->")) == []
    assert marks(parse_text("")) == ()
