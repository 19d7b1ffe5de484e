import os
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.tokens import LONGEST, Token, make_token, read_token, seal

KEY, OTHER = b"k" * 32, b"o" * 32
SALT = b"0123456789abcdef"
PURPOSES = ("confirm", "unsubscribe", "preferences", "bounce", "form")
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567ABCXYZ0189-_=. é"
TRIALS = 1_000_000 if os.environ.get("INKWRIGHT_TORTURE") else 20_000

numbers = st.integers(0, (1 << 56) - 1)


def salt_of(_: int) -> bytes:
    return SALT


@given(numbers, numbers, st.binary(max_size=40), st.sampled_from(PURPOSES))
def test_what_was_made_is_read(issue: int, subscriber: int, salt: bytes, purpose) -> None:
    token = make_token(KEY, purpose, issue, subscriber, salt)
    assert read_token([OTHER, KEY], purpose, token, lambda _: salt) == Token(issue, subscriber)
    assert len(token) <= LONGEST
    assert token == token.lower()
    assert token.isalnum()


@given(numbers, numbers, st.sampled_from(PURPOSES), st.sampled_from(PURPOSES))
def test_purposes_are_not_interchangeable(issue: int, subscriber: int, made, asked) -> None:
    token = make_token(KEY, made, issue, subscriber, SALT)
    assert (read_token([KEY], asked, token, salt_of) is not None) == (made == asked)


def test_another_key_another_salt_and_nobody_are_refused() -> None:
    token = make_token(KEY, "confirm", 7, 12, SALT)
    assert read_token([OTHER], "confirm", token, salt_of) is None
    assert read_token([], "confirm", token, salt_of) is None
    assert read_token([KEY], "confirm", token, lambda _: b"another salt") is None
    assert read_token([KEY], "confirm", token, lambda _: None) is None


def test_nobody_is_no_reader_without_salt() -> None:
    """A number that no reader has is not answered by a seal over an empty salt."""
    token = make_token(KEY, "confirm", 7, 12, b"")
    assert read_token([KEY], "confirm", token, lambda _: None) is None


def test_the_longest_token_fits_a_mailbox_name() -> None:
    assert len("bounces+" + make_token(KEY, "bounce", (1 << 56) - 1, (1 << 56) - 1, SALT)) <= 64


@pytest.mark.parametrize("numbers", [(-1, 1), (1, -1), (1 << 56, 1), (1, 1 << 56)])
def test_numbers_that_fit_no_token(numbers: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no token holds"):
        make_token(KEY, "confirm", *numbers, SALT)


@given(st.text(max_size=80))
def test_any_text_is_no_token(text: str) -> None:
    assert read_token([KEY], "unsubscribe", text, salt_of) is None


def test_fields_do_not_run_into_each_other() -> None:
    assert seal(KEY, "a", 1, 2, b"") != seal(KEY, "a", 2, 1, b"")
    assert seal(KEY, "confirm", 0, 0, b"") != seal(KEY, "confirm\0", 0, 0, b"")


def mutated(token: str, chance: random.Random) -> str:
    """The token with one to three characters exchanged, lost, added or doubled, or another case."""
    letters = list(token)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters))
        match chance.randrange(5):
            case 0:
                letters[at] = chance.choice(ALPHABET)
            case 1:
                letters.insert(at, chance.choice(ALPHABET))
            case 2 if len(letters) > 1:
                del letters[at]
            case 3:
                letters[at] = letters[at].swapcase()
            case _:
                letters.insert(at, letters[at])
    return "".join(letters)


def test_no_mutated_token_is_accepted() -> None:
    chance = random.Random(5)
    tried = 0
    while tried < TRIALS:
        purpose = chance.choice(PURPOSES)
        token = make_token(
            KEY, purpose, chance.randrange(1 << chance.randrange(1, 33)), chance.randrange(1 << 20), SALT
        )
        for _ in range(100):
            other = mutated(token, chance)
            if other == token:
                continue
            tried += 1
            assert read_token([OTHER, KEY], purpose, other, salt_of) is None, (token, other)
