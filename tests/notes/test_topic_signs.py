import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.topic_signs import READ, Said, signs


@pytest.mark.parametrize(
    ("said", "post"),
    [
        (Said("PyTorch vs JAX"), "comparison"),
        (Said("Which queue to take"), "comparison"),
        (Said("Running Postgres in CI"), "tutorial"),
        (Said("You should not mock the clock"), "opinion"),
        (Said("How a warp scheduler works"), "deep-dive"),
        (Said("TIL: git worktree"), "what-i-learned"),
        (Said("x", tags=("TIL",)), "what-i-learned"),
        (Said("x", kind="paper"), "paper-summary"),
        (Said("x", sort="paper"), "paper-summary"),
        (Said("x", "This is faster than that."), "comparison"),
        (Said("x", "```bash\nmake\n```\n"), "tutorial"),
        (Said("x", origin="concept"), "deep-dive"),
    ],
)
def test_a_sign_is_seen(said, post):
    assert set(signs(said)) == {post}


def test_an_editor_is_no_comparison():
    assert signs(Said("Regular expressions in VS Code", "I use VS Code.")) == {}


def test_the_stronger_sign_of_a_kind_counts_and_a_late_word_does_not():
    both = signs(Said("Redis versus Kafka", "It is faster than the other."))
    assert both["comparison"].words == "versus"
    assert signs(Said("x", " " * READ + "faster than")) == {} and signs(Said("")) == {}


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_can_be_read(text, title):
    assert all(sign.post == post and sign.weight > 0 for post, sign in signs(Said(title, text)).items())
