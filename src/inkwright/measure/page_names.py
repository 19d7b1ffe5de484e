"""What a page is called by the place that counted it: its address there, and what it says that it is a copy of.

A copy made by hand is in no record of ours, so its other names travel behind its address, as a fragment that no lookup
of the address minds: `https://dev.to/me/x-1#of=https%3A//me.example/posts/x/&title=X`.
"""

from collections.abc import Iterator
from urllib.parse import parse_qsl, quote

from inkwright.measure.export_file import host_of

_PARTS = ("of", "title")


def with_names(address: str, canonical: str = "", title: str = "") -> str:
    """An address with the page's canonical URL and title behind it where they say more; "" for no address."""
    told = {"of": canonical if canonical.strip() != address else "", "title": " ".join(title.split())}
    more = "&".join(f"{part}={quote(told[part].strip())}" for part in _PARTS if told[part])
    return f"{address}#{more}" if address and more and "#" not in address else address


def address_of(page: str) -> str:
    """A page without what follows its address: two names of it are one page."""
    return page.partition("#")[0] if "://" in page else page


def at_place(place: str, name: str) -> str:
    """What a page is called that is read at a place of which only the name is told: `place://medium/kv-cache#of=...`."""
    return f"place://{quote(host_of(place), safe='.')}/{quote(name.strip('/'))}#of={quote(name)}"


def other_names(page: str) -> Iterator[str]:
    """What stands behind an address, the surest name first."""
    behind = dict(parse_qsl(page.partition("#")[2])) if "://" in page else {}
    yield from (behind[part] for part in _PARTS if part in behind)
