"""The database of time zones."""

import subprocess
import sys
from datetime import datetime

import pytest

from inkwright.model.zone_names import named


def test_a_name_leads_to_its_zone():
    assert datetime(2026, 7, 1, tzinfo=named("Asia/Tokyo")).isoformat().endswith("+09:00")


@pytest.mark.parametrize("name", ["", "Mars", "../etc/passwd", "Europe", "a\0b"])
def test_another_name_is_refused(name):
    with pytest.raises(ValueError, match="there is no time zone"):
        named(name)


def test_utc_does_not_load_it():
    code = "import sys; from inkwright.model.zones import zone; zone('UTC'); print('zoneinfo' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
