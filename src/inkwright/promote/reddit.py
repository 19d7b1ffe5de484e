"""Own links among all that a writer posts on Reddit, from its data export or a count, and the sentence that says so."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from inkwright.model.errors import UnreadableError
from inkwright.model.promotion import Share

MOST = 0.10
"""Share of own links from which moderators take a writer for an advertiser. **Source:** reddit.com/wiki/selfpromotion
("10% or less of your posting and conversation should link to your own content"), requirement PRM-5."""
TABLES = {"posts.csv": ("url", "body"), "comments.csv": ("body",)}
"""The files of the export that count, and the columns where an address may stand. **Source:** Reddit's data export
(reddit.com/settings/data-request): posts.csv has id, permalink, date, ip, subreddit, gildings, title, url, body;
comments.csv has id, permalink, date, ip, subreddit, gildings, link, parent, body, media."""
_HINT = "Ask for a new export at reddit.com/settings/data-request."
_WAY = (
    "give --reddit the folder or zip of your data export, or your own links among all that you posted (--reddit 3/80)"
)
_FIELD = 1 << 20


def counted(name: str, path: str, text: str, addresses: Sequence[str]) -> tuple[int, int]:
    """How many rows of one table of the export lead to one of the addresses (without scheme), and how many there are.

    Raises UnreadableError with the line for a missing column and for a row that is cut off.
    """
    own = total = 0
    leads = _leading(addresses)
    for row in _rows(name, path, text):
        total += 1
        own += any(leads.search(row[column]) for column in TABLES[name])
    return own, total


def _leading(addresses: Sequence[str]) -> re.Pattern[str]:
    """What finds one of the addresses, or one below them: whole names of hosts and whole parts of a path only."""
    known = "|".join(map(re.escape, addresses))
    return re.compile(rf"(?:(?<=//)|(?<![\w@./-]))(?:[\w-]+\.)*(?:{known})(?![\w-]|\.\w)", re.I)


def _rows(name: str, path: str, text: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(_FIELD)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        head = next(reader, [])
        missing = [column for column in ("id", *TABLES[name]) if column not in head]
        if missing:
            raise UnreadableError(f"the column `{missing[0]}` is missing", path=path, line=1, hint=_HINT)
        for row in reader:
            if row and len(row) != len(head):
                said = f"this row has {len(row)} of {len(head)} columns: the file seems to be cut off"
                raise UnreadableError(said, path=path, line=reader.line_num, hint=_HINT)
            if row:
                yield dict(zip(head, row, strict=True))
    except csv.Error as error:
        said = f"this is no CSV that can be read ({error})"
        raise UnreadableError(said, path=path, line=max(reader.line_num, 1), hint=_HINT) from error


def share(own: int, total: int, source: str) -> Share:
    """What so many own links among so many posts and comments come to with one more; `source` says where the counts
    come from. Nothing can be told of none."""
    if total <= 0:
        return unknown("there is nothing to count yet")
    after = (own + 1) / (total + 1)
    over = after > MOST
    said = f"{own} of {total:,} posts and comments on Reddit lead to your own site ({_percent(own / total)}, {source})"
    then = f"with this one {own + 1} of {total + 1:,} ({_percent(after)})"
    if not over:
        return Share(own, total, False, f"{said}; {then}, within the 10 % that Reddit asks for.")
    more = _lacking(own, total)
    return Share(
        own, total, True, f"{said}; {then}, over the 10 % that Reddit asks for: talk with others {more:,} times first."
    )


def ticked_alone(ticked: int, total: int) -> Share:
    """What can be told where only the posts ticked off here are known for own links: that they are too many already;
    else nobody can tell, and the answer says how many there may be."""
    found = share(ticked, total, "counting what you ticked off here alone")
    if found.over is not False:
        return found
    most = (total + 1) // 10 - 1
    said = f"Nobody can tell your share of own links on Reddit from {total:,} posts and comments alone"
    are = "is" if ticked == 1 else "are"
    known = f"{ticked} of them {are} ticked off here, and links that you posted otherwise are not known"
    then = f"with at most {most:,} of them leading to your own site this one stays within the 10 % that Reddit asks for"
    return Share(ticked, total, None, f"{said}: {known}; {then}. Say how many: --reddit N/{total}.")


def unknown(why: str = "") -> Share:
    """The answer where nobody can tell."""
    said = f" ({why})" if why else ""
    return Share(0, 0, None, f"Nobody can tell your share of own links on Reddit{said}: {_WAY}.")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _lacking(own: int, total: int) -> int:
    """How many posts or comments without an own link bring one more own link to the limit."""
    return max((own + 1) * 10 - (total + 1), 0)
