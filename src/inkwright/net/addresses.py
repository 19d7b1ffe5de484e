"""Which hosts and addresses may be gone to: those of the public internet, plainly written. Pure.

A host is judged twice: how it is written, before its name is looked up, and every address that the name has.
"""

import ipaddress

from inkwright.model.regex import regex

_NAME = regex(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = regex(r"\d+|0x[0-9a-f]*")

_REFUSED_4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ),
    )
)  # fmt: skip
"""Blocks that are not one public host each: private, shared, loopback, link-local with the metadata services of clouds,
documentation, benchmarks, 6to4 relays, multicast, reserved.

**Source:** IANA IPv4 Special-Purpose Address Registry (RFC 6890), RFC 5771, RFC 1112."""

_GLOBAL_6 = ipaddress.IPv6Network("2000::/3")
"""The only block of IPv6 that is handed out to public hosts. **Source:** RFC 4291, section 2.4; IANA registry."""

_REFUSED_6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""Inside it: Teredo and other protocol assignments, documentation, 6to4.

**Source:** IANA IPv6 Special-Purpose Address Registry (RFC 6890, RFC 4380, RFC 3056, RFC 9637)."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to one host of the public internet; False for what is no address.

    IPv6 addresses that carry an IPv4 one (mapped, compatible, NAT64, 6to4, Teredo) lead somewhere else than they say
    and are not public.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return not any(parsed in block for block in _REFUSED_4)
    return parsed.scope_id is None and parsed in _GLOBAL_6 and not any(parsed in block for block in _REFUSED_6)


def literal(host: str) -> str:
    """The address when a host is written as one in the usual way, else ""."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return ""


def fault_of(host: str) -> str:
    """Why a host as written in an address is not gone to, in a few words; "" for one that may be looked up.

    `host` is in lower case, an international name in its ASCII form, an IPv6 address without brackets. A last label
    that is a number makes the system read an IPv4 address of any spelling (`2130706433`, `0x7f.1`).

    **Source:** WHATWG URL, section 3.5 (ends in a number); RFC 952 and 1123 for names, with `_` as the web has it.
    """
    if literal(host):
        return "" if is_public(host) else "it is no public address"
    if host.endswith("."):
        return "its host ends in a dot"
    if len(host) > 253 or not _NAME.fullmatch(host):
        return "its host is not written as a name"
    if _NUMBER.fullmatch(host.rsplit(".", 1)[-1]):
        return "its host is a number"
    return ""


def host_and_port(host: str, port: int) -> str:
    """`host:port` as a user writes it, IPv6 in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
