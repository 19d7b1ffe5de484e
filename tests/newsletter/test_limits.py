from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter import limits
from inkwright.newsletter.limits import Networks, free_in_an_hour, may_ask_to_confirm, network_of

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("ago", "may"),
    [
        ([], True),
        ([DAY], True),
        ([DAY - timedelta(seconds=1)], False),
        ([3 * DAY, 2 * DAY], True),
        ([9 * DAY, 3 * DAY, 2 * DAY], False),
        ([-DAY], False),
    ],
)
def test_one_a_day_and_three_in_all(ago: list[timedelta], may: bool) -> None:
    assert may_ask_to_confirm([NOW - each for each in ago], NOW) is may


def test_sixty_an_hour() -> None:
    assert [free_in_an_hour(made) for made in (0, 59, 60, 99)] == [60, 1, 0, 0]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.9", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("no address", ""),
        ("", ""),
    ],
)
def test_networks(address: str, network: str) -> None:
    assert network_of(address) == network


def test_five_from_one_network_within_any_hour() -> None:
    networks = Networks(b"salt")
    assert [networks.may(f"192.0.2.{last}", 100.0 + last) for last in range(6)] == [True] * 5 + [False]
    assert networks.may("198.51.100.1", 106.0)
    assert not networks.may("192.0.2.200", 3699.9)
    assert networks.may("192.0.2.200", 3700.0)
    assert not networks.may("192.0.2.200", 3700.5)


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 2000)), max_size=60))
def test_no_hour_holds_more_than_five(steps: list[tuple[int, float]]) -> None:
    networks, clock, taken = Networks(b"salt"), 0.0, {}
    for network, wait in steps:
        clock += wait
        if networks.may(f"10.0.{network}.1", clock):
            taken.setdefault(network, []).append(clock)
    for times in taken.values():
        assert all(later - first >= 3600 for first, later in zip(times, times[5:], strict=False))


def test_memory_does_not_grow_with_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_KEPT", 100)
    networks = Networks(b"salt")
    for number in range(5000):
        networks.may(f"10.{number >> 8}.{number & 255}.1", float(number))
    assert len(networks._seen) == 100


def test_no_address_is_kept() -> None:
    networks = Networks(b"salt")
    networks.may("192.0.2.1", 0.0)
    assert not any(b"192" in name for name in networks._seen)
