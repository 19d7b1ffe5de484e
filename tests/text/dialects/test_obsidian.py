import pytest

SHAPES = {
    "links, embeds, tags": (
        "[[n#p|l]] [[x]] ![[e#x]] #tag/a C# #1 a#b",
        "paragraph[wikilink:n#p('l') ' ' wikilink:x('x') ' ' embed:e#x ' ' opaque:tag:tag/a ' C# #1 a#b']",
    ),
    "a label in a cell": ("| a |\n|--|\n| [[n\\|l]] |", "table[table_head[table_cell['a']] "
                          "table_row[table_cell[wikilink:n('l')]]]"),
    "block ids": ("text ^id-1\n\n- a ^b", "paragraph['text ' opaque:block-id:id-1] "
                  "list[item[paragraph['a ' opaque:block-id:b]]]"),
    "a power is no block id": ("x^2 and y ^ z", "paragraph['x^2 and y ^ z']"),
    "comments": ("a %%c%% b\n\n%%\nblock\n\nmore\n%%\n\nc", "paragraph['a ' comment 'c' ' b'] "
                 "comment '\\nblock\\n\\nmore\\n' paragraph['c']"),
    "percentages": ("100%% and 50%% more", "paragraph['100%% and 50%% more']"),
    "names in Hangul": ("[[노트]] ![](그림.png)", "paragraph[wikilink:노트('노트') ' ' image:inline:그림.png]"),
    "definitions of Foam": ("[x]: x.md 'Title'\n\n[[x]]", "definition:x:Title 'x.md' paragraph[wikilink:x('x')]"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted
