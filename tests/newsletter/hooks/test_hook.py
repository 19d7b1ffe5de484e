from base64 import b64encode

import pytest

from inkwright.newsletter.hooks.hook import HookError, knows_secret, read_json, rows, table, words

SECRET = "correct-horse-battery"


def basic(user: str, password: str) -> str:
    return "Basic " + b64encode(f"{user}:{password}".encode()).decode()


@pytest.mark.parametrize(
    ("header", "good"),
    [
        (f"Bearer {SECRET}", True),
        (f"bearer {SECRET}", True),
        (basic("hook", SECRET), True),
        (basic(SECRET, "hook"), False),
        (f"Bearer {SECRET}x", False),
        ("Bearer ", False),
        ("", False),
        (SECRET, False),
        ("Basic ???", False),
        ("Basic " + b64encode(b"\xff\xfe").decode(), False),
        ("Bearer é", False),
    ],
)
def test_who_knows_the_secret(header: str, good: bool) -> None:
    assert knows_secret({"authorization": header}, SECRET) is good


def test_a_short_secret_opens_nothing() -> None:
    assert not knows_secret({"authorization": "Bearer short"}, "short")
    assert not knows_secret({}, "")
    assert not knows_secret({"authorization": "Bearer "}, "")


def test_json_of_a_stranger() -> None:
    for body in (b"{", b"\xff", b"[" * 100_000):
        with pytest.raises(HookError):
            read_json(body)
    assert table([1]) == {}
    assert rows({"a": 1}) == []
    assert rows([1, {"a": 2}]) == [{}, {"a": 2}]
    assert [words(value) for value in (" a\n b ", 7, True, None, 1.5, ["x"])] == ["a b", "7", "", "", "", ""]
