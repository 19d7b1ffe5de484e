"""A text in pieces that an edit changes one of, for what is remembered about each."""

from functools import lru_cache


@lru_cache(maxsize=2)
def paragraphs(text: str) -> tuple[str, ...]:
    """The pieces between blank lines, as they are written; the whole text where there is none."""
    return tuple(text.split("\r\n\r\n" if "\r\n" in text else "\n\n"))
