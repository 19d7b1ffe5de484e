from inkwright.model.delivery import readers


def test_readers_are_counted_in_words():
    assert [readers(count) for count in (0, 1, 2, 9988)] == ["0 readers", "1 reader", "2 readers", "9,988 readers"]
