import pytest

from inkwright.model.errors import NetError, NetKind
from inkwright.model.net import Reply
from inkwright.net.client import Client
from inkwright.net.probe import PATIENCE, PAUSES, Outcome, probe

from .conftest import Internet, http

URL = "http://blog.dev/x"


class Scripted(Client):
    """Gives outcomes in turn, the last one again and again; keeps the methods that were asked."""

    def __init__(self, *outcomes: Outcome | int) -> None:
        super().__init__()
        self._outcomes = [Reply(URL, one) if isinstance(one, int) else one for one in outcomes]
        self.asked: list[str] = []

    def request(self, method: str, url: str, *rest: object, **more: object) -> Reply:
        assert more == {"with_body": False}
        outcome = self._outcomes[min(len(self.asked), len(self._outcomes) - 1)]
        self.asked.append(method)
        if isinstance(outcome, NetError):
            raise outcome
        return outcome


def ask(*outcomes: Outcome | int) -> tuple[Outcome, list[str], list[float]]:
    client = Scripted(*outcomes)
    waited: list[float] = []
    return probe(client, URL, waited.append), client.asked, waited


def status(outcome: Outcome) -> int:
    assert isinstance(outcome, Reply)
    return outcome.status


def error(kind: NetKind) -> NetError:
    return NetError(kind, "x", url=URL)


def test_a_head_is_enough() -> None:
    outcome, asked, waited = ask(200)
    assert (status(outcome), asked, waited) == (200, ["HEAD"], [])


@pytest.mark.parametrize("refused", [400, 403, 404, 405, 501])
def test_what_a_head_is_refused_a_get_may_have(refused: int) -> None:
    outcome, asked, waited = ask(refused, 200)
    assert (status(outcome), asked, waited) == (200, ["HEAD", "GET"], [])


@pytest.mark.parametrize("gone", [404, 410, 403])
def test_a_refusal_is_that_of_a_get_and_final(gone: int) -> None:
    outcome, asked, waited = ask(gone)
    assert (status(outcome), asked, waited) == (gone, ["HEAD", "GET"], [])


@pytest.mark.parametrize("failing", [500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_three_times(failing: int) -> None:
    outcome, asked, waited = ask(failing)
    assert (status(outcome), asked, waited) == (failing, ["HEAD", "GET", "GET", "GET"], [*PAUSES])
    assert status(ask(failing, failing, 200)[0]) == 200


@pytest.mark.parametrize("kind", ["dns", "connect", "timeout"])
def test_what_may_pass_is_tried_again(kind: NetKind) -> None:
    outcome, asked, waited = ask(error(kind))
    assert isinstance(outcome, NetError)
    assert (asked, waited) == (["HEAD", "GET", "GET"], [*PAUSES])
    assert status(ask(error(kind), 200)[0]) == 200


@pytest.mark.parametrize("kind", ["tls", "issuer", "refused-address", "offline", "too-large"])
def test_what_stays_is_not(kind: NetKind) -> None:
    outcome, asked, waited = ask(error(kind))
    assert isinstance(outcome, NetError)
    assert (asked, waited) == (["HEAD"], [])


def test_a_head_that_breaks_off_is_a_get_at_once() -> None:
    outcome, asked, waited = ask(error("protocol"), 200)
    assert (status(outcome), asked, waited) == (200, ["HEAD", "GET"], [])


def busy(**headers: str) -> Reply:
    return Reply(URL, 429, {name.replace("_", "-"): value for name, value in headers.items()})


def test_a_plea_to_wait_is_honoured() -> None:
    outcome, asked, waited = ask(busy(retry_after="7"), 200)
    assert (status(outcome), asked, waited) == (200, ["HEAD", "GET"], [7.0])


def test_also_one_that_names_a_date() -> None:
    now, then = "Sat, 21 Nov 2026 10:00:00 GMT", "Sat, 21 Nov 2026 10:00:09 GMT"
    assert ask(busy(retry_after=then, date=now), 200)[2] == [9.0]


def test_a_long_wait_is_not_waited() -> None:
    outcome, asked, waited = ask(busy(retry_after=str(int(PATIENCE) + 1)))
    assert (status(outcome), asked, waited) == (429, ["HEAD"], [])


@pytest.mark.parametrize("odd", ["", "soon", "-5", "١٢", "1.5"])
def test_an_odd_plea_counts_as_none(odd: str) -> None:
    assert ask(busy(retry_after=odd), 200)[2] in ([PAUSES[0]], [12.0])


def test_with_a_real_server(internet: Internet) -> None:
    server = internet.host("blog.dev", http("405 Method Not Allowed"), http("200 OK", b"here"))
    outcome = probe(Client(resolve=internet.resolve), URL, lambda seconds: None)
    assert status(outcome) == 200
    assert [asked.split()[0] for asked in server.requests] == [b"HEAD", b"GET"]
