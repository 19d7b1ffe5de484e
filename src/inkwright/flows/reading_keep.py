"""One file of readings -> the ledger, and the account of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection

from inkwright.flows.reading_pages import Pages
from inkwright.ledger import readings as kept
from inkwright.ledger.open import Ledger
from inkwright.ledger.reading_marks import keep_marks, marks
from inkwright.ledger.reading_names import remember
from inkwright.measure import taking_in
from inkwright.measure.export_file import ExportFile
from inkwright.measure.page_names import address_of
from inkwright.measure.readings import read_file, unused
from inkwright.measure.visit_counts import Merged, Views, merge
from inkwright.model.reading import Reading, ReadingsImport, Unread

FARTHEST = timedelta(hours=14)
"""How far a clock can be ahead of UTC: a day that has begun nowhere on earth was counted by nobody."""


class How(Struct, frozen=True):
    """How a file is taken in: whether its days replace what is known of them, whether lower counts replace higher ones
    (single views still add up), and whether days before their post came out count."""

    replace: bool = False
    mended: bool = False
    early: bool = False


USUAL = How()


def last_day(now: datetime) -> str:
    """The last ISO day that can have been counted."""
    return (now.astimezone(UTC) + FARTHEST).date().isoformat()


def keep_file(
    ledger: Ledger, file: ExportFile, format_: str, source: str, pages: Pages, how: How = USUAL
) -> ReadingsImport:
    """Take in the readings of a file, all or none. Raises UnreadableError for a file of another format, LedgerError."""
    found, posts, early = read_file(file, format_), pages.told, list[Unread]()
    values = found.values
    if format_ == "table" and not how.early:
        values, early = taking_in.before_the_post(values, posts)
    names = pages.named({one.page for one in values})
    with ledger.write(durable=True) as connection:
        known = [one for _, one in kept.readings(connection, source)] if format_ == "table" else []
        made = _merged(connection, source, values, found.views, how)
        counts = kept.keep(connection, source, made.readings)
        remember(connection, names)
    told = [*found.told, *made.told, *taking_in.early_told(values, posts)]
    if found.views is None:
        told += taking_in.named_otherwise(values, posts, source)
    if format_ == "table":
        told += taking_in.known_otherwise(values, known, posts, source)
        told += taking_in.places_told(values, source, posts.own_host)
    days = [one.day for one in values]
    return ReadingsImport(
        file.name, source, *counts, min(days, default=""), max(days, default=""), _strangers(values, pages),
        tuple(sorted((*found.unread, *early), key=lambda one: one.line)), tuple(told), made.fell,
        how.replace or how.mended,
        unused(file, format_),
    )  # fmt: skip


def _merged(connection: Connection, source: str, values: Sequence[Reading], views: Views | None, how: How) -> Merged:
    """The readings of a file with what the ledger has: single views are added up, of counts the higher stays."""
    before = kept.known_values(connection, source, values)
    if views is None or not values:
        readings, fell = taking_in.kept_high(values, before, how.replace or how.mended)
        return Merged(readings, {}, (), tuple(fell))
    first, last = (date.fromisoformat(pick(one.day for one in values)) for pick in (min, max))
    beside = timedelta(days=1)
    known = marks(connection, source, (first - beside).isoformat(), (last + beside).isoformat())
    made = merge(views, known, before, how.replace)
    if how.replace:
        kept.forget_referrers(connection, source, views.by_place)
    keep_marks(connection, source, made.marks)
    return made


def _strangers(values: Sequence[Reading], pages: Pages) -> tuple[str, ...]:
    """The pages of no post."""
    return tuple(sorted({address_of(one.page) for one in values if one.page and not pages.post_of(one.page)}))
