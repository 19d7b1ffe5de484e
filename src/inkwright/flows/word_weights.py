"""How much a word says in any text: the classes of the dictionary, as weights for likeness between posts."""

from inkwright.lint.spelling import words

WEIGHTS = {"1": 1.0, "2": 2.5, "3": 4.0, "4": 4.0, "5": 5.0, "6": 5.5, "7": 5.5, "U": 3.0, "n": 5.0}
"""By class, from the words that everyone uses to rare ones and names."""
UNKNOWN = 5.5
"""A word that is in no list: a name of a thing, as a rule."""


def word_weight(word: str) -> float:
    """How much a word in lower case says, 1 to 5.5."""
    return WEIGHTS.get(chr(words().kind(word)), UNKNOWN)
