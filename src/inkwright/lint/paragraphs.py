"""A text in pieces that an edit changes one of, for what is remembered about each."""


def paragraphs(text: str) -> list[str]:
    """The pieces between blank lines, as they are written; the whole text where there is none."""
    return text.split("\r\n\r\n" if "\r\n" in text else "\n\n")
