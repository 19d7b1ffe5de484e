import pytest

SHAPES = {
    "currency beside a formula": ("US$5 and A$7 and $x^2$.", "paragraph['US$5 and A$7 and ' math 'x^2' '.']"),
    "ranges": ("$5-$10, $5 for two and 3$ back", "paragraph['$5-$10, $5 for two and 3$ back']"),
    "amounts in thousands": ("$5k to $10k, $3.5 million or $4", "paragraph['$5k to $10k, $3.5 million or $4']"),
    "variables": ("$HOME and $PATH:$HOME", "paragraph['$HOME and $PATH:$HOME']"),
    "escaped": ("\\$a$ and $b$", "paragraph['$a$ and ' math 'b']"),
    "display": ("$$\na_1 * b * c\n$$", "paragraph[math:display '\\na_1 * b * c\\n']"),
    "with a suffix": ("the $n$th and $k$-means", "paragraph['the ' math 'n' 'th and ' math 'k' '-means']"),
    "a bare number": ("$5$ and $O(n)$", "paragraph[math '5' ' and ' math 'O(n)']"),
    "in code": ("`$a$`", "paragraph[code '$a$']"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted
