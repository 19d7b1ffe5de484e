"""Whether what copies lead to is at home already, asked over the network."""

from collections.abc import Sequence

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_copy import Prepared
from inkwright.model.errors import NetError
from inkwright.net.client import Client


def not_at_home(post: Abroad, prepared: Sequence[Prepared]) -> list[str]:
    """Addresses at home that copies lead to and that do not answer yet, each with what came instead."""
    wanted = dict.fromkeys([*filter(None, (post.original,)), *(url for one in prepared for url in one.used)])
    client = Client()
    found = []
    for url in wanted:
        try:
            status = client.request("HEAD", url).status
            status = client.request("GET", url, with_body=False).status if status in (405, 501) else status
            said = f"{url} ({status})" if status >= 400 else ""
        except NetError as error:
            said = f"{url} ({error.message})"
        found += [said] if said else []
    return found
