"""Readings are kept once, on both databases."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from inkwright.ledger.readings import daily_views, followed, forget, keep, readings, sources
from inkwright.ledger.tables import issue
from inkwright.ledger.visits import count_click, keep_link
from inkwright.model.reading import METRICS, Reading, SourceCount

VIEW = Reading("/a/", "views", 3, "2026-11-20")


def test_twice_is_once_and_a_new_value_replaces_the_old(ledger):
    other = Reading("/b/", "views", 1, "2026-11-21", referrer="lobste.rs")
    with ledger.write() as connection:
        assert keep(connection, "plausible", [VIEW, other]) == (2, 0, 0)
        assert keep(connection, "plausible", [VIEW, other]) == (0, 0, 2)
        assert keep(connection, "plausible", [Reading("/a/", "views", 5, "2026-11-20"), other]) == (0, 1, 1)
        assert keep(connection, "log", [VIEW]) == (1, 0, 0)
        assert keep(connection, "log", []) == (0, 0, 0)
    with ledger.read() as connection:
        assert [(source, one.page, one.value) for source, one in readings(connection)] == [
            ("log", "/a/", 3), ("plausible", "/a/", 5), ("plausible", "/b/", 1),
        ]  # fmt: skip
        assert sources(connection)[1] == SourceCount("plausible", 2, 2, "2026-11-20", "2026-11-21")
        assert [one for _, one in readings(connection, "log")] == [VIEW]
    with ledger.write() as connection:
        assert forget(connection, "plausible") == 2 and forget(connection, "plausible") == 0
        assert [one.source for one in sources(connection)] == ["log"]


def test_views_of_whole_days_from_a_day_on(ledger):
    found = [VIEW, Reading("/a/", "views", 1, "2026-11-21"), Reading("/a/", "views", 1, "2026-11-21", "total"),
             Reading("/a/", "views", 1, "2026-11-21", referrer="x.com"),
             Reading("/a/", "visitors", 1, "2026-11-21")]  # fmt: skip
    with ledger.write() as connection:
        keep(connection, "log", found)
    with ledger.read() as connection:
        assert list(daily_views(connection, "2026-11-21")) == [("log", found[1])]
        assert len(list(daily_views(connection, "2026-11-20"))) == 2 and list(daily_views(connection, "2027")) == []


def test_links_that_people_followed_in_the_order_of_time(ledger):
    at = datetime(2026, 11, 21, 8, tzinfo=UTC)
    with ledger.write() as connection:
        made = {"slug": "x", "state": "sent", "made": at, "frozen_at": at, "subject": "X", "body": b"x",
                "body_sha256": "y", "audience": 1}  # fmt: skip
        issue_ = connection.execute(insert(issue).values(made).returning(issue.c.id)).scalar_one()
        one, other = (keep_link(connection, issue_, f"https://me.example/{name}/") for name in "ab")
        for link, kind, hours in ((one, "human", 3), (other, "human", 1), (one, "scanner", 2), (one, "human", 0)):
            count_click(connection, link, kind, at + timedelta(hours=hours))
    with ledger.read() as connection:
        assert list(followed(connection)) == [
            ("https://me.example/a/", at), ("https://me.example/b/", at + timedelta(hours=1)),
            ("https://me.example/a/", at + timedelta(hours=3)),
        ]  # fmt: skip


READING = st.builds(
    Reading, st.sampled_from(["/a/", "/b/", ""]), st.sampled_from(METRICS[:3]), st.integers(0, 10**12),
    st.sampled_from(["2026-11-20", "2026-11-21"]), st.sampled_from(["day", "total"]), st.sampled_from(["", "x.org"]),
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(READING, max_size=250))
def test_the_last_value_of_each_place_and_day_stays(ledger, found):
    with ledger.write() as connection:
        forget(connection, "s")
        new, changed, known = keep(connection, "s", found)
        last = {(one.page, one.metric, one.over, one.day, one.referrer): one.value for one in found}
        assert (new, changed, known) == (len(last), 0, 0)
        there = {
            (one.page, one.metric, one.over, one.day, one.referrer): one.value for _, one in readings(connection, "s")
        }
        assert there == last
        assert keep(connection, "s", found) == (0, 0, len(last))
