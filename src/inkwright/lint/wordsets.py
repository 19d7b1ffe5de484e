"""Sets of words, written as one text."""


def wordset(*texts: str) -> frozenset[str]:
    """The words of some texts, apart at white space; empty for blank ones."""
    return frozenset(word for text in texts for word in text.split())
