from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.edited import edited
from inkwright.text.offsets import byte_to_char


@given(st.text(alphabet="ab\né字😀", max_size=40), st.data())
def test_every_kept_character_maps_back(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits = [
        (first, last, data.draw(st.sampled_from(["", "***", "\U000f0000", "é"])))
        for first, last in zip(cuts[::2], cuts[1::2], strict=False)
        if first < last
    ]
    given_text, to_char = edited(text, 0, edits)
    kept = [index for index in range(len(text)) if not any(first <= index < last for first, last, _ in edits)]
    at = 0
    byte = 0
    where = {first: replacement for first, _, replacement in edits}
    for index in range(len(text) + 1):
        if index in where:
            assert to_char(byte) == index or not where[index]
            byte += len(where[index].encode())
        if at < len(kept) and kept[at] == index:
            assert to_char(byte) == index
            byte += len(text[index].encode())
            at += 1
    assert byte == len(given_text.encode())
    assert to_char(byte) == len(text)


def test_offsets_inside_a_replacement_are_where_it_starts():
    given_text, to_char = edited("ab{{x}}cd", 1, [(2, 7, "\n***")])
    assert given_text == "b\n***cd"
    assert [to_char(byte) for byte in range(8)] == [1, 2, 2, 2, 2, 7, 8, 9]


@given(st.text(max_size=60), st.integers(0, 5))
def test_bytes_to_characters(text, base):
    text = text.encode("utf-8", "replace").decode()
    convert = byte_to_char(text, base)
    byte = 0
    for index, char in enumerate(text):
        assert convert(byte) == index + base
        byte += len(char.encode())
    assert convert(byte) == len(text) + base
