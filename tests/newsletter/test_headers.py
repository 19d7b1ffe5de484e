from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.headers import checked, encoded_words, mailbox, named_mailbox, structured, unstructured


def read(line):
    message = message_from_bytes(line.encode() + b"\r\n", policy=default)
    assert len(message.keys()) == 1 and message.get_payload() == ""
    return message[message.keys()[0]]


@pytest.mark.parametrize(
    ("given", "read_as"),
    [
        ("Plain words", "Plain words"),
        ("Säge 🎉 " * 30, ("Säge 🎉 " * 30).strip()),
        ("a\r\nBcc: x@y.example", "a Bcc: x@y.example"),
        ("a\u2028b\x00c\x85d", "a b c d"),
        ("=?utf-8?b?eA==?=", "=?utf-8?b?eA==?="),
        ("x" * 3000, "x" * 3000),
        ("\ud800 half", "half"),
        ("", ""),
    ],
)
def test_a_subject_is_one_header_that_reads_as_written(given, read_as):
    line = unstructured("Subject", given)
    assert str(read(line)) == read_as
    assert all(len(part) <= 78 for part in line.split("\r\n")) and line.isascii()


@given(st.text(max_size=200))
def test_any_text_is_one_header(text):
    line = unstructured("Subject", text)
    assert line.endswith("\r\n") and line.count("Subject:") >= 1
    message = message_from_bytes(line.encode() + b"To: a@b.example\r\n\r\n", policy=default)
    assert message.keys() == ["Subject", "To"]
    assert all(part.startswith(" ") for part in line[:-2].split("\r\n")[1:])


@given(st.text(max_size=80))
def test_any_name_stands_before_its_address(name):
    found = read(structured("To", mailbox(name, "ada@me.example"))).addresses
    assert [one.addr_spec for one in found] == ["ada@me.example"]


def test_names_are_kept():
    for name in ("Ada Lovelace", "Lovelace, Ada", 'Ada "the" Countess', "Zoë", "a\\b"):
        assert read(structured("To", mailbox(name, "ada@me.example"))).addresses[0].display_name == name.strip()
    long = structured("To", mailbox("名前 " * 20, "ada@me.example"))[4:]
    assert str(make_header(decode_header(long))).startswith("名前 名前 名前 名前 名前 名前 ")
    assert named_mailbox("ada@me.example") == ("<ada@me.example>",)
    assert named_mailbox("Ada <ada@me.example>") == ("Ada", "<ada@me.example>")


@pytest.mark.parametrize(
    "address",
    ["", "ada", "@me.example", "ada@", "a b@me.example", "a@b@me.example", "a@me..example", "ada@me.example\r\nBcc: x",
     "<ada@me.example>", "ada@me.example,eve@me.example", "zoë@me.example", f"{'a' * 250}@me.example", "a@-.example"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError):
        checked(address)


def test_a_domain_is_written_in_the_letters_of_dns():
    assert checked("ada@bücher.example") == "ada@xn--bcher-kva.example"


def test_encoded_words_are_short_and_whole():
    words = encoded_words("ä🎉" * 200)
    assert all(len(word) <= 75 for word in words)
    assert encoded_words("") == []


def test_a_part_with_blanks_of_its_own_is_no_header():
    for part in ("<https://me.example/\n>", "<https://me.example/ü>", "x" * 1000):
        with pytest.raises(ValueError):
            structured("List-Archive", (part,))
