"""Time zones by name."""

from datetime import UTC, datetime

import pytest

from inkwright.model.zones import zone


def test_names_lead_to_zones_and_utc_needs_no_database():
    assert zone("UTC") is UTC
    assert datetime(2026, 7, 1, tzinfo=zone("Asia/Tokyo")).isoformat().endswith("+09:00")


@pytest.mark.parametrize("name", ["", "Mars", "../etc/passwd", "Europe", "a\0b"])
def test_another_name_is_refused(name):
    with pytest.raises(ValueError, match="there is no time zone"):
        zone(name)
