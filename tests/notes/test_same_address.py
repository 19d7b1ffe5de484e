import pytest

from inkwright.notes.same_address import same_address


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/a",
        "https://www.example.org/a/",
        "https://Example.org/a#part",
        "https://example.org/a?utm_source=x&fbclid=1",
    ],
)
def test_what_leads_to_the_same_page(other):
    assert same_address(other) == same_address("https://example.org/a")


@pytest.mark.parametrize(
    "other", ["https://example.org/A", "https://example.org/a?id=1", "https://b.example.org/a", ""]
)
def test_what_does_not(other):
    assert same_address(other) != same_address("https://example.org/a")
