"""The issues in the ledger and what other platforms mailed -> what came of each, and of each pillar and year."""

from inkwright.flows.counted import Counted
from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.ledger_place import has_ledger
from inkwright.flows.planning import with_planning
from inkwright.flows.reading_pages import Pages
from inkwright.ledger.results import Result, results
from inkwright.measure.counts import Counts, Key, place_of
from inkwright.model.errors import UnreadableError
from inkwright.model.mail_result import MailResult
from inkwright.model.reading import Reading
from inkwright.model.zones import zone
from inkwright.workspace.folder import Workspace

PEOPLE = ("human", "proxy")
"""Who opens a mail when somebody reads it; `mpp` and `scanner` open by themselves."""
METRICS = ("sent", "opens", "clicks")
HIGHEST = ("human", "proxy", "mpp")


def mail_results(workspace: Workspace, today: str, known: Counted | None = None) -> list[MailResult]:
    """What came of each mail, newest first; [] when none went out. Raises LedgerError."""
    if not has_ledger(workspace):
        return []
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        own = list(results(connection, zone(workspace.settings.timezone)))[::-1]
    known = known or Counted(workspace, today)
    pages = known.pages
    found = [_own(one, pages) for one in own] + _elsewhere(known.readings, pages)
    found = [_with_pillar(workspace, one, pages) for one in found]
    return sorted(found, key=lambda one: (one.day, one.post, one.source), reverse=True)


def _own(one: Result, pages: Pages) -> MailResult:
    post = one.slug.partition("#")[0]
    opens = (sum(one.opens.get(kind, 0) for kind in PEOPLE), sum(one.opens.get(kind, 0) for kind in HIGHEST))
    low, high = opens if one.opens else (None, None)
    clicks = one.clicks.get("human", 0) if one.clicks or one.opens else None
    return MailResult(pages.post_of(post) or post, one.subject, one.day, "own", one.sent, low, high, clicks)


def _elsewhere(found: list[tuple[str, Reading]], pages: Pages) -> list[MailResult]:
    """Posts of which another platform tells how many got them: its openings are what it counts, not a lower bound."""
    mails = [(source, one) for source, one in found if one.metric in METRICS and not one.referrer]
    counts, days = Counts(mails, pages.post_of), dict[tuple[str, str], str]()
    for source, one in mails:
        if one.metric == "sent" and (post := pages.post_of(one.page)):
            key = post, place_of(one.page, source)
            days[key] = min(one.day, days.get(key, one.day))
    known, rows = set(counts.keys()), []
    for (post, place), day in days.items():
        keys = [Key(post, place, metric) for metric in METRICS]
        sent, opens, clicks = (counts.settled(key).value if key in known else None for key in keys)
        if sent:
            title = pages.posts[post].metadata.title or post
            rows.append(MailResult(post, title, day, place, sent, opens, opens, clicks))
    return rows


def _with_pillar(workspace: Workspace, one: MailResult, pages: Pages) -> MailResult:
    post = pages.posts.get(one.post)
    if post is None:
        return one
    try:
        pillar = with_planning(workspace, post).metadata.pillar.strip()
    except UnreadableError:
        pillar = ""
    said = (one.post, one.title, one.day, one.source, one.sent, one.opens_low, one.opens_high, one.clicks)
    return MailResult(*said, pillar)
