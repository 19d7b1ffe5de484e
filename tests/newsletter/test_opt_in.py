from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from inkwright.model.mailing import Head
from inkwright.newsletter.opt_in import confirmation, holds

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HEAD = Head("Ada <ada@me.dev>", "Please confirm: Ada & co", list_name="Ada & <co>", archive="https://me.dev/")
URL = "https://letters.me.dev/confirm/abcdef"


def test_the_mail() -> None:
    raw = confirmation(HEAD, "reader@example.org", "<confirm.1@me.dev>", URL, NOW)
    message = message_from_bytes(raw, policy=policy.default)
    assert message["to"] == "reader@example.org"
    assert message["auto-submitted"] == "auto-generated"
    assert message["message-id"] == "<confirm.1@me.dev>"
    assert message["list-unsubscribe"] is None
    text = message.get_body(("plain",)).get_content()
    html = message.get_body(("html",)).get_content()
    assert URL in text
    assert f'href="{URL}"' in html
    assert "Ada &amp; &lt;co&gt;" in html
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_an_address_that_would_write_headers() -> None:
    with pytest.raises(ValueError, match="no address"):
        confirmation(HEAD, "a@b.org\r\nBcc: x@y.org", "<c@me.dev>", URL, NOW)


@pytest.mark.parametrize(
    ("age", "left", "good"),
    [
        (timedelta(0), None, True),
        (timedelta(days=7), None, True),
        (timedelta(days=7, seconds=1), None, False),
        (timedelta(seconds=-30), None, True),
        (timedelta(days=-1), None, False),
        (timedelta(hours=2), timedelta(hours=1), False),
        (timedelta(hours=1), timedelta(hours=2), True),
    ],
)
def test_seven_days_and_not_from_before_they_left(age: timedelta, left: timedelta | None, good: bool) -> None:
    made = int((NOW - age).timestamp())
    assert holds(made, NOW, None if left is None else NOW - left) is good
