"""Every number of `stats`, against what happened: blogs are made up, their readers are exported as vendors do (rows in
any order, in files that share a day or are cut off, twice, in mixed zones and decimal marks, under several names),
taken in, and each figure is counted anew by plain code.
"""

import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.flows import truth_plain as plain
from tests.flows.truth_blog import TODAY, made_up, take_in, write_letters, write_posts

from inkwright.flows.newsletter_stats import mail_results
from inkwright.flows.pillars import pillar_shares
from inkwright.flows.post_life import post_lives
from inkwright.flows.post_stats import post_stats
from inkwright.flows.what_next import what_next
from inkwright.measure.mail_rates import by_pillar


@given(st.integers(0, 2**32))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_number_is_what_happened(seed):
    with tempfile.TemporaryDirectory() as folder:
        random = Random(seed)
        world = made_up(random)
        workspace = write_posts(Path(folder) / "blog", world)
        write_letters(workspace, world)
        take_in(workspace, world, random)
        of_posts(world, workspace)
        of_pillars(world, workspace)
        of_letters(world, workspace)
        of_lives(world, workspace)
        of_next(world, workspace)


def of_posts(world, workspace):
    rows, early = post_stats(workspace, TODAY)
    assert {row.id for row in rows} == {post.id for post in world.posts}
    known = 0
    for post in world.posts:
        row = next(row for row in rows if row.id == post.id)
        expected = plain.values(world, post)
        known += bool(expected)
        assert row.values == {metric: sum(places.values()) for metric, places in expected.items()}
        assert {(one.metric, one.place): one.value for one in row.taken} == {
            (metric, place): count for metric, places in expected.items() for place, count in places.items()
        }
        assert dict(row.places) == {place: count for place, count in expected.get("views", {}).items() if count}
        came = plain.referrers(world, post)
        assert all(came[host] == count for host, count in row.referrers)
        assert [count for _, count in row.referrers] == sorted(came.values(), reverse=True)[:5]
        sources = {source for one in row.taken for source in one.sources}
        assert sources <= {*world.visits, "plausible", "medium", "table", "devto", "google-analytics", "substack"}
    assert bool(early) == (known < 6 or not any(post.day < "2026-08-22" for post in world.posts))


def of_pillars(world, workspace):
    found = pillar_shares(workspace, TODAY)
    rows = {row.pillar.casefold(): row for row in found}
    assert len(rows) == len(found)
    words = sum(post.words for post in world.posts)
    for name in {post.pillar.casefold() for post in world.posts} | {"gpu", "unused"}:
        here = [post for post in world.posts if post.pillar.casefold() == name]
        row, own = rows.pop(name), sum(post.words for post in here)
        assert (row.posts, row.words, row.last) == (len(here), own, max((post.day for post in here), default=""))
        assert row.share == pytest.approx(own / words, abs=6e-5)
    assert rows == {}


def of_letters(world, workspace):
    results = mail_results(workspace, TODAY)
    expected = plain.letters(world)
    assert sorted((one.pillar, one.day, one.sent) for one in results) == sorted(row[:3] for row in expected)
    found = {(one.pillar.casefold(), one.year): one for one in by_pillar(results)}
    groups = defaultdict(list)
    for row in expected:
        groups[row[0].casefold(), row[1][:4]].append(row)
    assert set(found) == set(groups)
    for key, some in groups.items():
        assert (found[key].issues, found[key].sent) == (len(some), sum(row[2] for row in some))
        for no, share in ((3, found[key].opened), (4, found[key].clicked)):
            counted = [row for row in some if row[no] is not None]
            assert (share is None) == (not counted)
            if share:
                sent = sum(row[2] for row in counted)
                count = min(sent, sum(row[no] for row in counted))
                low, high = plain.wilson(count, sent)
                assert (share.value, share.low, share.high) == (
                    pytest.approx(count / sent, abs=6e-5), pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5),
                )  # fmt: skip


def of_lives(world, workspace):
    lives = post_lives(workspace, TODAY)
    found, seen = {one.id: one for one in lives.posts}, plain.anybody(world)
    for post in world.posts:
        days = plain.kinds_by_day(world, post)
        assert (post.id in found) == bool(days)
        if not days:
            continue
        one, out = found[post.id], date.fromisoformat(post.day)
        ages = {(date.fromisoformat(day) - out).days: kinds for day, kinds in days.items()}
        assert one.views == sum(sum(kinds.values()) for age, kinds in ages.items() if age >= 0)
        assert one.early == sum(sum(kinds.values()) for age, kinds in ages.items() if age < 0)
        for period in one.periods:
            last = 10**6 if period.last is None else period.last
            inside = plain.Counter()
            for age in range(period.first, min(last, max(ages, default=0)) + 1):
                inside.update(ages.get(age, {}))
            assert period.views == dict(inside)
        missing = plain.uncounted(seen, post.day, min(TODAY, plain.later(post.day, 364)))
        assert bool(one.missing) == missing
        year = {age: kinds for age, kinds in ages.items() if 0 <= age < 365}
        assert {each.kind for each in one.halves} == {"all"} | {kind for kinds in year.values() for kind in kinds}
        for each in one.halves:
            counts = {
                age: sum(n for kind, n in kinds.items() if each.kind in ("all", kind)) for age, kinds in year.items()
            }
            assert (each.views, each.days) == plain.half(counts, not missing)
    for row in lives.together:
        through = [one for post in world.posts if (one := found.get(post.id)) and one.age >= row.last
                   and (end := plain.later(post.day, row.last)) <= max(seen)
                   and not plain.uncounted(seen, post.day, end)]  # fmt: skip
        total = sum(
            sum(period.views.values()) for one in through for period in one.periods if period.first == row.first
        )
        assert row.posts == len(through)
        assert sum(row.per_post.values()) == pytest.approx(total / len(through), abs=0.05)


def of_next(world, workspace):
    found = what_next(workspace, TODAY)
    whole, first = plain.uses(world)
    span = first if len(first) >= 6 else whole
    assert (found.span, found.posts) == ("first 30 days" if len(first) >= 6 else "all", len(span))
    order = ("views", "clicks", "likes", "replies")
    metric = next((one for one in order if sum(one in told for told in span.values()) >= 6), "")
    assert found.metric == metric
    themes = {post.id: post.pillar.casefold() for post in world.posts}
    assert {one.theme.casefold() for one in found.themes} == {themes[id_] for id_ in span if themes[id_]}
    for one in found.themes:
        mine = [told for id_, told in span.items() if themes[id_] == one.theme.casefold()]
        rest = [told for id_, told in span.items() if themes[id_] != one.theme.casefold()]
        assert one.posts == len(mine)
        for posts, told in ((mine, one.per_post), (rest, one.others)):
            assert set(told) == {metric for each in posts for metric in each}
            for name, got in told.items():
                counts = [each[name] for each in posts if name in each]
                value, low, high = plain.usual(counts)
                assert (got.posts, got.value) == (len(counts), pytest.approx(value, abs=0.051))
                if low is None or len(counts) < 3 or found.early or not metric:
                    assert (got.low, got.high) == (None, None)
                else:
                    assert (got.low, got.high) == (pytest.approx(low, rel=1e-4, abs=0.051),
                                                   pytest.approx(high, rel=1e-4, abs=0.051))  # fmt: skip
        a, b = one.per_post.get(metric), one.others.get(metric)
        if not a or not b or a.low is None or b.low is None or found.early:
            assert one.verdict == "unknown"
        else:
            assert one.verdict == ("more" if a.low > b.high else "less" if a.high < b.low else "overlap")
    if found.early or not metric:
        assert found.proposals == ()
