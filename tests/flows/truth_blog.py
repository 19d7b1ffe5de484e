"""A blog that never was, with all its readers: what happened is known, and is written down as vendors export it."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from inkwright.flows.ledger import ledger_of
from inkwright.flows.readings import Wanted, import_readings
from inkwright.ledger.tables import click, delivery, issue, link, open_day
from inkwright.workspace.folder import Workspace, open_workspace

ZONE = ZoneInfo("Europe/Oslo")
TODAY = "2026-11-21"
NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
END = datetime(2026, 11, 20, 12, tzinfo=UTC)
KINDS = {"": "direct", "https://www.google.com/": "search", "https://duckduckgo.com/": "search",
         "https://news.ycombinator.com/": "social", "https://lobste.rs/s/x": "social",
         "https://mail.google.com/": "newsletter", "https://ann.example/links/": "other",
         "https://me.example/about/": "own"}  # fmt: skip
"""Where readers come from in this blog, and what kind of place each is."""
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@dataclass(frozen=True)
class Written:
    id: str
    title: str
    pillar: str
    day: str
    words: int


@dataclass(frozen=True)
class Visit:
    post: str
    page: str
    at: datetime
    who: int
    referrer: str


@dataclass
class Letter:
    post: str
    day: date
    sent: int
    opened: dict[str, int]
    clicked: list[datetime]


@dataclass
class World:
    """All that happened. `plausible`, `medium` and `hand` are by post and day, `devto` and `analytics` totals by post.
    The views of a source come in files that are cut at `cuts`; of those in `joined` there is a file of all, too."""

    posts: list[Written]
    visits: dict[str, list[Visit]] = field(default_factory=dict)
    cuts: dict[str, list[datetime]] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)
    hand: dict[tuple[str, str], int] = field(default_factory=dict)
    plausible: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    medium: dict[tuple[str, str], int] = field(default_factory=dict)
    devto: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    analytics: dict[str, int] = field(default_factory=dict)
    letters: list[Letter] = field(default_factory=list)
    substack: dict[str, tuple[dict[int, datetime], dict[int, datetime]]] = field(default_factory=dict)


def day_of(moment: datetime) -> str:
    return moment.astimezone(ZONE).date().isoformat()


def made_up(random: Random) -> World:
    """A blog of 4 to 9 posts, with sources that watched all of it, some of it, or none."""
    posts = []
    for no in range(random.randint(4, 9)):
        day = date(2025, 6, 1) + timedelta(random.randint(0, 500))
        pillar = random.choice(["GPU", "Prose", "gpu", ""])
        posts.append(Written(f"p{no}", f"What post {no} costs", pillar, day.isoformat(), random.randint(3, 60)))
    world = World(posts)
    for source in ("access-log", "goatcounter"):
        if random.random() < 0.7:
            world.visits[source] = _visits(random, posts, told=random.random() < 0.8)
            moments = [visit.at for visit in world.visits[source]] or [END]
            world.cuts[source] = sorted(random.choice(moments) for _ in range(random.randint(0, 3)))
            world.joined |= {source} if random.random() < 0.4 else set()
    for one in posts:
        for day in _days(random, one) if random.random() < 0.6 else ():
            views = random.randint(0, 40)
            world.plausible[one.id, day] = (random.randint(0, views), views)
        for day in _days(random, one) if random.random() < 0.3 else ():
            world.hand[one.id, day] = random.choice([0, 7, 1234])
        for day in _days(random, one) if random.random() < 0.3 else ():
            world.medium[one.id, day] = random.choice([7, 1234, 20_500])
        if random.random() < 0.4:
            world.devto[one.id] = (random.randint(0, 3000), random.randint(0, 50), random.randint(0, 9))
        if random.random() < 0.4:
            world.analytics[one.id] = random.choice([0, 30, 500, 9000])
        if random.random() < 0.5:
            world.letters.append(_letter(random, one))
        if random.random() < 0.4:
            moment = _moment(random, one)
            got = {who: min(END, moment + timedelta(minutes=who)) for who in range(random.randint(1, 30))}
            readers = random.sample(sorted(got), random.randint(0, len(got)))
            opened = {who: min(END, moment + timedelta(hours=random.randint(0, 90))) for who in readers}
            world.substack[one.id] = (got, opened)
    return world


def _visits(random: Random, posts: list[Written], told: bool) -> list[Visit]:
    found: list[Visit] = []
    for one in posts:
        at: dict[tuple[str, datetime], Visit] = {}
        for _ in range(random.choice([0, 5, 40])):
            page = random.choice([f"/posts/{one.id}/", f"/posts/{one.id}/", f"/old/{one.id}/"])
            referrer = random.choice(list(KINDS)) if told else ""
            moment = _moment(random, one)
            at[page, moment] = Visit(one.id, page, moment, random.randint(1, 5), referrer)
        found += at.values()
    strangers = range(random.choice([0, 300]))
    return found + [Visit("", "/about/", END - timedelta(days=no, hours=no % 7), 1, "") for no in strangers]


def _moment(random: Random, one: Written) -> datetime:
    """A moment of a post's life, often in its first days."""
    out = datetime.combine(date.fromisoformat(one.day), datetime.min.time(), UTC) + timedelta(hours=3)
    longest = (END - out) / timedelta(seconds=1)
    seconds = min(longest, random.choice([240_000, 3_600_000, longest]))
    return out + timedelta(seconds=random.randint(0, max(0, int(seconds))))


def _days(random: Random, one: Written) -> set[str]:
    return {day_of(_moment(random, one)) for _ in range(random.choice([1, 12]))}


def _letter(random: Random, one: Written) -> Letter:
    opened = {kind: random.randint(1, 30) for kind in ("human", "proxy", "mpp", "scanner") if random.random() < 0.6}
    clicked = [_moment(random, one) for _ in range(random.choice([0, 0, 6]))]
    return Letter(one.id, date.fromisoformat(one.day) + timedelta(1), random.randint(1, 60), opened, clicked)


def write_posts(folder, world: World) -> Workspace:
    (folder / "posts").mkdir(parents=True)
    settings = 'base_url = "https://me.example"\ntimezone = "Europe/Oslo"\npillars = ["GPU", "Unused"]\n'
    (folder / "inkwright.toml").write_text(settings, encoding="utf-8")
    for one in world.posts:
        front = f"title: {one.title}\npillar: {one.pillar}\ndate: {one.day}\naliases: [/old/{one.id}/]\n"
        text = f"---\n{front}---\n\n{' '.join(['word'] * one.words)}.\n"
        (folder / "posts" / f"{one.id}.md").write_text(text, encoding="utf-8")
    return open_workspace(folder)


def write_letters(workspace: Workspace, world: World) -> None:
    """Our own letters, straight into the ledger, as sending them would leave it."""
    ledger = ledger_of(workspace)
    with ledger.write() as connection:
        for no, one in enumerate(world.letters):
            at = datetime.combine(one.day, datetime.min.time(), UTC) + timedelta(hours=9)
            row = {"slug": one.post if not no % 2 else f"{one.post}#{no}", "state": "sent", "made": at, "frozen_at": at,
                   "subject": f"About {one.post}", "body": b"x", "body_sha256": "y", "audience": one.sent}  # fmt: skip
            id_ = connection.execute(insert(issue).values(row).returning(issue.c.id)).scalar_one()
            readers = [
                {"issue": id_, "sub": sub, "addr": "", "state": "sent", "sent_at": at} for sub in range(one.sent)
            ]
            connection.execute(insert(delivery), readers)
            for kind, count in one.opened.items():
                connection.execute(insert(open_day).values(issue=id_, day=one.day.isoformat(), kind=kind, count=count))
            url = f"https://me.example/posts/{one.post}/?utm_source=letter"
            to = connection.execute(insert(link).values(issue=id_, url=url).returning(link.c.id)).scalar_one()
            for moment in one.clicked:
                connection.execute(insert(click).values(link=to, kind="human", at=moment))
            connection.execute(insert(click).values(link=to, kind="scanner", at=at))
    ledger.close()


def exports(world: World, random: Random) -> list[tuple[str, str, Wanted]]:
    """Every file as its vendor writes it, rows in any order, most in two halves."""
    files = [(f"a{no}.log", text, Wanted()) for no, text in enumerate(_pieces(world, "access-log", random, _log))]
    head = "2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,Referrer scheme,Screen size,Location," \
           "FirstVisit,Date\n"  # fmt: skip
    files += [(f"g{no}.csv", head + text, Wanted())
              for no, text in enumerate(_pieces(world, "goatcounter", random, _goat))]  # fmt: skip
    rows = [_hosts(random, day, post, *counts) for (post, day), counts in world.plausible.items()]
    files += _halves("p", PLAUSIBLE, rows, random, Wanted())
    rows = [f"{random.choice(('', '/posts/'))}{post},{day},{views}" for (post, day), views in world.hand.items()]
    files += _halves("h", "post,date,views", [_doubled(random, row) for row in rows], random, Wanted())
    titles = {one.id: one.title for one in world.posts}
    rows = [
        f'{titles[post]};{day};"{f"{views:,}".replace(",", ".")},00"' for (post, day), views in world.medium.items()
    ]
    files += _halves("m", "Title;Date;Views", rows, random, Wanted(source="medium"))
    for share, day in ((1, "2026-11-20"), (2, "2026-10-01")):
        rows = [{"url": f"https://dev.to/me/{post}-x", "canonical_url": f"https://me.example/posts/{post}/",
                 "title": titles[post], "page_views_count": views // share, "public_reactions_count": likes // share,
                 "comments_count": told // share} for post, (views, likes, told) in world.devto.items()]  # fmt: skip
        files += [(f"d{share}.json", json.dumps(rows), Wanted(day=day))] if rows else []
    rows = [f'/posts/{post}/,"{views:,}"' for post, views in world.analytics.items()]
    said = "# Pages and screens\n# Start date: 20260101\n# End date: 20261101\n\nPage path and screen class,Views\n"
    files += [("ga.csv", said + "\n".join(rows) + "\n", Wanted())] if rows else []
    for post, whats in world.substack.items():
        for what, found in zip(("delivers", "opens"), whats, strict=True):
            rows = [f"1,{at:%Y-%m-%dT%H:%M:%S.000Z},r{who}@x.example" for who, at in found.items()]
            rows += [
                f"1,{min(END, at + timedelta(days=3)):%Y-%m-%dT%H:%M:%S.000Z},R{who}@x.example"
                for who, at in found.items()
            ]
            random.shuffle(rows)
            files.append((f"1.{post}.{what}.csv", "post_id,timestamp,email\n" + "\n".join(rows), Wanted()))
    return files


PLAUSIBLE = "date,hostname,page,visits,visitors,pageviews"


def _hosts(random: Random, day: str, post: str, people: int, views: int) -> str:
    """What Plausible counted of a page on a day: on one host or on two, and now and then a row twice."""
    there = random.choice([(0, 0), (people, views), (people // 2, views // 3)])
    hosts = {"www.me.example": there, "me.example": (people - there[0], views - there[1])}
    rows = [f"{day},{host},/posts/{post}/,9,{mine},{seen}" for host, (mine, seen) in hosts.items() if mine or seen]
    rows = rows or [f"{day},me.example,/posts/{post}/,9,0,0"]
    return "\n".join(_doubled(random, row) for row in rows)


def _doubled(random: Random, row: str) -> str:
    return f"{row}\n{row}" if random.random() < 0.2 else row


def piece_of(world: World, source: str, one: Visit) -> int:
    """Which of the files that a source's views are cut into has a view."""
    return sum(one.at >= cut for cut in world.cuts[source])


def _pieces(world: World, source: str, random: Random, line) -> list[str]:
    """Files as a server cuts them, in the middle of a day, lines in any order; a copy of one; or one of them all."""
    pieces: dict[int, list[str]] = defaultdict(list)
    for one in world.visits.get(source, ()):
        pieces[piece_of(world, source, one)].append(line(one, random))
    files = list(pieces.values())
    if files:
        files.append(list(random.choice(files)))
    if source in world.joined:
        files.append([line for lines in pieces.values() for line in lines])
    for lines in files:
        random.shuffle(lines)
        lines += lines[: random.choice([0, 3])] if len(lines) > 6 else []
    return ["\n".join(lines) + "\n" for lines in files if lines]


def _log(one: Visit, random: Random) -> str:
    """A line in whatever zone the server is set to; programs, errors and files beside it."""
    at = one.at.astimezone(timezone(timedelta(minutes=random.choice([0, 120, -420, 330]))))
    moment = at.strftime("%d/%b/%Y:%H:%M:%S %z")
    page = random.choice([one.page, f"{one.page}?utm_source=x", f"{one.page}index.html"])
    told = f'192.0.2.{one.who} - - [{moment}] "{{}}" {{}} 5 "{one.referrer or "-"}" "{{}}"'
    own = told.format(f"GET {page} HTTP/2.0", 200, AGENT)
    others = [
        told.format(f"GET {page} HTTP/2.0", 200, "Googlebot/2.1"),
        told.format(f"GET {page} HTTP/2.0", 404, AGENT),
        told.format("GET /a.css HTTP/2.0", 200, AGENT),
        told.format(f"HEAD {page} HTTP/2.0", 200, AGENT),
    ]
    return "\n".join([own, *random.sample(others, random.randint(0, 2))])


def _goat(one: Visit, random: Random) -> str:
    offset = random.choice([timedelta(0), timedelta(hours=9)])
    at = one.at.astimezone(timezone(offset)).isoformat()
    own = f"{one.page},T,false,,,,s{one.who},0,{one.referrer},h,,,true,{at}"
    return "\n".join([own, f"{one.page},T,false,,,,s9,150,,,,,true,{at}"][: random.randint(1, 2)])


def _halves(name: str, head: str, rows: list[str], random: Random, wanted: Wanted) -> list[tuple[str, str, Wanted]]:
    random.shuffle(rows)
    at = random.randint(0, len(rows))
    parts = [part for part in (rows[:at], rows[at:]) if part]
    return [(f"{name}{no}.csv", "\n".join((head, *part)) + "\n", wanted) for no, part in enumerate(parts)]


def take_in(workspace: Workspace, world: World, random: Random) -> None:
    """Import an early export, low or wrong; then every file, each twice, and exports that are cut off, in any order."""
    wrong = random.random() < 0.3
    before = _off(world, 7 if wrong else -4)
    if world.plausible:
        workspace.path("before.csv").write_text(before, encoding="utf-8")
        import_readings(workspace, str(workspace.path("before.csv")), Wanted(), NOW)
    if wrong and world.plausible:
        mended = Wanted(replace=True)
        workspace.path("mended.csv").write_text(_off(world, 0), encoding="utf-8")
        assert import_readings(workspace, str(workspace.path("mended.csv")), mended, NOW)[0].fell
    files = exports(world, random) * 2
    random.shuffle(files)
    if world.plausible:
        files.insert(random.randint(0, len(files)), ("cut.csv", _off(world, -2), Wanted()))
    seen: Counter[str] = Counter()
    for name, text, wanted in files:
        workspace.path(name).write_text(text, encoding="utf-8")
        (done,) = import_readings(workspace, str(workspace.path(name)), wanted, NOW)
        assert done.unread == () and (not seen[name] or done.new == done.changed == 0)
        assert not (done.source == "plausible" and done.new) and not done.replaced
        assert not done.fell or name == "cut.csv"
        seen[name] += 1


def _off(world: World, by: int) -> str:
    """What Plausible counted, each count off by some, none below 0."""
    rows = [
        f"{day},/posts/{post}/,{max(0, people + by)},{max(0, views + by)}"
        for (post, day), (people, views) in world.plausible.items()
    ]
    return "\n".join(("date,page,visitors,pageviews", *rows)) + "\n"
