from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import pytest

from inkwright.model.zones import zone
from inkwright.site.dates import moment, rfc822, rfc3339, spoken


def test_a_day_without_a_zone_is_meant_locally() -> None:
    found = moment("2026-03-05", zone("Europe/Oslo"))
    assert found is not None
    assert rfc3339(found) == "2026-03-05T00:00:00+01:00"
    assert rfc822(found) == "Thu, 05 Mar 2026 00:00:00 +0100"


@pytest.mark.parametrize("text", ["", "soon", "2026-13-40", "{{date}}", "2026-02-30T10:00"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert moment(text) is None


@pytest.mark.parametrize(
    "text", ["2026-03-05T09:30:00Z", "2026-03-05T09:30:00+05:30", "1999-12-31", "2026-03-05 23:59:59.123456-08:00"]
)
def test_both_formats_say_the_same_moment(text: str) -> None:
    found = moment(text)
    assert found is not None
    second = found.replace(microsecond=0)
    assert datetime.fromisoformat(rfc3339(found)) == second
    assert parsedate_to_datetime(rfc822(found)) == second


def test_spoken() -> None:
    day = datetime(2026, 3, 5, tzinfo=UTC)
    assert spoken(day, "en") == "5 March 2026"
    assert spoken(day, "en-GB") == "5 March 2026"
    assert spoken(day, "nb") == "2026-03-05"
