import os
import random
from email import message_from_bytes
from email.policy import default

import mailparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.model.mailing import Head, Inline, Personal
from inkwright.newsletter.message import dump, freeze, load, mark, message_id, splice, unmarkable

TRIALS = 10_000 if os.environ.get("INKWRIGHT_TORTURE") else 500
HEAD = Head("Ada <ada@me.example>", "On caches", "", "Ada's letters", "letters.me.example", "https://me.example", "en")
ONE = "https://letters.me.example/u/abc"
DATE = "Sat, 21 Nov 2026 10:00:00 +0000"
TEXT = f"{mark('name', 'Hello ', ',', 'Hello,')}\n\nWords.\n\nLeave: {mark('unsubscribe')}\n"
HTML = f'<p>{mark("name", "Hello ", ",", "Hello,")}</p><p>Words.</p><a href="{mark("unsubscribe")}">Leave</a>\n'
NAMES = ["From", "Subject", "List-Id", "List-Archive", "Content-Language", "To", "Date", "Message-ID",
         "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Content-Type"]  # fmt: skip


def reader(**more):
    return Personal(**{
        "to": "zoe@reader.example", "date": DATE, "message_id": message_id(b"k", 1, 2, "me.example"), "name": "Zoë",
        "unsubscribe": ONE, "one_click": ONE, "mailto": "leave+abc@me.example",
    } | more)  # fmt: skip


def read(data):
    return message_from_bytes(data, policy=default)


def said(part):
    return part.get_content().replace("\r\n", "\n")


def test_both_parts_hold_the_readers_own_values():
    message = read(splice(freeze(HEAD, TEXT, HTML), reader(name="Zoë <b>")))
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert said(text) == f"Hello Zoë <b>,\n\nWords.\n\nLeave: {ONE}\n"
    assert said(html) == f'<p>Hello Zoë &lt;b&gt;,</p><p>Words.</p><a href="{ONE}">Leave</a>\n'
    assert message.keys() == NAMES


def test_a_reader_without_a_name_is_greeted_in_other_words():
    message = read(splice(freeze(HEAD, TEXT, HTML), reader(name="")))
    assert said(message.get_body(("plain",))).startswith("Hello,\n\nWords.")
    assert message["To"].addresses[0].addr_spec == "zoe@reader.example"


def test_the_ways_to_leave_stand_in_the_headers():
    data = splice(freeze(HEAD, TEXT, HTML), reader())
    message = read(data)
    assert message["List-Unsubscribe"] == f"<{ONE}>, <mailto:leave+abc@me.example?subject=unsubscribe>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    by_mail = read(splice(freeze(HEAD, TEXT, HTML), reader(one_click="")))
    assert by_mail["List-Unsubscribe-Post"] is None and "mailto" in by_mail["List-Unsubscribe"]


def test_another_parser_reads_the_same():
    data = splice(freeze(HEAD, TEXT, HTML, [Inline("p1", "image/png", b"\x89PNG" * 40)]), reader())
    mail = mailparser.parse_from_bytes(data)
    assert (mail.subject, mail.to, mail.defects) == ("On caches", [("Zoë", "zoe@reader.example")], [])
    assert "Words." in mail.text_plain[0] and ONE in mail.text_html[0]
    assert [one["content-id"] for one in mail.attachments] == ["<p1>"]


def test_pictures_travel_beside_the_html():
    data = splice(freeze(HEAD, TEXT, '<img src="cid:p1">', [Inline("p1", "image/svg+xml", b"<svg/>" * 90)]), reader())
    message = read(data)
    _, related = message.iter_parts()
    assert related.get_content_type() == "multipart/related"
    html, picture = related.iter_parts()
    assert (html.get_content_type(), picture["Content-ID"]) == ("text/html", "<p1>")
    assert picture.get_content() == b"<svg/>" * 90 and picture.get_filename() == "p1.svg"


def test_the_same_issue_and_reader_give_the_same_bytes():
    assert splice(freeze(HEAD, TEXT, HTML), reader()) == splice(freeze(HEAD, TEXT, HTML), reader())
    assert message_id(b"k", 1, 2, "me.example") == message_id(b"k", 1, 2, "me.example")
    assert message_id(b"k", 1, 2, "me.example") != message_id(b"other", 1, 2, "me.example")


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=60))
def test_what_was_kept_makes_the_same_message(text, html, name):
    frozen = freeze(HEAD, unmarkable(text) + TEXT, unmarkable(html) + HTML)
    assert load(dump(frozen)) == frozen
    data = splice(frozen, reader(name=name))
    assert splice(load(dump(frozen)), reader(name=name)) == data
    assert all(len(line) <= 78 for line in data.split(b"\r\n")) and data.isascii()
    message = read(data)
    assert message.keys() == NAMES and message.defects == []
    assert len(list(message.iter_parts())) == 2


def test_sizes_are_those_of_the_parts_before_they_are_encoded():
    frozen = freeze(HEAD, "é" * 10, "é" * 20 + mark("name", "Hello "))
    assert (frozen.text, frozen.html) == (20, 40)


def test_a_message_of_another_version_is_no_message():
    for data in (b"", b"{}", b'{"version": 99, "text": 0, "html": 0, "pieces": []}', b"\xff"):
        with pytest.raises(UnreadableError, match="another version"):
            load(data)


@pytest.mark.parametrize(
    "given",
    [
        {"to": "zoe@reader.example\r\nBcc: eve@x.example"},
        {"to": ""},
        {"date": "now\r\nBcc: eve@x.example"},
        {"message_id": "<1@x>\r\nBcc: eve@x.example"},
        {"one_click": "https://x.example/\r\nBcc: eve@x.example"},
        {"one_click": "javascript:alert(1)"},
        {"unsubscribe": "javascript:alert(1)"},
        {"mailto": "eve@x.example>\r\nBcc: eve@x.example"},
    ],
)
def test_a_value_that_no_message_may_hold_is_refused(given):
    with pytest.raises(ValueError):
        splice(freeze(HEAD, TEXT, HTML), reader(**given))


def test_no_value_becomes_a_header_of_its_own():
    """bars.md 10: fuzzed values, none of them injected."""
    dice = random.Random(7)
    bits = [
        "\r\n", "\n", "\r", "Bcc: eve@x.example", "\x00", "\u2028", "\x85", " ", "\t", "=?utf-8?q?=0D=0A?=", "<",
        ">", '"', "\\", ",", ";", ":", "é", "🎉", "a" * 90, "\ufdd0", "\ufdd1", "\x0b",
        "\x0c", "=0D=0A", "%0d%0a", "--ink",
    ]  # fmt: skip
    for _ in range(TRIALS):
        made = ["".join(dice.choices(bits, k=dice.randint(1, 9))) for _ in range(4)]
        head = Head(HEAD.sender, made[0], "", made[1], HEAD.list_id, HEAD.archive, "en")
        fields = {"name": made[2]} | ({dice.choice(["to", "mailto", "date"]): made[3]} if dice.random() < 0.3 else {})
        try:
            data = splice(freeze(head, unmarkable(made[0]) + TEXT, unmarkable(made[1]) + HTML), reader(**fields))
        except ValueError:
            continue
        headers = data.partition(b"\r\n\r\n")[0].split(b"\r\n")
        assert [line.partition(b":")[0].decode() for line in headers if line[:1] != b" "] == NAMES
        message = read(data)
        assert message.keys() == NAMES and message["Bcc"] is None and len(list(message.iter_parts())) == 2
