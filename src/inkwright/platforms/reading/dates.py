"""Dates as mail and feeds write them ("Fri, 07 Jun 2013 03:00:44 +0000"), and as milliseconds."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def mail_date(text: str) -> str:
    """ISO text of a date of RFC 2822 or of milliseconds since 1970; "" for neither."""
    if text.isascii() and text.isdecimal() and len(text) in (10, 13):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    if not re.match(r"[A-Za-z]{3,9},\s+\d", text):
        return ""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
