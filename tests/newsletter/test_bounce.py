from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.feedback import SoftBounce
from inkwright.newsletter.bounce import is_dead, read_returned
from inkwright.newsletter.tokens import make_token

MAILBOX = "bounces@me.dev"
TOKEN = make_token(b"k" * 32, "bounce", 3, 70_000, b"s" * 16)
LEAVE = make_token(b"k" * 32, "unsubscribe", 3, 70_000, b"s" * 16)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def mail(text: str, to: str = f"bounces+{TOKEN}@me.dev") -> bytes:
    head, _, rest = text.strip("\n").partition("\n\n")
    return f"To: {to}\nFrom: MAILER-DAEMON@mx.example\nMessage-ID: <m1@mx.example>\n{head}\n\n{rest}\n".replace(
        "\n", "\r\n"
    ).encode()


def report(action: str, status: str, diagnostic: str = "smtp; 550 said") -> bytes:
    return mail(f"""
Subject: Undelivered Mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

It did not arrive.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; reader@example.org
Action: {action}
Status: {status}
Diagnostic-Code: {diagnostic}

--b--
""")


@pytest.mark.parametrize(
    ("action", "status", "kind"),
    [
        ("failed", "5.1.1", "hard"),
        ("failed", "5.0.0", "hard"),
        ("Failed", "5.2.1 (disabled)", "hard"),
        ("failed", "5.4.4", "hard"),
        ("failed", "5.2.2", "soft"),
        ("failed", "5.7.1", "soft"),
        ("failed", "5.3.4", "soft"),
        ("failed", "4.4.7", "soft"),
        ("delayed", "4.4.1", None),
        ("delivered", "2.0.0", None),
        ("relayed", "2.0.0", None),
    ],
)
def test_reports_of_delivery(action: str, status: str, kind: str | None) -> None:
    found = read_returned(report(action, status), MAILBOX)
    assert (found and found.kind) == kind
    if found:
        assert found.tokens == (TOKEN,)
        assert found.said == "smtp; 550 said"
        assert found.address == ""


@pytest.mark.parametrize("header", ["Delivered-To", "X-Original-To", "Envelope-To", "Cc"])
def test_the_address_may_stand_in_another_header(header: str) -> None:
    raw = report("failed", "5.1.1").replace(b"To: bounces", f"{header}: bounces".encode(), 1)
    found = read_returned(raw, MAILBOX)
    assert found is not None
    assert found.tokens == (TOKEN,)


def test_without_a_token_nothing_is_said_of_anybody() -> None:
    raw = report("failed", "5.1.1").replace(f"+{TOKEN}".encode(), b"")
    assert read_returned(raw, MAILBOX) is None


def test_a_server_that_writes_in_its_own_words() -> None:
    qmail = mail("""
Subject: failure notice

Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<reader@example.org>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <x@me.dev>
Subject: hello
""")
    found = read_returned(qmail, MAILBOX)
    assert found is not None
    assert found.kind == "hard"
    full = qmail.replace(b"no mailbox here by that name", b"mailbox is full")
    found = read_returned(full, MAILBOX)
    assert found is not None
    assert found.kind == "soft"


def complaint(kind: str, about: str) -> bytes:
    return mail(f"""
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: text/plain

This is spam.
--b
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: Loop/1
Version: 1

--b
Content-Type: message/rfc822

{about}
Subject: letter

body
--b--
""", to="fbl@me.dev")  # fmt: skip


@pytest.mark.parametrize(
    "about",
    [
        f"Return-Path: <bounces+{TOKEN}@me.dev>",
        f"List-Unsubscribe: <https://me.dev/unsubscribe/{TOKEN}>, <mailto:b%2B{TOKEN}@me.dev>",
    ],
)
def test_a_complaint_tells_whose_by_the_mail_it_is_about(about: str) -> None:
    found = read_returned(complaint("abuse", about), MAILBOX)
    assert found is not None
    assert (found.kind, set(found.tokens)) == ("complaint", {TOKEN})
    assert read_returned(complaint("not-spam", about), MAILBOX) is None


def test_a_complaint_with_the_original_sender_named() -> None:
    raw = complaint("abuse", "X: y").replace(b"Version: 1", f"Original-Mail-From: <bounces+{TOKEN}@me.dev>".encode())
    found = read_returned(raw, MAILBOX)
    assert found is not None
    assert found.tokens == (TOKEN,)


def test_a_mail_to_leave() -> None:
    found = read_returned(mail("Subject: unsubscribe\n\n", to=f"Bounces+{LEAVE.upper()}@ME.dev"), MAILBOX)
    assert found is not None
    assert (found.kind, found.tokens) == ("unsubscribe", (LEAVE,))


def test_an_out_of_office_note_says_nothing() -> None:
    assert read_returned(mail("Subject: away\nAuto-Submitted: auto-replied\n\nback on Monday"), MAILBOX) is None


def test_the_same_mail_has_the_same_name() -> None:
    one, two = read_returned(report("failed", "5.1.1"), MAILBOX), read_returned(report("failed", "5.1.2"), MAILBOX)
    assert one is not None
    assert two is not None
    assert one.event_id == two.event_id


@settings(max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(["", "report-type=delivery-status;", "report-type=feedback-report;"]))
def test_no_mail_brings_it_down(noise: bytes, kind: str) -> None:
    head = f"To: bounces+{TOKEN}@me.dev\r\nContent-Type: multipart/report; {kind} boundary=b\r\n".encode()
    body = b"\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" + noise
    body += b"\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n" + noise + b"\r\n--b--\r\n"
    for raw in (head + body, head + noise, noise):
        found = read_returned(raw, MAILBOX)
        assert found is None or found.tokens


def test_a_mail_of_ten_thousand_layers() -> None:
    deep = b"To: bounces+%s@me.dev\r\n" % TOKEN.encode() + b"Content-Type: message/rfc822\r\n\r\n" * 10_000
    read_returned(deep, MAILBOX)


def soft(issue: int, days_ago: float) -> SoftBounce:
    return SoftBounce(issue, NOW - days_ago * DAY)


@pytest.mark.parametrize(
    ("softs", "successes", "dead"),
    [
        ([soft(1, 14), soft(2, 7), soft(3, 0)], [], True),
        ([soft(1, 14.1), soft(2, 7), soft(3, 0)], [], False),
        ([soft(1, 9), soft(2, 7)], [], False),
        ([soft(1, 9), soft(1, 8), soft(1, 7)], [], False),
        ([soft(0, 9), soft(0, 8), soft(0, 7)], [], True),
        ([soft(1, 9), soft(2, 7), soft(3, 1)], [soft(4, 3)], False),
        ([soft(1, 9), soft(2, 7), soft(3, 1)], [soft(4, 10)], True),
        ([soft(1, 9), soft(2, 7), soft(3, 1)], [soft(1, 9.1), soft(2, 7.1), soft(3, 1.1)], True),
        ([], [], False),
    ],
)
def test_three_soft_ones_in_two_weeks(softs: list[SoftBounce], successes: list[SoftBounce], dead: bool) -> None:
    assert is_dead(softs, successes, NOW) is dead
