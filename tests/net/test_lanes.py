import threading
import time
from collections import Counter
from collections.abc import Callable

import pytest

from inkwright.model.errors import NetError
from inkwright.model.net import Reply
from inkwright.net.lanes import ask_all
from inkwright.net.probe import Outcome

Wait = Callable[[float], object]


def test_every_address_has_its_outcome_once() -> None:
    urls = [f"http://h{n % 7}.dev/{n}" for n in range(50)]
    asked: Counter[str] = Counter()

    def ask(url: str, wait: Wait) -> Outcome:
        asked[url] += 1
        return Reply(url, 200)

    found = dict(ask_all([*urls, *urls], ask))
    assert set(found) == set(urls)
    assert set(asked.values()) == {1}


def test_no_addresses_start_nothing() -> None:
    before = threading.active_count()
    assert list(ask_all([], lambda url, wait: Reply(url, 200))) == []
    assert threading.active_count() == before


def test_one_request_at_a_time_to_a_host_and_several_hosts_at_once() -> None:
    lock = threading.Lock()
    now: Counter[str] = Counter()
    most: Counter[str] = Counter()
    together = threading.Barrier(3, timeout=10)

    def ask(url: str, wait: Wait) -> Outcome:
        host = url.split("/")[2]
        with lock:
            now[host] += 1
            most[host] = max(most[host], now[host])
        if url.endswith("/0"):
            together.wait()  # passes only when three hosts are asked at once
        time.sleep(0.001)
        with lock:
            now[host] -= 1
        return Reply(url, 200)

    list(ask_all([f"http://{host}.dev/{n}" for host in "abc" for n in range(5)], ask, lanes=3))
    assert set(most.values()) == {1}


def test_a_host_that_is_not_there_is_asked_once() -> None:
    asked: list[str] = []

    def ask(url: str, wait: Wait) -> Outcome:
        asked.append(url)
        return NetError("dns", "x", url=url)

    found = dict(ask_all([f"http://gone.dev/{n}" for n in range(9)], ask))
    assert len(asked) == 1
    assert len(found) == 9


def test_where_a_redirect_leads_says_nothing_of_the_host() -> None:
    asked: list[str] = []

    def ask(url: str, wait: Wait) -> Outcome:
        asked.append(url)
        return NetError("dns", "x", url="http://elsewhere.dev/")

    list(ask_all([f"http://short.dev/{n}" for n in range(4)], ask))
    assert len(asked) == 4


def test_another_port_or_scheme_is_asked_itself() -> None:
    asked: list[str] = []

    def ask(url: str, wait: Wait) -> Outcome:
        asked.append(url)
        return NetError("connect", "x", url=url)

    list(ask_all(["http://a.dev/", "https://a.dev/", "http://a.dev:81/", "http://a.dev/2"], ask))
    assert asked == ["http://a.dev/", "https://a.dev/", "http://a.dev:81/"]


def test_a_fault_of_ours_is_not_swallowed() -> None:
    def ask(url: str, wait: Wait) -> Outcome:
        raise KeyError(url)

    with pytest.raises(KeyError):
        list(ask_all(["http://a.dev/"], ask))


def test_who_leaves_stops_the_waiting() -> None:
    ended = threading.Event()

    def ask(url: str, wait: Wait) -> Outcome:
        if "slow" in url:
            wait(60)
            ended.set()
        return Reply(url, 200)

    answers = ask_all(["http://fast.dev/", "http://slow.dev/"], ask)
    assert next(answers)[0] == "http://fast.dev/"
    answers.close()
    assert ended.wait(10)
