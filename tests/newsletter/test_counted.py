import re
from email import message_from_bytes, policy

from inkwright.model.mailing import Head, Personal
from inkwright.newsletter.counted import counted
from inkwright.newsletter.issue import compose
from inkwright.newsletter.message import splice
from inkwright.newsletter.parts import Frame
from inkwright.render.mail.mailable import Piece

HEAD = Head("Ada <ada@me.dev>", "Hello")
BASE = "https://letters.me.dev"
LEAVE, CHOOSE = f"{BASE}/unsubscribe/tok", f"{BASE}/preferences/tok"
PERSONAL = Personal(
    "reader@example.org", "Sat, 21 Nov 2026 12:00:00 +0000", "<1.2.x@me.dev>", "Rea", LEAVE, LEAVE, CHOOSE
)
BODY = (
    '<p>See <a href="https://other.example/?a=1&amp;b=2">this</a>, <a class="x" href="https://other.example/">that</a>,'
    ' <a href="#fn1">below</a>, <a href="mailto:ada@me.dev">me</a> and the code <code>&lt;a href="https://no.example"'
    "&gt;</code>.</p>"
)


def made() -> tuple[str, str, dict[str, int]]:
    """The HTML and the text of a counted issue as a reader gets it, and the numbers of its links."""
    numbers: dict[str, int] = {}
    issue = compose(
        HEAD, Frame("Hello", "Letters", web="https://me.dev/one/", home="https://me.dev/"), [Piece(BODY)], "T"
    )
    message = counted(HEAD, issue, f"{BASE}/", 7, lambda url: numbers.setdefault(url, len(numbers) + 1))
    mail = message_from_bytes(splice(message, PERSONAL), policy=policy.default)
    return mail.get_body(("html",)).get_content(), mail.get_body(("plain",)).get_content(), numbers


def test_links_go_by_their_numbers() -> None:
    html, _, numbers = made()
    assert {"https://other.example/?a=1&b=2", "https://other.example/", "https://me.dev/one/"} <= set(numbers)
    links = re.findall(r'<a\b[^>]*href="([^"]+)"', html)
    for link in links:
        assert re.fullmatch(rf"{BASE}/r/\d+", link) or link in (LEAVE, CHOOSE, "#fn1", "mailto:ada@me.dev"), link
    assert LEAVE in links
    assert CHOOSE in links
    assert f"{BASE}/r/{numbers['https://other.example/?a=1&b=2']}" in links
    assert "https://no.example" in html, "code is no link"
    assert html.count(f'<img src="{BASE}/o/7.gif" width="1" height="1" alt="">') == 1


def test_the_text_part_stays_as_it_is() -> None:
    _, text, _ = made()
    assert "/r/" not in text
    assert "/o/" not in text
    assert "https://me.dev/one/" in text
