"""The stamp of a library: stable, and empty where there is none."""

from inkwright.process.stamp import stamp


def test_a_library_has_a_stamp_and_a_missing_one_has_none():
    assert stamp("json") == stamp("json")
    assert stamp("json") != stamp("email")
    assert stamp("no_such_library") == ""
    assert stamp("sys") == ""
