import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.remotes import home_of


@pytest.mark.parametrize(
    ("remote", "home"),
    [
        ("git@github.com:ada/engine.git", ("github.com", "ada/engine")),
        ("https://GitHub.com/ada/engine", ("github.com", "ada/engine")),
        ("https://tok@gitlab.com/a/b/c.git", ("gitlab.com", "a/b/c")),
        ("ssh://git@codeberg.org:22/ada/engine.git", ("codeberg.org", "ada/engine")),
        ("/srv/git/engine.git", None),
        ("../engine", None),
        ("C:/src/engine", None),
        ("https://github.com/ada", None),
        ("", None),
    ],
)
def test_the_home_of_a_remote(remote, home):
    assert home_of(remote) == home


@given(st.text(max_size=60))
def test_any_text_is_read(remote):
    home_of(remote)
