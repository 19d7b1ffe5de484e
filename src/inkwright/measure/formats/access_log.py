"""Logs of web servers: the combined format of Apache and nginx, and the JSON lines of Caddy."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from inkwright.measure.export_file import ExportFile, host_of, path_of
from inkwright.measure.visit import Visit
from inkwright.model.reading import Unread
from inkwright.model.regex import regex

LABEL = "web server log"
WANTS: tuple[tuple[str, ...], ...] = ()
SOURCE = "https://httpd.apache.org/docs/2.4/logs.html#combined · https://caddyserver.com/docs/logging (2025)"
_LINE = regex(
    r'(?P<ip>\S+) \S+ \S+ \[(?P<at>[^\]]{20,40})\] "(?P<method>[A-Z]+) (?P<path>\S+)[^"]*" (?P<status>\d{3}) \S+'
    r'(?: "(?P<referrer>(?:[^"\\]|\\.)*)" "(?P<agent>(?:[^"\\]|\\.)*)")?.*'
)
_NO_REQUEST = regex(r'\S+ \S+ \S+ \[[^\]]{20,40}\] "(?:[^"\\]|\\.)*" \d{3} \S+.*')
"""A line of what came in and was no request: every server on the open network gets such from programs that look for
holes, and answers them with 400."""
_BOT = regex(
    r"bot\b|bot/|crawl|spider|slurp|archiver|facebookexternalhit|preview|monitor|uptime|curl/|wget/|python-|okhttp|"
    r"go-http|java/|libwww|scrapy|headless|lighthouse|feed|rss|^-?$",
    re.IGNORECASE,
)
"""What programs call themselves. **Source:** own choice, over the names that the large crawlers document."""
_FILE = regex(r"\.(?!html?$)[a-z0-9]{1,5}$", re.IGNORECASE)
_AT = regex(
    r"(?P<day>\d\d)/(?P<month>\w{3})/(?P<year>\d{4}):(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d) "
    r"(?P<sign>[+-])(?P<hours>\d\d)(?P<minutes>\d\d)",
    re.ASCII,
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SHOWN = ("200", "304")


def matches(file: ExportFile) -> bool:
    """Whether the first line that says anything is one of a log."""
    first = next((line for line in file.text.splitlines() if line.strip()), "")
    return bool(_LINE.fullmatch(first)) or (first.startswith("{") and '"request"' in first and '"status"' in first)


def visits(file: ExportFile) -> Iterator[Visit | Unread]:
    """Each view of a page; files, errors and programs are left out. A visitor is an address with a browser on one day;
    neither is kept."""
    for no, line in enumerate(file.text.splitlines(), 1):
        if not line.strip():
            continue
        fields = _from_json(line) if line.startswith("{") else _from_line(line)
        if fields is None:
            if found := _LINE.fullmatch(line):
                yield Unread(no, f"`{found['at']}` is no moment like 21/Nov/2026:10:00:00 +0000")
            elif not _NO_REQUEST.fullmatch(line):
                yield Unread(no, "this is no line of a log")
            continue
        method, status, page, agent, address, moment, referrer = fields
        if method != "GET" or status not in _SHOWN or _FILE.search(page) or _BOT.search(agent):
            continue
        day = moment.astimezone(file.zone).date().isoformat()
        if wrong := file.never_counted(day):
            yield Unread(no, wrong)
            continue
        came = host_of(referrer) if referrer not in ("", "-") else ""
        yield Visit(page, day, f"{address} {agent}", came, int(moment.timestamp()), no)


Fields = tuple[str, str, str, str, str, datetime, str]


def _from_line(line: str) -> Fields | None:
    found = _LINE.fullmatch(line)
    if not found:
        return None
    moment = _moment(found["at"])
    if moment is None:
        return None
    page = path_of(found["path"])
    said = (found["agent"] or "", found["ip"], moment, found["referrer"] or "")
    return (found["method"], found["status"], page, *said)


def _moment(written: str) -> datetime | None:
    """A moment like 21/Nov/2026:10:00:00 +0100, None for what is none. The months are English in every language."""
    found = _AT.fullmatch(written)
    if not found or found["month"] not in _MONTHS:
        return None
    month = _MONTHS.index(found["month"]) + 1
    year, day, hour, minute, second = map(int, found.group("year", "day", "hour", "minute", "second"))
    hours, minutes = int(f"{found['sign']}{found['hours']}"), int(f"{found['sign']}{found['minutes']}")
    try:
        zone = timezone(timedelta(hours=hours, minutes=minutes))
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _from_json(line: str) -> Fields | None:
    try:
        data = json.loads(line)
        asked = data["request"]
        moment = datetime.fromtimestamp(float(data["ts"]), tz=UTC)
        headers = {str(key).casefold(): value for key, value in (asked.get("headers") or {}).items()}
        agent, referrer = (str((headers.get(key) or [""])[0]) for key in ("user-agent", "referer"))
        address = str(asked.get("client_ip") or asked.get("remote_ip") or "")
        return (str(asked["method"]), str(data["status"]), path_of(str(asked["uri"])), agent, address, moment, referrer)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, OSError):
        return None
