"""A list from elsewhere -> readers here, consent only lowered, with an account of every line."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.ledger import ledger_for_writing
from inkwright.flows.subscribers_lists import chosen_lists
from inkwright.flows.subscribers_refused import keep_refused
from inkwright.ledger.intake import take_in
from inkwright.ledger.open import Ledger
from inkwright.ledger.subscribers import AT_ONCE
from inkwright.model.subscriber import Intake, Person, Refused
from inkwright.newsletter.csv_people import read_people
from inkwright.workspace.folder import Workspace

Progress = Callable[[int, int], object]


class Wanted(Struct, frozen=True):
    """How to import: the list's format, how its people agreed in the owner's words, and lists for who is new."""

    format: str = "auto"
    vouched: str = ""
    lists: Sequence[str] = ()


class Imported(Struct, frozen=True):
    """What an import did. `refused` are lines that hold nobody who can be mailed to; `account` is the file that names
    them all, "" when there are none. `column` is the one whose addresses were taken, `passed_over` others that hold
    some."""

    file: str
    format: str
    people: Intake
    refused: tuple[Refused, ...]
    account: str = ""
    column: str = ""
    passed_over: tuple[str, ...] = ()


def import_subscribers(
    workspace: Workspace, source: str, wanted: Wanted, now: datetime, progress: Progress | None = None
) -> Imported:
    """Bring in a list. Each address goes in whole or not at all; interrupted, the same command goes on where it was.

    Run again it changes nothing. Raises UnreadableError when there is no address in the file.
    """
    lists = chosen_lists(workspace, wanted.lists)
    data = workspace.read_bytes(Path(source).expanduser().absolute())
    name = Path(source).name
    listing = read_people(data, wanted.format, source)
    how = listing.format
    refused: list[Refused] = []
    people = _people(listing.people, refused, lists)
    about = data.count(b"\n") + 1
    with ledger_for_writing(workspace, now) as ledger:
        done = _take_in_all(ledger, people, now, f"{how.label}: {name}", wanted.vouched, about, progress)
    account = keep_refused(workspace, name, refused)
    return Imported(name, how.name, done, tuple(refused), account, listing.column, listing.passed_over)


def _people(found: Iterator[Person | Refused], refused: list[Refused], lists: tuple[str, ...]) -> Iterator[Person]:
    """The people; what is none goes to `refused`."""
    for one in found:
        if isinstance(one, Refused):
            refused.append(one)
        else:
            yield one if not lists else _on_lists(one, lists)


def _on_lists(one: Person, lists: tuple[str, ...]) -> Person:
    return replace(one, tags=tuple(sorted({*one.tags, *lists})))


def _take_in_all(
    ledger: Ledger, people: Iterator[Person], now: datetime, source: str, vouched: str, about: int,
    progress: Progress | None,
) -> Intake:  # fmt: skip
    done = Intake()
    while some := list(islice(people, AT_ONCE)):
        with ledger.write(durable=True) as connection:
            done += take_in(connection, some, now, source=source, vouched=vouched)
        if progress:
            progress(min(some[-1].line, about), about)
    return done
