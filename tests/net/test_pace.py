from inkwright.net.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


def test_one_host_waits_its_turn() -> None:
    clock = Clock()
    pace = Pace(1.0, clock, clock.sleep)
    pace.wait("a.dev")
    pace.wait("a.dev")
    clock.now += 0.25
    pace.wait("a.dev")
    assert clock.slept == [1.0, 0.75]


def test_hosts_do_not_wait_for_each_other() -> None:
    clock = Clock()
    pace = Pace(1.0, clock, clock.sleep)
    for host in ("a.dev", "b.dev", "c.dev"):
        pace.wait(host)
    assert clock.slept == []


def test_turns_are_given_even_when_nobody_has_slept_yet() -> None:
    slept: list[float] = []
    pace = Pace(1.0, lambda: 0.0, slept.append)
    for _ in range(4):
        pace.wait("a.dev")
    assert slept == [1.0, 2.0, 3.0]


def test_no_gap_keeps_nothing() -> None:
    slept: list[float] = []
    pace = Pace(0.0, lambda: 0.0, slept.append)
    pace.wait("a.dev")
    pace.wait("a.dev")
    assert slept == []
