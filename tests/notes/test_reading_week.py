import pytest

from inkwright.model.errors import UsageError
from inkwright.model.note import LogEntry
from inkwright.notes.log import parse_entry
from inkwright.notes.reading_week import minutes_read, reading_entry, tonight, weeks

SATURDAY = "2026-11-21"
PAPERS = {"lee2020": "lee2020", "a:b": "a-b"}


def line(text: str, date: str = SATURDAY) -> LogEntry:
    found = parse_entry(f"- {text}", date)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20:30 read [[lee2020]] [minutes:: 50]", 50),
        ("19:10-20:00 read [[lee2020]]", 50),
        ("23:50-00:20 Reading [[lee2020]]", 30),
        ("20:00 read [[lee2020]], 1,5 h", 90),
        ("20:00 read 45 min of [[lee2020]]", 45),
        ("20:00 read", 0),
        ("20:00 readable code again", None),
        ("20:00 wrote about what I read", None),
        ("20:00 read x [minutes:: 999999]", 1440),
    ],
)
def test_minutes_of_a_line(text, minutes):
    assert minutes_read(line(text)) == minutes


def test_what_is_written_is_read_back():
    assert minutes_read(line(f"20:00 {reading_entry('[[lee2020]]', 50)}")) == 50
    with pytest.raises(UsageError):
        reading_entry("x", 2000)


def test_papers_count_once_and_minutes_every_time():
    log = [
        line("20:00 read [[lee2020]] 30 min", "2026-11-16"), line("20:00 read [[papers/lee2020.md|Lee]] 30 min"),
        line("20:00 read [[a-b]] 1 h", "2026-11-15"), line("20:00 read <https://e.org/blog> 10 min"),
        line("20:00 read [[lee2020]] 9 min", "2026-09-01"),
    ]  # fmt: skip
    found = weeks(log, PAPERS, {"lee2020": "2026-11-02", "other": "2026-11-21"}, SATURDAY, (60, 240))
    assert [(week.begins, week.papers, week.minutes) for week in found[-2:]] == [
        ("2026-11-09", ("a:b",), 60), ("2026-11-16", ("other",), 70),
    ]  # fmt: skip
    assert found[0].begins == "2026-10-19" and found[-1].planned == 780


def test_a_paper_counts_in_the_first_week_that_the_log_names():
    log = [line("20:00 read [[lee2020]]", "2026-11-16"), line("20:00 read [[lee2020]]", "2026-11-10")]
    found = weeks(log, PAPERS, {"lee2020": "2026-11-02", "a:b": "no date"}, SATURDAY, (0, 0))
    assert [week.papers for week in found] == [(), (), (), ("lee2020",), ()] and found[-1].planned == 0


def test_the_plan_of_a_day():
    assert [tonight(day, (60, 240)) for day in ("2026-11-20", SATURDAY, "2026-11-22", "2026-11-23")] == [
        60,
        240,
        240,
        60,
    ]
