"""Habits of writing that can be counted in one paragraph: lengths, punctuation, small words, person."""

from collections.abc import Mapping, Sequence

from inkwright.lint.rhythm import sentence_lengths
from inkwright.lint.tokens import Tokens
from inkwright.similar.words import STOP

FRAGMENT = 5
"""Words below which a sentence counts as a fragment here."""
LONG = 9
"""Letters from which a word is long."""
_MARKS: Mapping[str, str] = {
    "commas": ",", "semicolons": ";", "colons": ":", "dashes": "—–", "parentheses": "(", "question marks": "?",
    "exclamation marks": "!", "quotation marks": '“"«',
}  # fmt: skip
_PERSONS: Mapping[str, frozenset[str]] = {
    "“I”": frozenset(("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself")),
    "“we”": frozenset(("we", "we're", "we've", "we'd", "we'll", "us", "our", "ours", "let's")),
    "“you”": frozenset(("you", "you're", "you've", "you'd", "you'll", "your", "yours", "yourself")),
}
_SMALL = ("the", "a", "of", "and", "to", "in", "that", "which", "is", "are", "was", "be", "but", "so", "this", "it",
          "for", "with", "as", "by", "or", "not", "if", "can", "will", "just", "also", "there")  # fmt: skip
NEW = "words that you have not used before, in %"


def habits(held: Tokens, known: Mapping[str, int]) -> dict[str, float]:
    """Every habit by its name with its unit; rates are per 100 words. `known` are the author's words elsewhere."""
    words, text = held.words, held.passage.text
    lengths = sentence_lengths([held.passage]) or [len(words)]
    rate = 100 / len(words)
    found = {
        "words a sentence": sum(lengths) / len(lengths),
        "words in the longest sentence": float(max(lengths)),
        "fragments, in % of sentences": 100 * sum(length < FRAGMENT for length in lengths) / len(lengths),
        "words a paragraph": float(len(words)),
        "letters a word": sum(map(len, words)) / len(words),
        "long words": rate * sum(len(word) >= LONG for word in words),
        "contractions": rate * sum("'" in word and not word.endswith("'s") for word in words),
    }
    found |= {name: rate * sum(map(text.count, marks)) for name, marks in _MARKS.items()}
    found |= {name: rate * sum(word in person for word in words) for name, person in _PERSONS.items()}
    found |= {f"“{word}”": rate * words.count(word) for word in _SMALL}
    content = {word for word in words if word not in STOP}
    found[NEW] = 100 * sum(word not in known for word in content) / max(1, len(content))
    return found


def mean_and_spread(values: Sequence[float]) -> tuple[float, float]:
    """Mean and standard deviation; (0, 0) for none."""
    if not values:
        return 0.0, 0.0
    mean = sum(values) / len(values)
    return mean, (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
