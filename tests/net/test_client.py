import gzip
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from typing import Any

import pytest

from inkwright.model.errors import NetError
from inkwright.model.net import Hop
from inkwright.net.client import Client

from .conftest import CERTIFICATES, Internet, http


def failure(client: Client, url: str, method: str = "GET", **more: Any) -> NetError:
    with pytest.raises(NetError) as raised:
        client.request(method, url, **more)
    return raised.value


def client_of(internet: Internet, **more: Any) -> Client:
    return Client(resolve=internet.resolve, **more)


_LISTED = """
http://127.0.0.1:{p}/ http://127.8.9.10:{p}/ http://localhost:{p}/ http://LOCALHOST:{p}/ http://localhost.:{p}/
http://127.0.0.1.:{p}/ http://2130706433:{p}/ http://017700000001:{p}/ http://0x7f000001:{p}/ http://0x7F.1:{p}/
http://0177.0.0.1:{p}/ http://0177.0x0.0.1:{p}/ http://127.1:{p}/ http://127.0.1:{p}/ http://0:{p}/ http://0.0.0.0:{p}/
http://00.00.00.00:{p}/ http://127.000.000.001:{p}/ http://[::1]:{p}/ http://[::]:{p}/ http://[0:0:0:0:0:0:0:1]:{p}/
http://[::ffff:127.0.0.1]:{p}/ http://[::ffff:7f00:1]:{p}/ http://[::127.0.0.1]:{p}/ http://[64:ff9b::7f00:1]:{p}/
http://[64:ff9b:1::7f00:1]:{p}/ http://[2002:7f00:1::]:{p}/ http://[2001:0:7f00:1::]:{p}/ http://[fe80::1%25lo]:{p}/
http://[fe80::1]:{p}/ http://[fc00::1]:{p}/ http://[fd00:ec2::254]:{p}/ http://[ff02::1]:{p}/ http://[fec0::1]:{p}/
http://[2001:db8::1]:{p}/ http://10.0.0.1:{p}/ http://172.16.0.1:{p}/ http://192.168.1.1:{p}/ http://100.64.0.1:{p}/
http://169.254.169.254:{p}/latest/meta-data/ http://169.254.1.1:{p}/ http://224.0.0.1:{p}/ http://240.0.0.1:{p}/
http://255.255.255.255:{p}/ http://192.0.0.192:{p}/ http://198.18.0.1:{p}/ http://user@127.0.0.1:{p}/
http://blog.dev@127.0.0.1:{p}/ http://blog.dev:80@127.0.0.1:{p}/ http://127.0.0.1:{p}@blog.dev/
http://blog.dev\\@127.0.0.1:{p}/ http://127.0.0.1\\.blog.dev:{p}/ http://①②⑦.⓪.⓪.①:{p}/ http://127。0。0。1:{p}/
http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{p}/ http://%31%32%37.0.0.1:{p}/ http://127.0.0.1%00.blog.dev:{p}/ http://localtest.me:{p}/
http://inside.blog.dev:{p}/ http://mixed.blog.dev:{p}/ http://mapped.blog.dev:{p}/ http://scoped.blog.dev:{p}/
http://odd.blog.dev:{p}/ http://metadata.google.internal:{p}/ http:127.0.0.1:{p}/ http:///127.0.0.1:{p}/
ftp://127.0.0.1:{p}/ file:///etc/passwd gopher://127.0.0.1:{p}/ ws://127.0.0.1:{p}/ unix:///run/x //127.0.0.1:{p}/
"""
BYPASSES = _LISTED.split()
LIES = {
    "localhost": ["127.0.0.1"], "localhost.": ["127.0.0.1"], "localtest.me": ["127.0.0.1"],
    "inside.blog.dev": ["10.0.0.7"], "mixed.blog.dev": ["93.184.216.34", "127.0.0.1"],
    "mapped.blog.dev": ["::ffff:127.0.0.1"], "scoped.blog.dev": ["fe80::1%lo"], "odd.blog.dev": ["127.1"],
    "metadata.google.internal": ["169.254.169.254"], "2130706433": ["127.0.0.1"], "0": ["0.0.0.0"],
    "127.1": ["127.0.0.1"],
}  # fmt: skip


def test_there_are_enough_of_them() -> None:
    assert len(BYPASSES) == len(set(BYPASSES)) >= 60


@pytest.mark.parametrize("bypass", BYPASSES)
def test_a_bypass_reaches_nobody(bypass: str, internet: Internet) -> None:
    trap = internet.server()
    internet.names.update(LIES)
    error = failure(client_of(internet), bypass.format(p=trap.port))
    assert error.kind == "refused-address"
    assert (internet.dialled, trap.connections) == ([], 0)


@pytest.mark.parametrize("bypass", [url for url in BYPASSES if url.startswith("http")])
def test_nor_does_it_by_a_redirect(bypass: str, internet: Internet) -> None:
    trap = internet.server()
    internet.names.update(LIES)
    first = internet.host(
        "start.dev", http("302 Found", location="/a"), http("302 Found", location=bypass.format(p=trap.port))
    )
    with pytest.raises(NetError):  # `http:x` is read as a path on the same host, so that one goes in circles
        client_of(internet).get("http://start.dev/")
    assert trap.connections == 0
    assert {address for address, _ in internet.dialled} == {internet.names["start.dev"][0]}
    assert first.connections >= 2


def test_a_name_that_changes_its_address_is_dialled_as_it_was_checked(internet: Internet) -> None:
    trap = internet.server()
    internet.host("turn.dev", port=trap.port)
    answers = [internet.names["turn.dev"], ["127.0.0.1"]]

    def turning(host: str, port: int) -> Sequence[str]:
        return answers[min(internet.looked_up.append(host) or len(internet.looked_up), len(answers)) - 1]

    client = Client(resolve=turning)
    assert client.get(f"http://turn.dev:{trap.port}/").body == b"hello"
    assert (internet.looked_up, internet.dialled) == (["turn.dev"], [(internet.names["turn.dev"][0], trap.port)])
    assert failure(client, f"http://turn.dev:{trap.port}/").kind == "refused-address"
    assert trap.connections == 0


def test_what_the_user_allows_is_asked(internet: Internet) -> None:
    server = internet.server(http("200 OK", b"{}", content_type="application/json"))
    reply = Client(allow=(f"127.0.0.1:{server.port}",)).request(
        "POST", f"http://127.0.0.1:{server.port}/v1/chat?x=1#top", {"Authorization": "Bearer k", "Host": "evil"}, b"[1]"
    )
    assert (reply.status, reply.body, reply.headers["content-type"]) == (200, b"{}", "application/json")
    assert reply.url == f"http://127.0.0.1:{server.port}/v1/chat?x=1"
    head, _, body = server.requests[0].decode().partition("\r\n\r\n")
    assert head.splitlines()[0] == "POST /v1/chat?x=1 HTTP/1.1"
    said = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:])
    assert said["host"] == f"127.0.0.1:{server.port}"
    assert said["authorization"] == "bearer k"
    assert said["user-agent"].startswith("inkwright/")
    assert body == "[1]"


def test_another_port_of_an_allowed_host_is_not(internet: Internet) -> None:
    server, other = internet.server(), internet.server()
    client = Client(allow=(f"localhost:{server.port}",), resolve=lambda host, port: ["127.0.0.1"])
    assert client.get(f"http://localhost:{server.port}/").body == b"hello"
    assert failure(client, f"http://localhost:{other.port}/").kind == "refused-address"
    assert failure(client, f"http://127.0.0.1:{server.port}/").kind == "refused-address"
    assert other.connections == 0


def test_a_stranger_cannot_lead_to_what_is_allowed(internet: Internet) -> None:
    model = internet.server()
    internet.host("start.dev", http("302 Found", location=f"http://127.0.0.1:{model.port}/delete"))
    client = client_of(internet, allow=(f"127.0.0.1:{model.port}",))
    assert failure(client, "http://start.dev/").kind == "refused-address"
    assert model.connections == 0


def test_redirects_are_followed_and_told(internet: Internet) -> None:
    internet.host("old.dev", http("301 Moved Permanently", location="http://new.dev/a"))
    internet.host("new.dev", http("302 Found", location="../b c#frag"), http("200 OK", b"there"))
    reply = client_of(internet).get("http://old.dev/x")
    assert (reply.url, reply.body) == ("http://new.dev/b%20c", b"there")
    assert reply.redirects == (Hop(301, "http://new.dev/a"), Hop(302, "http://new.dev/b%20c"))


def test_five_redirects_and_no_more(internet: Internet) -> None:
    server = internet.host("loop.dev", http("302 Found", location="/again"))
    assert failure(client_of(internet), "http://loop.dev/").kind == "too-many-redirects"
    assert server.connections == 6


def test_keys_do_not_go_to_another_host(internet: Internet) -> None:
    internet.host("one.dev", http("302 Found", location="/same"), http("302 Found", location="http://two.dev/"))
    two = internet.host("two.dev")
    headers = {"Authorization": "Bearer secret", "X-Api-Key": "secret", "Cookie": "secret", "Accept": "text/plain"}
    client_of(internet).get("http://one.dev/", headers)
    assert b"secret" in internet.servers[0].requests[1]
    assert b"secret" not in two.requests[0]
    assert b"text/plain" in two.requests[0]


def test_a_text_does_not_go_to_another_host(internet: Internet) -> None:
    internet.host("one.dev", http("307 Temporary Redirect", location="http://two.dev/"))
    two = internet.host("two.dev")
    assert failure(client_of(internet), "http://one.dev/", "POST", body=b"my draft").kind == "protocol"
    assert two.connections == 0


def test_a_303_asks_anew_without_the_text(internet: Internet) -> None:
    server = internet.host("one.dev", http("303 See Other", location="/done"), http("200 OK", b"done"))
    assert client_of(internet).request("POST", "http://one.dev/", {"Content-Type": "text/plain"}, b"x").body == b"done"
    assert server.requests[1].startswith(b"GET /done ")
    assert b"content-type" not in server.requests[1].lower()


def test_cookies_are_not_kept(internet: Internet) -> None:
    server = internet.host("one.dev", http("302 Found", location="/", set_cookie="a=1"), http("200 OK"))
    client_of(internet).get("http://one.dev/")
    assert b"cookie" not in server.requests[1].lower()


def test_proxies_and_passwords_of_the_environment_count_for_nothing(
    internet: Internet, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    proxy = internet.server()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    (tmp_path / ".netrc").write_text("machine one.dev login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    server = internet.host("one.dev")
    client_of(internet).get("http://one.dev/")
    assert proxy.connections == 0
    assert b"authorization" not in server.requests[0].lower()


def endless(first: bytes, piece: bytes, pause: float = 0.0) -> Any:
    def answer(connection: socket.socket, asked: bytes) -> None:
        connection.sendall(first)
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return answer


def test_a_huge_body_is_not_read_to_its_end(internet: Internet) -> None:
    internet.host("big.dev", endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536))
    assert failure(client_of(internet, limit=1_000_000), "http://big.dev/").kind == "too-large"


def test_a_body_of_just_the_limit_is_whole(internet: Internet) -> None:
    internet.host("fit.dev", http("200 OK", b"x" * 5000))
    assert len(client_of(internet, limit=5000).get("http://fit.dev/").body) == 5000
    assert failure(client_of(internet, limit=4999), "http://fit.dev/").kind == "too-large"


def test_a_packed_body_is_unpacked(internet: Internet) -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")
    internet.host("zip.dev", http("200 OK", packed, content_encoding="gzip"))
    assert client_of(internet).get("http://zip.dev/").body == b"one two"


def test_a_bomb_does_not_go_off(internet: Internet) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < 100_000
    internet.host("bomb.dev", http("200 OK", bomb, content_encoding="gzip"))
    assert failure(client_of(internet), "http://bomb.dev/").kind == "too-large"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip"])
def test_packings_that_nobody_asked_for_are_refused(encoding: str, internet: Internet) -> None:
    internet.host("odd.dev", http("200 OK", b"x", content_encoding=encoding))
    assert failure(client_of(internet), "http://odd.dev/").kind == "protocol"


def test_broken_packing_is_an_error(internet: Internet) -> None:
    internet.host("odd.dev", http("200 OK", b"no gzip", content_encoding="gzip"))
    assert failure(client_of(internet), "http://odd.dev/").kind == "protocol"


@pytest.mark.parametrize(
    "answer",
    [
        endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x", 0.05),
        endless(b"HTTP/1.1 200 OK\r\nx: ", b"x", 0.05),
        endless(b"", b"", 0.05),
    ],
    ids=["body", "head", "nothing"],
)
def test_a_slow_server_has_only_so_long_in_all(answer: Any, internet: Internet) -> None:
    internet.host("slow.dev", answer)
    ended = threading.Event()
    found: list[NetError] = []

    def ask() -> None:
        found.append(failure(client_of(internet, timeout=0.5), "http://slow.dev/"))
        ended.set()

    threading.Thread(target=ask, daemon=True).start()
    assert ended.wait(15), "it is still waiting"
    assert found[0].kind == "timeout"


def test_redirects_share_the_time(internet: Internet) -> None:
    def late(connection: socket.socket, asked: bytes) -> None:
        time.sleep(0.3)
        connection.sendall(http("302 Found", location="/again"))

    internet.host("slow.dev", late)
    assert failure(client_of(internet, timeout=0.5), "http://slow.dev/").kind == "timeout"


def test_a_name_server_that_never_answers_has_only_so_long() -> None:
    forever = threading.Event()
    error = failure(Client(timeout=0.2, resolve=lambda host, port: forever.wait(20) or []), "http://blog.dev/")
    forever.set()
    assert error.kind in ("dns", "timeout")
    assert error.passing


@pytest.mark.parametrize(
    ("code", "passing"), [(socket.EAI_NONAME, False), (socket.EAI_AGAIN, True), (socket.EAI_FAIL, True)]
)
def test_names_that_are_not_found(code: int, passing: bool) -> None:
    def fails(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(code, "x")

    error = failure(Client(resolve=fails), "http://blog.dev/")
    assert (error.kind, error.passing) == ("dns", passing)
    assert "blog.dev" in str(error)


def test_nobody_listens(internet: Internet) -> None:
    internet.names["blog.dev"] = ["93.184.216.34"]
    error = failure(client_of(internet), "http://blog.dev/")
    assert (error.kind, error.passing) == ("connect", False)


def test_the_next_address_is_tried(internet: Internet) -> None:
    internet.host("blog.dev")
    internet.names["blog.dev"] = ["2606:4700::1111", *internet.names["blog.dev"]]
    assert client_of(internet).get("http://blog.dev/").body == b"hello"
    assert [address for address, _ in internet.dialled] == ["2606:4700::1111", "93.184.216.1"]


@pytest.mark.parametrize(
    "said",
    [b"", b"SSH-2.0-OpenSSH_9\r\n", b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nshort", b"HTTP/1.1 99 x\r\n\r\n"],
)
def test_what_is_no_http_is_said_so(said: bytes, internet: Internet) -> None:
    internet.host("odd.dev", said)
    assert failure(client_of(internet), "http://odd.dev/").kind == "protocol"


def test_a_header_cannot_smuggle_another(internet: Internet) -> None:
    server = internet.host("one.dev")
    assert failure(client_of(internet), "http://one.dev/", headers={"accept": "x\r\nx-evil: 1"}).kind == "protocol"
    assert not any(b"x-evil" in asked for asked in server.requests)


def test_without_body_nothing_of_it_is_read(internet: Internet) -> None:
    internet.host("big.dev", endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536))
    reply = client_of(internet, limit=10).request("GET", "http://big.dev/", with_body=False)
    assert (reply.status, reply.body) == (200, b"")


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=CERTIFICATES / "ca.pem")


def test_a_good_certificate(internet: Internet) -> None:
    server = internet.host("blog.dev", port=443, certificate="good")
    assert client_of(internet, tls=trusting()).get("https://blog.dev/").body == b"hello"
    assert b"host: blog.dev" in server.requests[0].lower()


@pytest.mark.parametrize(("certificate", "why"), [("expired", "expired"), ("other", "blog.dev"), ("self", "self")])
def test_a_bad_certificate(certificate: str, why: str, internet: Internet) -> None:
    server = internet.host("blog.dev", port=443, certificate=certificate)
    error = failure(client_of(internet, tls=trusting()), "https://blog.dev/")
    assert error.kind == "tls"
    assert why in error.message
    assert server.requests == []


def test_a_port_that_speaks_no_tls(internet: Internet) -> None:
    internet.host("blog.dev", http("400 Bad Request"), port=443)
    assert failure(client_of(internet), "https://blog.dev/").kind == "tls"


def test_an_unknown_issuer_is_a_kind_of_its_own(internet: Internet) -> None:
    internet.host("blog.dev", port=443, certificate="good")
    assert failure(client_of(internet), "https://blog.dev/").kind == "issuer"


@pytest.mark.parametrize("value", ["1", "yes"])
def test_offline_asks_nobody(value: str, internet: Internet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", value)
    server = internet.server()
    error = failure(Client(allow=(f"127.0.0.1:{server.port}",)), f"http://127.0.0.1:{server.port}/")
    assert error.kind == "offline"
    assert "INKWRIGHT_OFFLINE" in str(error)
    assert server.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "",
        "   ",
        "http://",
        "http://[::1",
        "http://blog.dev:99999/",
        "http://blog.dev:x/",
        "http://blog.dev/\n",
        "http://" + "a" * 70_000,
    ],
)
def test_what_is_no_address_is_refused(url: str, internet: Internet) -> None:
    assert failure(client_of(internet), url).kind == "refused-address"
    assert internet.dialled == []
