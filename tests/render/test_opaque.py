"""The table of constructs: complete, and the same for pages, docs and reports."""

import pytest

from inkwright.render.opaque import CALLOUTS, KNOWN, construct_support, construct_table
from inkwright.render.shapes import SHAPES


def test_every_entry_has_a_shape_and_says_what_it_becomes():
    for names in KNOWN.values():
        for name, entry in names.items():
            assert entry.shape in SHAPES, name
            assert entry.says
            assert name == name.lower()


def test_every_shape_is_used():
    used = {entry.shape for names in KNOWN.values() for entry in names.values()} | {"element", "break"}
    assert used == set(SHAPES)


@pytest.mark.parametrize(
    ("family", "name", "support"),
    [
        ("shortcode", "figure", "rendered"), ("shortcode", "relref", "rendered"), ("shortcode", "typeit", "kept"),
        ("liquid", "include youtube", "rendered"), ("liquid", "for", "kept"), ("liquid", "comment", "hidden"),
        ("jsx", "TabItem", "rendered"), ("jsx", "Question", "kept"), ("jsx", "details", "rendered"),
        ("jsx", "blink", "kept"), ("div", "callout-tip", "rendered"), ("div", "anything", "rendered"),
        ("esm", "", "hidden"), ("citation", "", "rendered"), ("unheard-of", "x", "kept"),
    ],
)  # fmt: skip
def test_construct_support(family, name, support):
    assert construct_support(family, name) == support


def test_the_table_for_the_docs():
    rows = construct_table()
    assert ("jsx", "Tip", "rendered", "a callout of kind tip") in rows
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert all(family == "jsx" or construct_support(family, name) == support for family, name, support, _ in rows)


def test_callouts_are_styled_as_one_of_the_kinds_that_themes_know():
    assert {css for css, _ in CALLOUTS.values()} <= {
        "note", "info", "tip", "important", "warning", "caution", "danger", "failure", "bug", "success", "question",
        "example", "quote", "abstract", "todo",
    }  # fmt: skip
