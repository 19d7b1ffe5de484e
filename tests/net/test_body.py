import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import NetError
from inkwright.net.body import read_body


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@given(st.lists(st.binary(max_size=300), max_size=4), st.integers(1, 50))
def test_members_in_any_pieces(members: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(member) for member in members)
    assert read_body(pieces(packed, size), "gzip", 10_000, "") == b"".join(members)


@given(st.binary(max_size=400), st.integers(1, 50), st.integers(0, 400))
def test_never_more_than_the_limit(data: bytes, size: int, limit: int) -> None:
    try:
        assert len(read_body(pieces(data, size), "", limit, "")) <= limit
    except NetError as error:
        assert error.kind == "too-large"
        assert len(data) > limit


@given(st.binary(max_size=200), st.integers(1, 50))
def test_any_bytes_end_in_a_body_or_an_error(data: bytes, size: int) -> None:
    try:
        read_body(pieces(data, size), "gzip", 10_000, "")
    except NetError as error:
        assert error.kind in ("protocol", "too-large")


def test_empty_members_without_end_are_too_large() -> None:
    with pytest.raises(NetError):
        read_body((gzip.compress(b"") for _ in range(1_000_000)), "gzip", 5000, "")
