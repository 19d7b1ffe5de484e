"""Initials that an acronym may stand for are found as a pattern would find them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.rules.terms.undefined_acronym import runs_through


@given(st.text("oatfiwxy", max_size=12), st.text("oatxy", min_size=3, max_size=5))
def test_letters_run_through_initials(initials: str, letters: str) -> None:
    assert runs_through(initials, letters) == bool(re.search("[oatfiw]?".join(letters), initials))
