from collections.abc import Sequence

import pytest

from inkwright.net.offline import forbidden, no_network


def fails(host: str, port: int) -> Sequence[str]:
    raise OSError("no name server")


def test_there_is_a_network_where_names_are_found() -> None:
    assert not no_network(lambda host, port: ["93.184.216.34"])


def test_there_is_none_where_they_are_not() -> None:
    assert no_network(fails)


@pytest.mark.parametrize(("value", "is_forbidden"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_the_user_may_forbid_it(value: str, is_forbidden: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", value)
    assert forbidden() is is_forbidden
    assert no_network(lambda host, port: ["93.184.216.34"]) is is_forbidden
