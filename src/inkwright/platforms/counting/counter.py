"""What a place that counts readers and has an API is to us: data, and one small function over a wire handed in."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator

from msgspec import Struct

import inkwright.platforms.counting
from inkwright.model.errors import UsageError
from inkwright.platforms.writing.copies import Account, Wire

_NO_COUNTERS = ("counter",)


class Asked(Struct, frozen=True):
    """What is wanted: the host of the site, ISO days from `since` to `until`, the moment (ISO, UTC), and how to wait
    some seconds."""

    site: str
    since: str
    until: str
    now: str
    pause: Callable[[float], object]


class Fetched(Struct, frozen=True):
    """An answer as a file: its name, its bytes, and its format as `readings import --from` names it."""

    name: str
    data: bytes
    format: str


class Counter(Struct, frozen=True):
    """A place that counts. `asks` pairs each name of an environment variable with what it holds, `may_ask` those that
    may be left out, `server` gives the address that requests go to. `fetch` raises Refused and NetError."""

    name: str
    label: str
    asks: tuple[tuple[str, str], ...]
    server: Callable[[Account], str]
    fetch: Callable[[Wire, Account, Asked], Iterator[Fetched]]
    may_ask: tuple[tuple[str, str], ...] = ()


def counters() -> tuple[str, ...]:
    """The names of all, sorted; none is imported."""
    found = (one.name for one in pkgutil.iter_modules(inkwright.platforms.counting.__path__))
    return tuple(sorted(name for name in found if name not in _NO_COUNTERS))


def counter_of(name: str) -> Counter:
    """The one of that name. Raises UsageError where there is none."""
    if name not in counters():
        hint = f"There are: {', '.join(counters())}. What others hand out goes in with `inkwright readings import`."
        raise UsageError(f"readings cannot be fetched from `{name}`", hint=hint)
    found: Counter = importlib.import_module(f"inkwright.platforms.counting.{name}").COUNTER
    return found
