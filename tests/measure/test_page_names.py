"""The names that a page travels with."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.page_names import address_of, other_names, with_names


def test_an_address_alone_stays_as_it_is():
    assert with_names("https://dev.to/x", "https://dev.to/x") == "https://dev.to/x"
    assert with_names("", "https://me.example/", "X") == "" and list(other_names("")) == []
    assert list(other_names("A title with # in it")) == [] and address_of("A title # of mine") == "A title # of mine"
    assert list(other_names("https://x.example/a#section")) == []
    assert address_of("https://x.example/a#section") == "https://x.example/a"


@given(canonical=st.text(), title=st.text())
def test_the_names_come_back(canonical, title):
    page = with_names("https://dev.to/me/x", canonical, title)
    told = [one for one in (canonical.strip(), " ".join(title.split())) if one]
    assert address_of(page) == "https://dev.to/me/x" and list(other_names(page)) == told
