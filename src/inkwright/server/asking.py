"""What a request says: the fields of its form or JSON, and whom it comes from."""

import json
from collections.abc import Collection, Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

_FIELDS = 100
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


async def fields_of(request: Request) -> dict[str, str]:
    """The fields of a form, or of a JSON object whose `lists` is a list of names. A field that comes twice counts as
    it came last. Raises HTTPException 400 for what cannot be read, 415 for another kind of body."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    if kind == JSON:
        return _from_json(body)
    if kind not in (FORM, ""):
        raise HTTPException(415, "send a form or JSON")
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_FIELDS))
    except ValueError as error:
        raise HTTPException(400, "this form cannot be read") from error


def _from_json(body: bytes) -> dict[str, str]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "this is no JSON") from error
    if not isinstance(found, dict) or len(found) > _FIELDS:
        raise HTTPException(400, "send a JSON object")
    fields = {name: value for name, value in found.items() if isinstance(value, str) and not name.startswith("list.")}
    lists = found.get("lists", [])
    if isinstance(lists, list):
        fields |= {f"list.{name}": "on" for name in lists[:_FIELDS] if isinstance(name, str)}
    return fields


def comes_from(request: Request, proxies: Collection[str]) -> str:
    """The address that a request comes from, "" where there is none (a socket on this machine).

    Only a trusted proxy is believed in `X-Forwarded-For`, read from the end: the last address that is no trusted proxy
    is who asked it. What stands before that may be made up.
    """
    networks = [ip_network(each, strict=False) for each in proxies]
    peer = request.client.host if request.client else ""
    if peer and not _inside(peer, networks):
        return peer
    said = ",".join(request.headers.getlist("x-forwarded-for"))
    for written in reversed([part.strip() for part in said.split(",")][-20:]):
        address = _bare(written)
        if not address:
            return peer
        if not _inside(address, networks):
            return address
        peer = address
    return peer


def is_same_site(headers: Mapping[str, str], blog: str) -> bool:
    """Whether a request that a script sends comes from the blog; one that names no origin does."""
    return headers.get("origin", blog) == blog


def _bare(written: str) -> str:
    """An address without brackets and port, "" for what is none."""
    host = written[1:].partition("]")[0] if written.startswith("[") else written
    host = host.partition(":")[0] if host.count(":") == 1 else host
    try:
        return str(ip_address(host))
    except ValueError:
        return ""


def _inside(address: str, networks: Collection[IPv4Network | IPv6Network]) -> bool:
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return any((mapped or parsed) in network for network in networks)
