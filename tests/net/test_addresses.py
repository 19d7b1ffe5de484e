import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.net.addresses import fault_of, host_and_port, is_public

_PRIVATE = """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.192
192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1
255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1
2001:10::1 2001:db8::1 2002:7f00:1::1 3fff::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1"""
_PUBLIC = "1.1.1.1 8.8.8.8 93.184.216.34 172.32.0.1 192.169.0.1 100.128.0.1 2606:4700::1111 2a00:1450:4001::1"
PRIVATE, PUBLIC = _PRIVATE.split(), _PUBLIC.split()


@pytest.mark.parametrize("address", PRIVATE)
def test_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_is_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if address.is_private or address.is_multicast or address.is_loopback or address.is_link_local:
        assert not is_public(str(address))


@pytest.mark.parametrize(
    "host", ["blog.dev", "xn--bcher-kva.example", "a_b.c.dev", "8.8.8.8", "2606:4700::1111", "1e100.net"]
)
def test_may_be_looked_up(host: str) -> None:
    assert fault_of(host) == ""


@pytest.mark.parametrize(
    ("host", "fault"),
    [
        ("2130706433", "number"), ("017700000001", "number"), ("0x7f000001", "number"), ("127.1", "number"),
        ("0177.0.0.1", "number"), ("0x7f.0.0.1", "number"), ("foo.0x", "number"), ("127.0.0.1.", "dot"),
        ("localhost.", "dot"), ("127%2e0.0.1", "name"), ("①②⑦.0.0.1", "name"), ("a b", "name"), ("", "name"),
        ("-x.dev", "name"), ("a..b", "name"), ("a" * 64 + ".dev", "name"), ("127.0.0.1", "public"), ("::1", "public"),
        ("fe80::1%1", "public"),
    ],
)  # fmt: skip
def test_is_not_gone_to(host: str, fault: str) -> None:
    assert fault in fault_of(host)


@given(st.text())
def test_any_text_is_judged(host: str) -> None:
    assert isinstance(fault_of(host), str)
    assert isinstance(is_public(host), bool)


def test_host_and_port() -> None:
    assert host_and_port("localhost", 11434) == "localhost:11434"
    assert host_and_port("::1", 80) == "[::1]:80"
