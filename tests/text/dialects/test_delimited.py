import pytest

SHAPES = {
    "highlight": ("a ==b *c*== d", "paragraph['a ' highlight('b ' emphasis('c')) ' d']"),
    "inside others": ("**==a==**", "paragraph[strong(highlight('a'))]"),
    "comparisons": ("a == b and c == d, x==y", "paragraph['a == b and c == d, x==y']"),
    "longer runs": ("a === b ==== c", "paragraph['a === b ==== c']"),
    "note": (
        "a ^[note *b* [c](d)] e",
        "paragraph['a ' inline_note('note ' emphasis('b') ' ' link:inline:d('c')) ' e']",
    ),
    "brackets inside": ("^[a [b] c] d", "paragraph[inline_note('a [b] c') ' d']"),
    "not closed": ("a ^[b ==c", "paragraph['a ^[b ==c']"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted
