"""Packed parts open as what they were."""

import pytest

from inkwright.lint.packed import opened, pack


def test_what_is_opened_is_what_was_packed() -> None:
    value = ((("a", None), True, 0.5), {"b": frozenset({"c"})})
    assert opened(pack(value)) == value
    assert opened(pack(value)) is opened(pack(value))


def test_only_plain_data_is_packed() -> None:
    with pytest.raises(ValueError):
        pack(object())
