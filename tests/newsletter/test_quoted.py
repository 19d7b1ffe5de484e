import quopri

from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.quoted import LINE, joined, quoted

TEXTS = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from(" \t\r\n=.F"), max_size=300)


def plain(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(TEXTS)
def test_what_is_encoded_is_read_back_whole(text):
    assert quopri.decodestring(quoted(text)).replace(b"\r\n", b"\n").decode() == plain(text)


@given(TEXTS)
def test_lines_are_short_end_in_crlf_and_hold_no_run_of_blanks(text):
    made = quoted(text)
    assert made.count(b"\n") == made.count(b"\r") == made.count(b"\r\n")
    for line in made.split(b"\r\n"):
        assert len(line) <= LINE and line.isascii()
        assert b"  " not in line and b"\t" not in line and not line.endswith(b" ")
        assert not line.startswith(b"From ")


@given(TEXTS, TEXTS)
def test_pieces_can_be_joined(first, second):
    made = joined(quoted(first)) + quoted(second)
    assert quopri.decodestring(made).replace(b"\r\n", b"\n").decode() == plain(first) + plain(second)


def test_a_line_that_a_mailbox_would_take_for_a_new_message():
    assert quoted("From here") == b"=46rom here"
    assert b"\r\nFrom " not in b"\r\n" + quoted("x" * 75 + "From here on")
    assert quoted(".") == b"=2E" and quoted("") == b""
