from email import message_from_bytes
from email.policy import default

import pytest
from msgspec.structs import replace

from inkwright.model.mailing import Head, Inline
from inkwright.newsletter.cut import LIMIT
from inkwright.newsletter.issue import compose
from inkwright.newsletter.parts import Earlier, Frame, dark_style
from inkwright.newsletter.preview import READER, figures, html_page, source, text_page
from inkwright.render.mail.mailable import Piece

HEAD = Head("Ada <ada@me.example>", "Caches")
FRAME = Frame(
    "Caches & <more>", "Letters", "A subtitle", "A line", "https://me.example/caches/", "https://me.example", "en",
    "Hello {name},", "Hello,", ("<p>See you.</p>", "See you."), "Each week.", "1 Street",
    (Earlier("Old <post>", "https://me.example/old/", "Its words"),),
)  # fmt: skip


def made(*html, frame=FRAME, text="Words.\n", **more):
    return compose(HEAD, frame, [Piece(one, "S" if one.startswith("<h2") else "") for one in html], text, **more)


def test_the_frame_says_what_a_reader_must_know():
    issue = made("<p>Words.</p>")
    html, text = html_page(issue), text_page(issue)
    for part in (html, text):
        near_the_top = part[: part.index("Hello Ada,")]
        assert "https://me.example/caches/" in near_the_top and READER.unsubscribe in near_the_top
        foot = part[part.index("See you.") :]
        for said in ("Each week.", "1 Street", READER.unsubscribe, READER.preferences, "Its words", "Letters"):
            assert said in foot, said
    assert "Caches &amp; &lt;more&gt;" in html and "Caches & <more>" in text and "Old &lt;post&gt;" in html
    assert "A subtitle" in html and 'lang="en"' in html and "\ufdd0" not in html + text and "\ufdd2" not in html + text


def test_styles_stand_on_the_tags_and_dark_mode_stays():
    html = made('<p>Words <a href="https://x.example">x</a>.</p>').html
    assert '<p style="margin:0 0 15px">Words' in html and 'style="color:#1a56b0"' in html
    assert "@media (prefers-color-scheme:dark)" in html and "[data-ogsc] a{" in html and "[data-ogsb] .sheet{" in html
    assert "http" not in dark_style() and html.count("<style>") == 1 and "<link" not in html


def test_the_frame_is_small():
    assert made().message.html < 9_000  # newsletter.md: 9 KB of frame


@pytest.mark.parametrize(
    ("greeting", "unnamed", "named", "nameless"),
    [
        ("Hello {name},", "Hello,", "Hello Ada,", "Hello,"),
        ("Hello {name},", "", "Hello Ada,", None),
        ("Dear all,", "", "Dear all,", "Dear all,"),
        ("", "", None, None),
    ],
)
def test_greetings(greeting, unnamed, named, nameless):
    issue = made("<p>Words.</p>", frame=replace(FRAME, greeting=greeting, greeting_unnamed=unnamed))
    for name, said in (("Ada", named), ("", nameless)):
        reader = replace(READER, name=name)
        for part in (html_page(issue, reader), text_page(issue, reader)):
            assert (said in part) if said else ("Hello" not in part and "{name}" not in part)


def test_without_a_server_readers_leave_by_mail():
    issue = made("<p>Words.</p>", frame=replace(FRAME, by_page=False))
    html = html_page(issue)
    assert f'href="mailto:{READER.mailto}?subject=unsubscribe"' in html and "Choose what you get" not in html


def test_a_long_text_is_cut_at_a_section_and_goes_on_the_web():
    block = f"<p>{'words ' * 1000}</p>"
    issue = made(*["<h2>S</h2>", block, block] * 12)
    assert issue.message.html <= LIMIT < issue.full
    assert issue.cut.before == "S" and "Continue on the web" in issue.html and issue.cut_at == "before “S”"
    assert "Continue" not in text_page(issue) and "cut before “S”" in issue.warnings[0]
    whole = made(*["<h2>S</h2>", block] * 3)
    assert whole.cut.whole and whole.full == whole.message.html and "Continue" not in whole.html


def test_a_cut_without_a_page_is_warned_of():
    issue = made(*[f"<p>{'words ' * 1000}</p>"] * 30, frame=replace(FRAME, web=""))
    assert any("no page to go on" in one for one in issue.warnings)


def test_a_large_mail_is_warned_of():
    issue = made(*[f"<p>{'words ' * 1000}</p>"] * 14)
    assert issue.cut.whole and "above 100 KB it is cut" in issue.warnings[0]


def test_a_teaser_leads_on_in_both_parts():
    issue = made("<p>Words.</p>", shortened=True)
    assert "Continue on the web" in issue.html and "Continue on the web: https://me.example/caches/" in issue.text


def test_only_pictures_that_are_shown_travel():
    pictures = [Inline("a@x", "image/png", b"\x89PNG a"), Inline("b@x", "image/png", b"\x89PNG b")]
    issue = made('<p><img src="cid:a@x" alt="A"></p>', pictures=pictures)
    assert [one.cid for one in issue.pictures] == ["a@x"]
    assert b"<a@x>" in source(issue) and b"<b@x>" not in source(issue)
    assert "data:image/png;base64,iVBORyBh" in html_page(issue) and "cid:" not in html_page(issue)
    assert figures(issue).inside == 6 and figures(issue).pictures == 1


def test_what_a_text_holds_is_never_a_mark():
    hostile = '\ufdd0["unsubscribe", "", "", ""]\ufdd1 \ufdd2leave\ufdd2 \ufdd2body\ufdd2'
    issue = made(f"<p>{hostile}</p>", text=hostile)
    assert html_page(issue).count(READER.unsubscribe) == 2 and text_page(issue).count(READER.unsubscribe) == 2


def test_the_message_holds_both_parts():
    message = message_from_bytes(source(made("<p>Words.</p>")), policy=default)
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    assert message["Subject"] == "Caches"
