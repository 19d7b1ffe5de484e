import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.subscriber import Address
from inkwright.newsletter.address import clean_name, name_in, read_address


@pytest.mark.parametrize(
    ("typed", "email", "norm"),
    [
        ("ada@example.com", "ada@example.com", "ada@example.com"),
        ("  Ada.L@Example.COM\t", "Ada.L@example.com", "ada.l@example.com"),
        ("ada+news@example.com", "ada+news@example.com", "ada+news@example.com"),
        ("a.d.a@example.com", "a.d.a@example.com", "a.d.a@example.com"),
        ("Ada Lovelace <ada@example.com>", "ada@example.com", "ada@example.com"),
        ('"Ada, L." <ada@example.com>', "ada@example.com", "ada@example.com"),
        ("<ada@example.com>", "ada@example.com", "ada@example.com"),
        ("mailto:ada@example.com", "ada@example.com", "ada@example.com"),
        ("\ufeffada@example.com\u200b", "ada@example.com", "ada@example.com"),
        ("ada&#64;example.com@example.com", None, None),
        ("o&#39;neil@example.com", "o'neil@example.com", "o'neil@example.com"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
        ("ada@BÜCHER.example", "ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
        ("ada@bu\u0308cher.example", "ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
        ("ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
        ("ada@例え.example", "ada@xn--r8jz45g.example", "ada@xn--r8jz45g.example"),
        ("ada@example。com", "ada@example.com", "ada@example.com"),
    ],
)
def test_one_mailbox_has_one_norm(typed: str, email: str | None, norm: str | None):
    if email is None or norm is None:
        with pytest.raises(ValueError):
            read_address(typed)
    else:
        assert read_address(typed) == Address(email, norm)


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "ada", "ada@", "@example.com", "ada@example", "ada@localhost", "ada@@example.com", "a b@example.com",
        "ada@exam ple.com", "ada@example.com, bob@example.com", "ada@-example.com", "ada@example..com",
        "ada.@example.com",
        "ada@127.0.0.1", "ada@[127.0.0.1]", "ädä@example.com", "ada@example.com\r\nBcc: bob@example.com",
        "ada\x00@example.com", "ada@example.com\x7f", f"{'a' * 65}@example.com", f"ada@{'a' * 64}.com",
        f"ada@{'.'.join(['abcdefgh'] * 30)}.com", '"ada"@example.com', "ada@xn--.example", "n/a", "=1+1@",
    ],
)  # fmt: skip
def test_what_is_no_address_is_said_in_one_line(typed: str):
    with pytest.raises(ValueError) as caught:
        read_address(typed)
    said = str(caught.value)
    assert said and "\n" not in said and not said.endswith(".")


@given(st.text(max_size=60) | st.emails())
def test_anything_is_an_address_or_refused_and_reading_twice_is_reading_once(text: str):
    try:
        found = read_address(text)
    except ValueError:
        return
    assert read_address(found.email) == found
    assert found.email.isascii() and found.norm == found.email.lower()
    assert not set(found.email) & set(' \r\n\t\0<>,;"') and found.email.count("@") == 1


@given(st.emails() | st.from_regex(r"\A[!-~]{1,70}@[a-z0-9.-]{1,200}\Z"))
def test_the_short_way_says_what_the_validator_says(text: str):
    try:
        expected = validate_email(text, check_deliverability=False, strict=True).ascii_email
    except EmailNotValidError:
        expected = None
    try:
        found = read_address(text)
    except ValueError:
        found = None
    bare = not set(text) & set("\"'<>&") and not text.lower().startswith("mailto:")
    if bare:
        assert (found and found.norm) == (expected and expected.lower())


@pytest.mark.parametrize(
    "typed", ["'ada@example.com", "'ada@example.com'", "Ada <'ada@example.com'>", "mailto:'ada@example.com"]
)
def test_quotes_around_an_address_are_no_part_of_it(typed: str):
    """A spreadsheet keeps text as text with an apostrophe before it."""
    assert read_address(typed).email == "ada@example.com"


@given(st.emails())
def test_case_and_blanks_make_no_other_reader(email: str):
    try:
        norm = read_address(email).norm
    except ValueError:
        return
    assert {read_address(form).norm for form in (email.upper(), email.lower(), f" {email} ", f"X <{email}>")} == {norm}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ada Lovelace <ada@example.com>", "Ada Lovelace"), ('"Ada, L." <ada@example.com>', "Ada, L."),
        ("ada@example.com", ""), ("<ada@example.com>", ""), ("Ada", ""),
    ],
)  # fmt: skip
def test_the_name_beside_an_address(typed: str, name: str):
    assert name_in(typed) == name


@given(st.text(max_size=300))
def test_a_name_is_one_short_line_that_acts_on_nothing(text: str):
    name = clean_name(text)
    assert len(name) <= 200 and not set(name) & set("\r\n\t\0\x1b\u2028\u202e")
    assert clean_name(name) == name and name == name.strip()
    name.encode("utf-8")


def test_a_name_keeps_what_belongs_to_it():
    assert clean_name("  José \n María  ") == "José María"
    assert clean_name("👩\u200d💻 Ada") == "👩\u200d💻 Ada"
    assert clean_name("Ada\r\nBcc: x") == "Ada Bcc: x"
    assert clean_name("\ud800Ada") == "Ada"
