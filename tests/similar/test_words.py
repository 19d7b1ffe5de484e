from hypothesis import given
from hypothesis import strategies as st

from inkwright.similar.words import is_content, places_of, plain, words_of

NOTE = """---
title: Hidden title
---
# Heading

The cache's `code` grew to [nine](https://example.com/hidden-link) gigabytes. <b>Bold</b>

```python
hidden = 1
```

See https://example.com/hidden too.
"""


def test_code_front_matter_tags_and_addresses_are_blanked() -> None:
    words = words_of(plain(NOTE))
    assert words == ["heading", "the", "cache's", "grew", "to", "nine", "gigabytes", "bold", "see", "too"]


def test_an_unclosed_fence_hides_the_rest() -> None:
    assert words_of(plain("a\n\n~~~\nb c\n")) == ["a"]


def test_apostrophes_are_one() -> None:
    assert words_of("It’s") == ["it's"]


def test_content() -> None:
    assert is_content("cache")
    assert not is_content("the")
    assert not is_content("go")


@given(st.text(max_size=300))
def test_places_are_those_of_the_source(text: str) -> None:
    hidden = plain(text)
    assert len(hidden) == len(text)
    low = text.replace("’", "'")
    for place, word in zip(places_of(hidden), words_of(hidden), strict=False):
        if low.lower() == low:
            assert low.startswith(word, place)
