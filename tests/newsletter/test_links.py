from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.links import (
    confirm_url,
    preferences_url,
    tagged_mailbox,
    token_in,
    unsubscribe_url,
)
from inkwright.newsletter.tokens import make_token

TOKEN = make_token(b"k" * 32, "bounce", 3, 70_000, b"s" * 16)


def test_pages_lie_below_the_public_address() -> None:
    assert confirm_url("https://me.dev/letters/", "abc") == "https://me.dev/letters/confirm/abc"
    assert unsubscribe_url("https://me.dev", "abc") == "https://me.dev/unsubscribe/abc"
    assert preferences_url("https://me.dev", "abc") == "https://me.dev/preferences/abc"


@given(st.sampled_from(["bounces@me.dev", "Bounces@Me.dev", "a+b@me.dev"]))
def test_a_token_is_found_again_in_whatever_case(mailbox: str) -> None:
    address = tagged_mailbox(mailbox, TOKEN)
    assert len(address.rpartition("@")[0]) <= 64
    for written in (address, address.upper(), f"<{address}>", f" {address} "):
        assert token_in(mailbox, written) == TOKEN


@given(st.text(max_size=90))
def test_no_other_address_has_one(written: str) -> None:
    assert token_in("bounces@me.dev", written) == ""


def test_neighbours_have_none() -> None:
    for other in (f"bounces-{TOKEN}@me.dev", f"bounces+{TOKEN}@me.dev.evil.example", f"x+{TOKEN}@me.dev",
                  f"bounces+{TOKEN}+x@me.dev", "bounces@me.dev", f"bounces+{TOKEN}@me.dev@evil.example"):  # fmt: skip
        assert token_in("bounces@me.dev", other) == ""
