"""The mail that asks a reader to confirm, and how long its link holds. Pure."""

from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape

from inkwright.model.mailing import Head, Personal
from inkwright.newsletter.message import freeze, splice

HOLDS = timedelta(days=7)
"""How long a link to confirm holds. **Source:** newsletter.md, Consent."""
_AUTOMATIC = b"Auto-Submitted: auto-generated\r\n"
"""Keeps out-of-office notes away. **Source:** RFC 3834, section 5."""
_TEXT = """Hello,

somebody - we hope you - asked to get {name} at this address.
To get it, open this page and press the button there:

{url}

The link holds for 7 days. If it was not you, do nothing: no further letter comes.

{name}{home}
"""
_HTML = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Please confirm</title></head>
<body style="margin:0;padding:24px;font:16px/1.6 Helvetica,Arial,sans-serif">
<p>Hello,</p>
<p>somebody &#8211; we hope you &#8211; asked to get {name} at this address. To get it, open this page and press the
button there:</p>
<p><a href="{url}">{url}</a></p>
<p>The link holds for 7 days. If it was not you, do nothing: no further letter comes.</p>
<p>{name}{home}</p>
</body></html>
"""


def confirmation(head: Head, to: str, message_id: str, url: str, now: datetime) -> bytes:
    """The mail to an address with the link to the page that confirms. It greets nobody by name: a name in a form may be
    an advertisement for whoever gets the mail.

    Raises ValueError for an address or a link that no header holds.
    """
    name, home = head.list_name, f"\n{head.archive}" if head.archive else ""
    text = _TEXT.format(name=name, url=url, home=home)
    html = _HTML.format(name=escape(name), url=escape(url), home=escape(home).replace("\n", "<br>"))
    personal = Personal(to, format_datetime(now), message_id)
    return _AUTOMATIC + splice(freeze(head, text, html), personal)


def holds(made: int, now: datetime, left: datetime | None = None) -> bool:
    """Whether a link that was made then (Unix time) still confirms: for 7 days, and not from before the reader last
    left. One from the future does not hold: such a clock was wrong."""
    age = now.timestamp() - made
    return -60 <= age <= HOLDS.total_seconds() and (left is None or made > left.timestamp())
