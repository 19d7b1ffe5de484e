"""The numbers of `stats`, counted the plain way from what happened: no code of the product's is used here."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal, getcontext
from math import exp, log

from tests.flows.truth_blog import KINDS, TODAY, day_of, piece_of

getcontext().prec = 40
T95 = {1: 12.706205, 2: 4.302653, 3: 3.182446, 4: 2.776445, 5: 2.570582, 6: 2.446912, 7: 2.364624, 8: 2.306004}
NEVER = "9999-99-99"


def later(day, days):
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def between(since, until):
    length = (date.fromisoformat(until) - date.fromisoformat(since)).days + 1
    return [later(since, no) for no in range(max(0, length))]


def by_source(world, post, metric):
    """Source -> day -> count on the own site."""
    found = {}
    for source, visits in world.visits.items():
        here = [visit for visit in visits if visit.post == post]
        if metric == "visitors":
            whole = source in world.joined
            here = {
                (whole or piece_of(world, source, visit), visit.page, day_of(visit.at), visit.who): visit
                for visit in here
            }.values()
        found[source] = Counter(day_of(visit.at) for visit in here)
    no = 0 if metric == "visitors" else 1
    found["plausible"] = {day: counts[no] for (id_, day), counts in world.plausible.items() if id_ == post}
    if metric == "views":
        found["table"] = {day: count for (id_, day), count in world.hand.items() if id_ == post}
    return {source: dict(days) for source, days in found.items() if days}


def watched(world, source):
    if source == "table":
        return {day for _, day in world.hand}
    if source == "plausible":
        return {day for _, day in world.plausible}
    return {day_of(visit.at) for visit in world.visits[source]}


def lowest(days):
    """Day -> the lowest count of those that counted it."""
    every = {day for counts in days.values() for day in counts}
    return {day: min(counts[day] for counts in days.values() if day in counts) for day in every}


def on_own_site(world, post, metric):
    """The count to go by, and what went into it by day."""
    days = by_source(world, post.id, metric)
    low = lowest(days)
    if metric != "views" or post.id not in world.analytics:
        return (sum(low.values()) if low else None), low
    total, end = world.analytics[post.id], "2026-11-01"
    before = sum(count for day, count in low.items() if day <= end)
    life = between(min([post.day, *low]), end)
    seen = set().union(*(watched(world, source) for source in days)) if days else set()
    whole = not life or sum(day in seen for day in life) / len(life) >= 0.9
    if low and (total <= before or whole):
        return sum(low.values()), low
    return total + sum(count for day, count in low.items() if day > end), low


def values(world, post):
    """Metric -> place -> count."""
    found = defaultdict(dict)
    for metric in ("views", "visitors"):
        count, _ = on_own_site(world, post, metric)
        if count is not None:
            found[metric]["own site"] = count
    medium = [count for (id_, _), count in world.medium.items() if id_ == post.id]
    if medium:
        found["views"]["medium"] = sum(medium)
    if post.id in world.devto:
        for metric, count in zip(("views", "likes", "comments"), world.devto[post.id], strict=True):
            found[metric]["dev.to"] = count
    if post.id in world.substack:
        got, opened = world.substack[post.id]
        found["sent"]["substack"] = len(got)
        if opened:
            found["opens"]["substack"] = len(opened)
    return {metric: dict(places) for metric, places in found.items()}


def referrers(world, post):
    """Host -> views from there, the highest of the sources that tell."""
    found = Counter()
    for visits in world.visits.values():
        here = Counter(visit.referrer for visit in visits if visit.post == post.id and visit.referrer)
        for address, count in here.items():
            host = address.split("/")[2].removeprefix("www.")
            found[host] = max(found[host], count)
    return found


def kinds_by_day(world, post):
    """Day -> kind -> views: a source that tells referrers first, then the lowest, then by name; letters moved."""
    told = {source: [day_of(one.at) for one in visits if one.referrer] for source, visits in world.visits.items()}
    telling = {source: min(days, default=NEVER) for source, days in told.items()}
    days = by_source(world, post.id, "views")
    found = defaultdict(Counter)
    for day in {day for counts in days.values() for day in counts}:
        there = [
            (telling.get(source, NEVER) > day, counts[day], source) for source, counts in days.items() if day in counts
        ]
        untold, count, source = min(there)
        if not untold:
            for visit in world.visits[source]:
                if visit.post == post.id and day_of(visit.at) == day:
                    found[day][KINDS[visit.referrer]] += 1
        else:
            found[day]["untold"] += count
    for (id_, day), count in world.medium.items():
        if id_ == post.id:
            found[day]["untold"] += count
    for letter in world.letters:
        if letter.post == post.id:
            for moment in letter.clicked:
                if found.get(day_of(moment), Counter())["direct"] > 0:
                    found[day_of(moment)]["direct"] -= 1
                    found[day_of(moment)]["newsletter"] += 1
    return {day: +kinds for day, kinds in found.items()}


def anybody(world):
    """Days on which anybody counted views by day."""
    return {day for source in [*world.visits, "plausible", "table"] for day in watched(world, source)} | {
        day for _, day in world.medium
    }


def uncounted(seen, since, until):
    """Whether some of those days were not counted: none at all, the first two, or 31 in a row."""
    life = between(since, until)
    if not seen & set(life):
        return True
    before = [day for day in between(later(since, -31), later(since, -1)) if day in seen]
    if not before and not seen & set(life[:2]):
        return True
    missed = 0
    for day in between(before[-1], until) if before else between(min(seen & set(life)), until):
        missed = 0 if day in seen else missed + 1
        if missed >= 31:
            return True
    return False


def half(ages, total_of):
    """Days within which half came: each view in a row, the one in the middle."""
    line = sorted(age for age, count in ages.items() for _ in range(count) if 0 <= age < 365)
    return len(line), (line[(len(line) - 1) // 2] + 1 if len(line) >= 10 and total_of else None)


def wilson(count, sent):
    """Both roots of (p - s)^2 = z^2 s (1 - s) / n."""
    p, n, z = Decimal(count) / Decimal(sent), Decimal(sent), Decimal("1.959964")
    a, b, c = 1 + z * z / n, -(2 * p + z * z / n), p * p
    root = (b * b - 4 * a * c).sqrt()
    return float((-b - root) / (2 * a)), float((-b + root) / (2 * a))


def letters(world):
    """Each mail: its pillar, its day, its readers, openings and clicks (None where they were not counted)."""
    pillars = {post.id: post.pillar for post in world.posts}
    rows = []
    for one in world.letters:
        opens = one.opened.get("human", 0) + one.opened.get("proxy", 0) if one.opened else None
        rows.append((pillars[one.post], one.day.isoformat(), one.sent, opens, len(one.clicked)))
    for id_, (got, opened) in world.substack.items():
        first = min(day_of(at) for at in got.values())
        rows.append((pillars[id_], first, len(got), len(opened) if opened else None, None))
    return rows


def usual(counts):
    """What is usual of counts and its interval, as the textbook has it."""
    logs = [log(count + 1) for count in counts]
    middle = sum(logs) / len(logs)
    if len(logs) == 1:
        return exp(middle) - 1, None, None
    spread = max(sum((one - middle) ** 2 for one in logs) / (len(logs) - 1), exp(-middle))
    reach = T95[len(logs) - 1] * (spread / len(logs)) ** 0.5
    return exp(middle) - 1, max(0, exp(middle - reach) - 1), exp(middle + reach) - 1


def uses(world):
    """Post -> metric -> what readers used, once with all views and once with those of the first 30 days."""
    seen, whole, first = anybody(world), {}, {}
    for post in world.posts:
        counts = {metric: sum(places.values()) for metric, places in values(world, post).items()}
        told = {}
        for metric, name in (("views", "views"), ("likes", "likes"), ("replies", "comments")):
            if name in counts:
                told[metric] = counts[name]
        mailed = [len(one.clicked) for one in world.letters if one.post == post.id]
        if mailed:
            told["clicks"] = sum(mailed)
        if told:
            whole[post.id] = told
        last = later(post.day, 29)
        if last < TODAY and last <= max(seen, default="") and not uncounted(seen, post.day, last):
            _, low = on_own_site(world, post, "views")
            early = sum(count for day, count in low.items() if post.day <= day <= last)
            early += sum(n for (id_, day), n in world.medium.items() if id_ == post.id and post.day <= day <= last)
            first[post.id] = {**told, "views": early}
    return whole, first
