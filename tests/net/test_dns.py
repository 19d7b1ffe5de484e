import socket
import threading
from collections.abc import Iterator

import dns.message
import dns.rcode
import dns.rrset
import pytest

from inkwright.model.errors import NetError
from inkwright.net import dns as names
from inkwright.net.dns import lookup

RECORDS = {
    ("me.dev.", "TXT"): ['"v=spf1 " "mx -all"', '"other"'],
    ("me.dev.", "MX"): ["20 b.me.dev.", "10 a.me.dev."],
    ("me.dev.", "A"): ["192.0.2.7"],
    ("me.dev.", "AAAA"): ["2001:db8:0::7"],
    ("7.2.0.192.in-addr.arpa.", "PTR"): ["mail.me.dev."],
}


@pytest.fixture
def server() -> Iterator[tuple[str, int]]:
    """Answers what stands in RECORDS; REFUSED for names below `broken.`, nothing at all below `silent.`"""
    door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    door.bind(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                wire, peer = door.recvfrom(4096)
            except OSError:
                return
            asked = dns.message.from_wire(wire)
            name, kind = str(asked.question[0].name), dns.rdatatype.to_text(asked.question[0].rdtype)
            answer = dns.message.make_response(asked)
            if name.startswith("silent."):
                continue
            if name.startswith("broken."):
                answer.set_rcode(dns.rcode.REFUSED)
            elif (name, kind) in RECORDS:
                answer.answer.append(dns.rrset.from_text_list(name, 60, "IN", kind, RECORDS[name, kind]))
            elif not any(known == name for known, _ in RECORDS):
                answer.set_rcode(dns.rcode.NXDOMAIN)
            door.sendto(answer.to_wire(), peer)

    threading.Thread(target=serve, daemon=True).start()
    yield door.getsockname()
    door.close()


def test_records(server) -> None:
    assert lookup("me.dev", "TXT", server) == ["other", "v=spf1 mx -all"]
    assert lookup("me.dev", "MX", server) == ["a.me.dev", "b.me.dev"]
    assert lookup("me.dev", "A", server) == ["192.0.2.7"]
    assert lookup("me.dev", "AAAA", server) == ["2001:db8::7"]
    assert lookup("192.0.2.7", "PTR", server) == ["mail.me.dev"]


def test_what_is_not_there_is_empty(server) -> None:
    assert lookup("gone.example", "TXT", server) == []
    assert lookup("7.2.0.192.in-addr.arpa", "TXT", server) == []


def test_no_answer_is_not_an_empty_one(server, monkeypatch) -> None:
    monkeypatch.setattr(names, "SECONDS", 0.5)
    for name in ("broken.example", "silent.example", "a..b", "x" * 300):
        with pytest.raises(NetError) as caught:
            lookup(name, "A", server)
        assert caught.value.kind == "dns"
    with pytest.raises(NetError):
        lookup("no address", "PTR", server)


def test_offline_nothing_is_asked(server, monkeypatch) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    with pytest.raises(NetError, match="INKWRIGHT_OFFLINE"):
        lookup("me.dev", "A", server)
