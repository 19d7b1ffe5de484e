from inkwright.model.counted import counted


def test_one_is_counted_in_the_singular():
    assert [counted(number, "post") for number in (0, 1, 2400)] == ["0 posts", "1 post", "2,400 posts"]
    assert [counted(number, "entry", "entries") for number in (1, 3)] == ["1 entry", "3 entries"]
