import pytest

from inkwright.lint.link_answers import judge
from inkwright.model.errors import NetError, NetKind
from inkwright.model.net import Hop, LinkAnswer, Reply

URL = "http://a.dev/x"


@pytest.mark.parametrize("status", [200, 204, 206])
def test_alive(status: int) -> None:
    assert judge(URL, Reply(URL, status)) == LinkAnswer("alive")


@pytest.mark.parametrize(("status", "said"), [(404, "404 Not Found"), (410, "410 Gone")])
def test_dead(status: int, said: str) -> None:
    assert judge(URL, Reply(URL, status)) == LinkAnswer("dead", said)


@pytest.mark.parametrize("status", [304, 400, 401, 402, 403, 405, 418, 429, 451, 500, 502, 503, 504, 520, 999])
def test_a_refusal_proves_nothing(status: int) -> None:
    answer = judge(URL, Reply(URL, status))
    assert answer.state == "unclear"
    assert answer.said.startswith(str(status))


@pytest.mark.parametrize(
    ("kind", "passing", "state"),
    [
        ("dns", False, "dead"), ("dns", True, "unclear"), ("connect", False, "dead"), ("connect", True, "unclear"),
        ("tls", False, "dead"), ("issuer", False, "unclear"), ("timeout", True, "unclear"),
        ("protocol", True, "unclear"), ("refused-address", False, "unclear"), ("too-many-redirects", False, "unclear"),
        ("too-large", False, "unclear"), ("offline", False, "unclear"),
    ],
)  # fmt: skip
def test_failures(kind: NetKind, passing: bool, state: str) -> None:
    assert judge(URL, NetError(kind, "why", passing=passing)) == LinkAnswer(state, "why")  # type: ignore[arg-type]


def after(url: str, *hops: tuple[int, str]) -> LinkAnswer:
    return judge(url, Reply(hops[-1][1], 200, redirects=tuple(Hop(*hop) for hop in hops)))


@pytest.mark.parametrize("status", [301, 308])
def test_moved_for_good(status: int) -> None:
    answer = after(URL, (status, "https://b.dev/y"))
    assert (answer.state, answer.to) == ("moved", "https://b.dev/y")
    assert "https://b.dev/y" in answer.said


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_detour_is_no_move(status: int) -> None:
    assert after(URL, (status, "https://b.dev/y")).state == "alive"


def test_the_new_address_is_where_the_permanent_part_ends() -> None:
    assert after(URL, (301, "https://a.dev/x"), (308, "https://a.dev/y"), (302, "https://a.dev/today")).to == (
        "https://a.dev/y"
    )


@pytest.mark.parametrize(
    "to", ["http://a.dev/x/", "HTTP://A.dev/x", "http://a.dev/%78", "https://login.dev/?next=%2Fx", "https://l.dev/?u=http://a.dev/x"]
)  # fmt: skip
def test_what_is_the_same_page_is_no_move(to: str) -> None:
    assert after(URL, (301, to)).state == "alive"


def test_a_front_page_instead_of_the_page_has_no_new_address() -> None:
    answer = after("http://a.dev/2019/post", (301, "https://a.dev/"))
    assert (answer.state, answer.to) == ("moved", "")
    assert after("http://a.dev/", (301, "https://a.dev/")).to == "https://a.dev/"


def test_a_move_to_nothing_is_dead() -> None:
    assert judge(URL, Reply("http://b.dev", 404, redirects=(Hop(301, "http://b.dev"),))).state == "dead"
