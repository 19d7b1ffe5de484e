"""An issue whose links go by the server and which loads a picture from it, where the owner wants numbers. Pure.

Only the HTML part: who reads the text part is not counted. Links to leave and to choose stay as they are.
"""

import re
from collections.abc import Callable
from html import unescape

from inkwright.model.mailing import Frozen, Head
from inkwright.model.regex import regex
from inkwright.newsletter.issue import Composed
from inkwright.newsletter.message import freeze

_LINK = regex(r'(<a\b[^<>]*?\shref=")(https?://[^"<>]+)(")', re.IGNORECASE)
_END = regex(r"</body\s*>", re.IGNORECASE)


def counted(head: Head, composed: Composed, base: str, issue: int, number_of: Callable[[str], int]) -> Frozen:
    """The message of an issue that is counted. `base` is the server's address, `number_of` gives the number under which
    an address is kept: a mail holds numbers only, so that no link of ours leads wherever a stranger wants."""
    base = base.rstrip("/")

    def by_number(link: re.Match[str]) -> str:
        to = unescape(link[2])
        return link[0] if to.startswith(f"{base}/") else f"{link[1]}{base}/r/{number_of(to)}{link[3]}"

    html = _LINK.sub(by_number, composed.html)
    dot = f'<img src="{base}/o/{issue}.gif" width="1" height="1" alt="">'
    end = list(_END.finditer(html))
    at = end[-1].start() if end else len(html)
    return freeze(head, composed.text, html[:at] + dot + html[at:], composed.pictures)
