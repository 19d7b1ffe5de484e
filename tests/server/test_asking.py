import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from inkwright.server.asking import comes_from

PROXIES = ("127.0.0.1", "10.0.0.0/8", "::1")


def request(peer: str | None, *forwarded: str) -> Request:
    headers = [(b"x-forwarded-for", one.encode("latin-1", "replace")) for one in forwarded]
    client = (peer, 5000) if peer is not None else None
    return Request({"type": "http", "headers": headers, "client": client})


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        ("198.51.100.1", (), "198.51.100.1"),
        ("198.51.100.1", ("203.0.113.5",), "198.51.100.1"),
        ("127.0.0.1", (), "127.0.0.1"),
        ("127.0.0.1", ("203.0.113.5",), "203.0.113.5"),
        ("127.0.0.1", ("192.0.2.66, 203.0.113.5",), "203.0.113.5"),
        ("127.0.0.1", ("192.0.2.66", "203.0.113.5, 10.1.2.3"), "203.0.113.5"),
        ("127.0.0.1", ("192.0.2.66, nonsense, 10.1.2.3",), "10.1.2.3"),
        ("127.0.0.1", ("[2001:db8::1]:443",), "2001:db8::1"),
        ("127.0.0.1", ("203.0.113.5:1234",), "203.0.113.5"),
        ("::ffff:127.0.0.1", ("203.0.113.5",), "203.0.113.5"),
        ("127.0.0.1", ("10.0.0.1, 10.0.0.2",), "10.0.0.1"),
        (None, (), ""),
        (None, ("203.0.113.5",), "203.0.113.5"),
    ],
)
def test_who_asks(peer: str | None, forwarded: tuple[str, ...], found: str) -> None:
    assert comes_from(request(peer, *forwarded), PROXIES) == found


@given(st.lists(st.text(max_size=60), max_size=3))
def test_who_is_not_trusted_cannot_say_to_be_another(forwarded: list[str]) -> None:
    assert comes_from(request("198.51.100.1", *forwarded), PROXIES) == "198.51.100.1"


@given(st.text(max_size=60))
def test_what_a_stranger_writes_before_the_proxy_changes_nothing(written: str) -> None:
    assert comes_from(request("127.0.0.1", f"{written}, 203.0.113.5"), PROXIES) == "203.0.113.5"
