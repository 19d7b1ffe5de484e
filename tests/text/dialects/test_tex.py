import pytest

SHAPES = {
    "in a line": ("so \\\\(a_1 * b_1\\\\) holds", "paragraph['so ' math 'a_1 * b_1' ' holds']"),
    "displayed": ("\\\\[\nx\n\\\\]", "paragraph[math:display '\\nx\\n']"),
    "in code": ("`\\\\(` and `\\\\)`", "paragraph[code '\\\\\\\\(' ' and ' code '\\\\\\\\)']"),
    "over a blank line": ("\\\\(a\n\nb\\\\)", "paragraph['\\\\(a'] paragraph['b' '\\\\)']"),
    "one backslash": ("\\(a\\)", "paragraph['(a' ')']"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted
