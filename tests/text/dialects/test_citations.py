import pytest

SHAPES = {
    "bracketed": ("see [@a; @b, p. 3].", "a.md", "paragraph['see ' opaque:citation:a '.']"),
    "bare keys in Quarto": ("as @fig-x and [see @y] show", "a.qmd",
                            "paragraph['as ' opaque:citation:fig-x ' and ' opaque:citation:see @y ' show']"),
    "bare names elsewhere": ("thanks @name, mail x.y", "a.md", "paragraph['thanks @name, mail x.y']"),
    "links and addresses": ("[@a](b) me@x.org", "a.md",
                            "paragraph[link:inline:b('@a') ' ' link:url:mailto:me@x.org('me@x.org')]"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, path, wanted = SHAPES[name]
    assert shape(text, path) == wanted
