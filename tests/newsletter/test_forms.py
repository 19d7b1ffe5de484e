from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.forms import Refusal, SignUp, form_token, plain_name, read_form

KEY = b"k" * 32
SHOWN = datetime(2026, 11, 21, 12, tzinfo=UTC)
LISTS = ("gpu", "careers")


def sent(after: float = 30, **fields: str) -> SignUp | Refusal:
    given_ = {"email": " ada@example.org ", "form": form_token(KEY, SHOWN), **fields}
    return read_form(given_, [b"o" * 32, KEY], LISTS, SHOWN + timedelta(seconds=after))


def test_a_form_as_people_fill_it_in() -> None:
    assert sent() == SignUp("ada@example.org")
    assert sent(name="Ada  Lovelace", **{"list.careers": "on", "list.none": "on"}) == SignUp(
        "ada@example.org", "Ada Lovelace", ("careers",)
    )


@pytest.mark.parametrize(
    ("after", "kind"), [(1.9, "hasty"), (2, None), (86_400, None), (86_401, "stale"), (-5, "hasty")]
)
def test_neither_too_soon_nor_too_late(after: float, kind: str | None) -> None:
    found = sent(after)
    assert (found.kind if isinstance(found, Refusal) else None) == kind


def test_what_a_program_sends() -> None:
    assert sent(website="https://spam.example") == Refusal("trapped")
    assert sent(form="") == Refusal("incomplete")
    assert sent(form=form_token(b"x" * 32, SHOWN)) == Refusal("incomplete")
    assert isinstance(sent(email="a" * 400 + "@example.org"), Refusal)


@given(st.text(max_size=300))
def test_a_name_is_one_line(written: str) -> None:
    name = plain_name(written)
    assert len(name) <= 100
    assert name.isprintable()
    assert name == name.strip()


def test_a_name_that_is_an_advertisement_is_none() -> None:
    assert plain_name("win at https://spam.example") == ""
    assert plain_name("WWW.spam.example") == ""
